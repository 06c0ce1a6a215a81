package dev.procc.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.emulator.assumption.ErrorReply;
import dev.procc.emulator.store.FileTransactionLog;
import dev.procc.emulator.store.RowKind;
import dev.procc.emulator.store.RowStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The log of `--data`: whatever was answered can be read again, and what cannot be read is named.
final class EmulatorLogTest {
  @TempDir Path folder;

  private LocalEmulator open() {
    return new LocalEmulator(LocalEmulator.options().withData(folder));
  }

  private Path log() {
    return folder.resolve("emulator.log");
  }

  private void append(byte... bytes) throws IOException {
    Files.write(log(), bytes, StandardOpenOption.APPEND);
  }

  private String created() throws IOException {
    try (LocalEmulator local = open()) {
      return local.create(LocalEmulator.process());
    }
  }

  private void isThere(String process) throws IOException {
    try (LocalEmulator local = open()) {
      assertEquals(200, local.get("/processes/" + process).status());
    }
  }

  @Test
  void aLineTornWithinACharacterIsCutOff() throws IOException {
    String process = created();
    byte[] line = "[[\"process\",\"x\",{\"name\":\"é".getBytes(StandardCharsets.UTF_8);
    append(Arrays.copyOf(line, line.length - 1));
    isThere(process);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[[\"procezz\",\"x\",{}]]",
        "[[\"process\",\"x\"]]",
        "{\"process\":{}}",
        "7",
        "[[\"process\",\"\u00ff\"]]"
      })
  void aLineThatIsNoTransactionIsNamedAndTheFolderIsLeftFree(String line) throws IOException {
    String process = created();
    byte[] good = Files.readAllBytes(log());
    append((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
    Emulator emulator = new Emulator(LocalEmulator.options().withData(folder));
    EmulatorException fault = assertThrows(EmulatorException.class, emulator::start);
    long number = Files.readString(log(), StandardCharsets.ISO_8859_1).lines().count();
    assertTrue(fault.message().contains("damaged in line " + number + ": "), fault.message());
    Files.write(log(), good);
    isThere(process);
  }

  @Test
  void whatIsNestedDeeperThanTheLogIsReadIsRefused() throws IOException {
    try (LocalEmulator local = open()) {
      String process = local.create(LocalEmulator.process());
      String edit = "{\"set\": {\"" + "/a".repeat(300) + "\": 1}}";
      assertEquals(400, local.control("processes/" + process + "/edit", edit).status());
      for (int levels : new int[] {150, 190}) {
        String job =
            "{\"type\": \"job\", \"job\": {\"arguments\": {\"type\": \"certification\","
                + " \"certificationArgs\": {\"x\": "
                + "[".repeat(levels)
                + "]".repeat(levels)
                + "}}}}";
        String body = LocalEmulator.process(job);
        assertEquals(levels == 150 ? 201 : 400, local.post("/processes", body).status());
      }
    }
    try (LocalEmulator local = open()) {
      assertEquals(2, local.look("processes").array().size());
    }
  }

  @Test
  void anEmulatorThatIsStoppedUnderLoadEndsWithoutAFailure() throws Exception {
    String name = "[{\"op\": \"replace\", \"path\": \"/name\", \"value\": \"New\"}]";
    for (int round = 0; round < 5; round++) {
      LocalEmulator local = open();
      String path = "/processes/" + local.create(LocalEmulator.process());
      List<Thread> clients = new ArrayList<>();
      AtomicInteger answered = new AtomicInteger();
      for (int i = 0; i < 8; i++) {
        clients.add(
            Thread.ofVirtual()
                .start(() -> {
                  try {
                    while (local.patch(path, name).status() == 200) {
                      answered.incrementAndGet();
                    }
                  } catch (IOException | IllegalStateException stopped) {
                    // As it should: nothing answers any more.
                  }
                }));
      }
      while (answered.get() < 20) {
        TimeUnit.MILLISECONDS.sleep(1);
      }
      local.stop();
      for (Thread client : clients) {
        client.join();
      }
      local.close();
    }
  }

  private static void put(RowStore rows, String id, String text) {
    var _ =
        rows.transact(() -> {
          rows.put(RowKind.META, id, Json.object().put("text", text).build());
          return text;
        });
  }

  @Test
  void halfALineOfAFailedWriteIsNotFollowedByAnother() throws IOException {
    try (RowStore rows = FileTransactionLog.open(folder)) {
      put(rows, "one", "1");
      append("[[\"meta\",\"lost\",{\"te".getBytes(StandardCharsets.UTF_8));
      put(rows, "two", "2");
    }
    try (RowStore rows = FileTransactionLog.open(folder)) {
      assertEquals(2, rows.snapshot().obj("meta").orElseThrow().members().size());
    }
  }

  @Test
  void aLogThatGrowsIsRewrittenAndALineThatIsTooLongRefused() throws IOException {
    String large = "x".repeat(3_000_000);
    try (RowStore rows = FileTransactionLog.open(folder)) {
      for (int i = 0; i < 7; i++) {
        put(rows, "same", large + i);
      }
      assertTrue(Files.size(log()) < 15_000_000, Files.size(log()) + " bytes");
      put(rows, "after", "");
      String tooLarge = "x".repeat(68_000_000);
      assertThrows(ErrorReply.class, () -> put(rows, "too large", tooLarge));
    }
    try (RowStore rows = FileTransactionLog.open(folder)) {
      Json.Obj meta = rows.snapshot().obj("meta").orElseThrow();
      assertEquals(large + 6, meta.obj("same").orElseThrow().text("text").orElse(""));
      assertEquals(2, meta.members().size());
    }
  }
}
