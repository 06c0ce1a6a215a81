package dev.procc.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The clock, the users, the request log and the seed: their limits, and what is refused.
final class ControlSettingsTest {
  private static final String CERTIFICATION =
      "{\"type\": \"job\", \"job\": {\"action\": \"certification\", \"arguments\": {\"type\":"
          + " \"certification\", \"certificationArgs\": {\"title\": \"302\", \"signers\":"
          + " [{\"id\": \"zoe\"}]}}}}";
  @AutoClose private final LocalEmulator local = LocalEmulator.october();
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"days\": 1000000000000}",
        "{\"days\": 9000000000000000000}",
        "{\"seconds\": 9223372036854775807}",
        "{\"days\": 3650000}",
        "{\"days\": -1000000}",
        "{\"now\": \"+10000-01-01T00:00:00Z\"}",
        "{\"now\": \"0000-12-31\"}",
        "{\"now\": 5}",
        "{\"days\": \"3\"}",
        "{\"days\": 1.5}",
        "{\"dayz\": 3}",
        "{}"
      })
  void aClockThatCannotBeReadIsNotSet(String body) throws IOException {
    assertEquals(400, local.control("clock", body).status());
    assertEquals("2024-10-01T09:00:00Z", local.look("clock").text("now"));
  }

  @Test
  void aClockThatGoesBackMakesNobodyWaitLonger() throws IOException {
    try (LocalEmulator slow = new LocalEmulator(LocalEmulator.options().withRateLimit(1))) {
      assertEquals(200, slow.get("/processes").status());
      slow.control("clock", "{\"days\": -1}");
      assertEquals(200, slow.get("/processes").status());
      assertTrue(Integer.parseInt(slow.get("/processes").header("Retry-After")) <= 60);
    }
  }

  @Test
  void usersAreAListOrEverybody() throws IOException {
    for (String body : List.of("{\"known\": \"anna\"}", "{}", "{\"known\": [7]}")) {
      assertEquals(400, local.call("PUT", "/_emulator/users", body).status());
    }
    String anna = LocalEmulator.process(LocalEmulator.job("A"));
    String zoe = LocalEmulator.process(CERTIFICATION);
    local.call("PUT", "/_emulator/users", "{\"known\": [\"anna\"]}");
    assertEquals(201, local.post("/processes", anna).status());
    assertEquals("invalidUser", local.post("/processes", zoe).text("code"));
    assertEquals(200, local.call("PUT", "/_emulator/users", "{\"known\": null}").status());
    assertEquals(201, local.post("/processes", zoe).status());
  }

  @Test
  void whoAsksForTheRequestsSinceANumberMissesNoLongOne() throws Exception {
    local.control("faults", "{\"do\": \"delay\", \"millis\": 1500, \"on\": \"getProcess\"}");
    Thread slow =
        Thread.ofVirtual()
            .start(() -> {
              try {
                var _ = local.get("/processes/x");
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    while (!local.look("faults").raw().body().contains("\"hit\":1")) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    local.get("/processes");
    Json.Obj last = (Json.Obj) local.look("requests").array().getLast();
    slow.join();
    long number = last.integer("number").orElse(0L);
    assertEquals(1, local.look("requests?since=" + number).array().size());
    assertEquals(2, local.look("requests?last=5").array().size());
    assertEquals(List.of(last), local.look("requests?last=2").array().subList(0, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"x\",\"root\":5}",
        "{\"id\":\"\",\"root\":{}}",
        "{\"id\":\"x\",\"root\":{\"x\":DEEP}}",
        "{\"id\":\"x\",\"root\":{},\"revision\":\"3\"}"
      })
  void aSeedOfAnotherShapeIsNamed(String body) throws IOException {
    String deep = "[".repeat(192) + "]".repeat(192);
    Files.writeString(folder.resolve("one.json"), body.replace("DEEP", deep));
    Emulator emulator = new Emulator(LocalEmulator.options().withSeed(folder));
    EmulatorException fault = assertThrows(EmulatorException.class, emulator::start);
    assertTrue(fault.message().matches(".*(one.json|deeper than 190).*"), fault.message());
  }

  @Test
  void generatedJobsOfASeedAreLeftOutWhereAsked() throws IOException {
    String id = local.create(LocalEmulator.process(CERTIFICATION));
    String all = local.get("/processes/" + id).raw().body();
    String own = local.get("/processes/" + id + "?excludeGeneratedJobs=true").raw().body();
    Files.writeString(folder.resolve("one.json"), all);
    try (LocalEmulator other = new LocalEmulator(LocalEmulator.options().withSeed(folder))) {
      assertEquals(all, other.get("/processes/" + id).raw().body());
      assertEquals(own, other.get("/processes/" + id + "?excludeGeneratedJobs=true").raw().body());
    }
  }
}
