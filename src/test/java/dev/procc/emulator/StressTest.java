package dev.procc.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Stress: with 64 clients at once no answered write is lost, every revision is counted once, and
/// each run completes.
final class StressTest {
  private static final int CLIENTS = 64;

  @Test
  void threeSecondsLoseNothing() throws Exception {
    stress(Duration.ofMillis(2500));
  }

  @Test
  @Tag("heavy")
  void sixtySecondsLoseNothing() throws Exception {
    stress(Duration.ofSeconds(60));
  }

  private record ClientTally(int processes, int shared) {}

  private static void stress(Duration time) throws Exception {
    try (LocalEmulator local = new LocalEmulator(LocalEmulator.options());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      String shared = local.create(LocalEmulator.process(LocalEmulator.job("S")));
      AtomicLong calls = new AtomicLong();
      long end = System.nanoTime() + time.toNanos();
      List<Future<ClientTally>> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        String name = "client " + i;
        clients.add(threads.submit(() -> work(local, name, shared, end, calls)));
      }
      int processes = 1;
      int edits = 0;
      for (Future<ClientTally> client : clients) {
        processes += get(client).processes();
        edits += get(client).shared();
      }
      assertEquals(processes, local.look("processes").array().size());
      Json.Obj last = local.get("/processes/" + shared).object();
      assertEquals(1L + edits, last.integer("revision").orElse(0L));
      for (Json run : local.look("runs").array()) {
        assertEquals("complete", ((Json.Obj) run).text("status").orElse(""));
      }
      assertTrue(edits >= CLIENTS, calls + " calls");
    }
  }

  private static ClientTally get(Future<ClientTally> client) throws InterruptedException {
    try {
      return client.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }

  /// Creates, renames, reads, runs and completes processes until the time is over.
  private static ClientTally work(
      LocalEmulator local, String name, String shared, long end, AtomicLong calls)
      throws IOException {
    int processes = 0;
    do {
      String id =
          local.create(LocalEmulator.process(LocalEmulator.job("A"), LocalEmulator.job("B")));
      processes++;
      for (int i = 1; i <= 3; i++) {
        expect(200, local.patch("/processes/" + id, rename(name + " " + i)));
      }
      Json.Obj read = local.get("/processes/" + id).object();
      assertEquals(name + " 3", read.text("name").orElse(""));
      assertEquals(4, read.integer("revision").orElse(0L));
      expect(200, local.patch("/processes/" + shared, rename(name)));
      LocalEmulator.LocalResponse run = local.post("/processes/" + id + "/run", "");
      expect(201, run);
      expect(409, local.post("/processes/" + id + "/run", ""));
      for (Json child : run.object().obj("root").orElseThrow().items("children")) {
        String job = ((Json.Obj) child).obj("job").orElseThrow().text("id").orElseThrow();
        expect(200, local.control("tasks/" + job + "/complete"));
      }
      calls.addAndGet(10);
    } while (System.nanoTime() < end);
    return new ClientTally(processes, processes);
  }

  private static void expect(int status, LocalEmulator.LocalResponse answer) {
    assertEquals(status, answer.status(), answer.raw().body());
  }

  private static String rename(String name) {
    return "[{\"op\": \"replace\", \"path\": \"/name\", \"value\": \"" + name + "\"}]";
  }
}
