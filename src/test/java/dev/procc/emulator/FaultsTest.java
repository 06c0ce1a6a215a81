package dev.procc.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Faults: each effect, the schedule, and the seed.
final class FaultsTest {
  private static final String NAME =
      "[{\"op\": \"replace\", \"path\": \"/name\", \"value\": \"New\"}]";
  @AutoClose private final LocalEmulator local = LocalEmulator.october();
  @TempDir Path folder;

  private void fault(String settings) throws IOException {
    LocalEmulator.LocalResponse answer = local.control("faults", "{" + settings + "}");
    assertEquals(200, answer.status(), answer.raw().body());
  }

  private int processes() throws IOException {
    return local.look("processes").array().size();
  }

  private String name(String id) throws IOException {
    return local.get("/processes/" + id).text("name");
  }

  @Test
  void failBeforeDoesNothing() throws IOException {
    fault("\"on\": \"createProcess\", \"do\": \"fail-before\", \"status\": 503");
    LocalEmulator.LocalResponse answer = local.post("/processes", LocalEmulator.process());
    assertEquals(503, answer.status());
    assertEquals("Service Unavailable.", answer.text("message"));
    assertEquals(0, processes());
    assertEquals(201, local.post("/processes", LocalEmulator.process()).status());
  }

  @Test
  void failAfterDoesEverything() throws IOException {
    fault("\"on\": \"createProcess\", \"do\": \"fail-after\"");
    LocalEmulator.LocalResponse answer = local.post("/processes", LocalEmulator.process());
    assertEquals(500, answer.status());
    assertEquals("unknown error", answer.text("message"));
    assertEquals(1, processes());
  }

  @Test
  void aDroppedAnswerIsNoAnswer() throws IOException {
    fault("\"on\": \"createProcess\", \"do\": \"drop-after\"");
    assertThrows(IOException.class, () -> local.post("/processes", LocalEmulator.process()));
    assertEquals(1, processes());
    fault("\"on\": \"createProcess\", \"do\": \"drop-before\"");
    assertThrows(IOException.class, () -> local.post("/processes", LocalEmulator.process()));
    assertEquals(1, processes());
    assertTrue(local.look("requests").raw().body().contains("\"faults\":[\"drop-before\"]"));
  }

  @Test
  void aDelayWaits() throws IOException {
    fault("\"on\": \"listProcesses\", \"do\": \"delay\", \"millis\": 300");
    long began = System.nanoTime();
    local.get("/processes");
    assertTrue(System.nanoTime() - began >= 300_000_000L);
  }

  @Test
  void aBurstOf429EndsAndTellsTheTimeWhereItIsAsked() throws IOException {
    fault("\"do\": \"rate-limit\", \"nth\": 2, \"times\": 3, \"seconds\": 7");
    assertEquals(200, local.get("/processes").status());
    for (int i = 0; i < 3; i++) {
      LocalEmulator.LocalResponse answer = local.get("/processes");
      assertEquals(429, answer.status());
      assertEquals("7", answer.header("Retry-After"));
      assertTrue(answer.text("message").endsWith("Retry request in 7 seconds."));
    }
    assertEquals(200, local.get("/processes").status());
    fault("\"do\": \"rate-limit\", \"header\": false");
    LocalEmulator.LocalResponse bare = local.get("/processes");
    assertEquals("", bare.header("Retry-After"));
    assertTrue(bare.text("message").endsWith("Retry request in 1 seconds."));
  }

  @Test
  void aPatchOrABatchMayBeAppliedInPart() throws IOException {
    String id = local.create(LocalEmulator.process(LocalEmulator.job("A"), LocalEmulator.job("B")));
    fault("\"on\": \"patchProcess\", \"do\": \"partial\", \"apply\": 1");
    String two =
        NAME.replace("]", ", {\"op\": \"replace\", \"path\": \"/autoClose\", \"value\": false}]");
    assertEquals(500, local.patch("/processes/" + id, two).status());
    LocalEmulator.LocalResponse after = local.get("/processes/" + id);
    assertEquals("New", after.text("name"));
    assertTrue(after.object().flag("autoClose", false));
    fault("\"on\": \"batchUpdateProcess\", \"do\": \"partial\", \"apply\": 1, \"status\": 503");
    List<String> items = new ArrayList<>();
    for (Json item : after.object().obj("root").orElseThrow().items("children")) {
      String job = ((Json.Obj) item).obj("job").orElseThrow().text("id").orElseThrow();
      items.add("{\"type\": \"jobName\", \"id\": \"" + job + "\", \"newName\": \"N\"}");
    }
    String body = "{\"data\": [" + String.join(",", items) + "]}";
    assertEquals(503, local.post("/processes/" + id + "/batchUpdates", body).status());
    String text = local.get("/processes/" + id).raw().body();
    assertTrue(text.contains("\"title\":\"N\"") && text.contains("\"title\":\"B\""), text);
  }

  @Test
  void theServerMayHaveDefaultsOfItsOwn() throws IOException {
    fault(
        "\"on\": \"createProcess\", \"do\": \"default\", \"set\":"
            + " {\"/root/children/0/job/arguments/sendTaskArgs/instructions\": \"none\"}");
    LocalEmulator.LocalResponse answer =
        local.post("/processes", LocalEmulator.process(LocalEmulator.job("A")));
    assertTrue(answer.raw().body().contains("\"instructions\":\"none\""));
    String read = local.get("/processes/" + answer.text("id")).raw().body();
    assertTrue(read.contains("\"instructions\":\"none\""));
    assertEquals(1, answer.object().integer("revision").orElse(0L));
  }

  @Test
  void aShiftMayDiffer() throws IOException {
    String job = LocalEmulator.job("A", "manual", ", \"dueDate\": \"2025-01-02\"");
    Json.Obj body = (Json.Obj) LocalEmulator.json(LocalEmulator.process(job));
    String id =
        local.create(
            body.with("relativeDates", Json.of(true))
                .with("businessStartDate", Json.of("2025-01-01"))
                .with("businessEndDate", Json.of("2025-01-31"))
                .write());
    fault("\"on\": \"patchProcess\", \"do\": \"shift\", \"days\": 1");
    String exclude =
        "[{\"op\": \"replace\", \"path\": \"/businessDateExclusions\", \"value\":"
            + " [\"2025-01-01\"]}]";
    String text = local.patch("/processes/" + id, exclude).raw().body();
    assertTrue(text.contains("\"dueDate\":\"2025-01-04\""), text);
  }

  @Test
  void somebodyElseMayEditBetweenTwoCalls() throws IOException {
    String id = local.create(LocalEmulator.process(LocalEmulator.job("A")));
    fault(
        "\"on\": \"patchProcess\", \"do\": \"edit\", \"user\": \"olga\", \"set\":"
            + " {\"/root/children/0/job/arguments/sendTaskArgs/title\": \"hers\"},"
            + " \"remove\": [\"/root/triggerType\"]");
    LocalEmulator.LocalResponse answer = local.patch("/processes/" + id, NAME);
    assertEquals(3, answer.object().integer("revision").orElse(0L));
    assertTrue(answer.raw().body().contains("\"title\":\"hers\""));
    assertTrue(!answer.object().obj("root").orElseThrow().has("triggerType"));
    fault("\"on\": \"getProcess\", \"do\": \"edit-after\", \"set\": {\"/name\": \"hers\"}");
    assertEquals("New", name(id));
    assertEquals("hers", name(id));
    assertTrue(local.get("/processes/" + id).raw().body().contains("\"id\":\"somebody-else\""));
  }

  @Test
  void aCallThatIsRefusedIsHitAsWell() throws IOException {
    String id = local.create(LocalEmulator.process());
    fault("\"on\": \"createProcess\", \"do\": \"drop-after\"");
    assertThrows(IOException.class, () -> local.post("/processes", "{}"));
    fault("\"on\": \"createProcess\", \"do\": \"fail-after\", \"status\": 503");
    assertEquals(503, local.post("/processes", "{}").status());
    fault("\"on\": \"patchProcess\", \"do\": \"edit-after\", \"set\": {\"/name\": \"hers\"}");
    assertEquals(400, local.patch("/processes/" + id, "[7]").status());
    assertEquals("hers", name(id));
  }

  @Test
  void anEditAtACallOfARunIsOneOfItsProcess() throws IOException {
    String id = local.create(LocalEmulator.process(LocalEmulator.job("A")));
    String other = local.create(LocalEmulator.process());
    String run = local.post("/processes/" + id + "/run", "").text("id");
    fault("\"on\": \"getProcessRun\", \"do\": \"edit\", \"set\": {\"/name\": \"hers\"}");
    local.get("/processRuns/" + run);
    assertEquals("hers", name(id));
    assertEquals("Close", name(other));
  }

  @Test
  void aFileIsAScheduleFromTheStart() throws IOException {
    Path file = folder.resolve("faults.json");
    Files.writeString(
        file, "{\"faults\": [{\"on\": \"listProcesses\", \"do\": \"fail-before\", \"nth\": 2}]}");
    try (LocalEmulator other = new LocalEmulator(LocalEmulator.options().withFaults(file))) {
      assertEquals(200, other.get("/processes").status());
      assertEquals(500, other.get("/processes").status());
      assertEquals(200, other.get("/processes").status());
      Json.Obj state = other.look("faults").object();
      Json.Obj first = (Json.Obj) state.items("faults").getFirst();
      assertEquals(3, first.integer("seen").orElse(0L));
      assertEquals(1, first.integer("hit").orElse(0L));
    }
    Files.writeString(file, "{\"faults\": [{\"do\": \"explode\"}]}");
    Emulator emulator = new Emulator(LocalEmulator.options().withFaults(file));
    EmulatorException fault = assertThrows(EmulatorException.class, emulator::start);
    assertTrue(fault.message().contains("\"explode\""), fault.message());
  }

  @Test
  void theSameSeedHitsTheSameCalls() throws IOException {
    assertEquals(hits(7), hits(7));
    Set<String> several = new TreeSet<>();
    for (long seed = 1; seed < 6; seed++) {
      several.add(hits(seed));
    }
    assertTrue(several.size() > 1, several.toString());
  }

  private String hits(long seed) throws IOException {
    String schedule =
        "{\"seed\": "
            + seed
            + ", \"faults\": [{\"do\": \"fail-before\", \"chance\": 0.5, \"times\": 99}]}";
    local.send(local.request("PUT", "/_emulator/faults", schedule));
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      out.append(local.get("/processes").status() == 200 ? '.' : 'x');
    }
    local.send(local.request("DELETE", "/_emulator/faults", ""));
    return out.toString();
  }
}
