package dev.procc.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.base.json.Json;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Snapshots and the reset: what comes back, what is forgotten, and that nothing is by mistake.
final class SnapshotTest {
  @AutoClose private final LocalEmulator local = LocalEmulator.october();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"processes\": {}}",
        "{\"process\": {}}",
        "{\"process\": [], \"run\": {}, \"group\": {}, \"job\": {}, \"meta\": {}}",
        "{\"process\": {\"x\": 5}, \"run\": {}, \"group\": {}, \"job\": {}, \"meta\": {}}",
        "{\"process\": {\"x\": {\"process\": {\"id\": \"y\"}}}, \"run\": {}, \"group\": {},"
            + " \"job\": {}, \"meta\": {}}",
        "{\"process\": {}, \"run\": {\"x\": {}}, \"group\": {}, \"job\": {}, \"meta\": {}}"
      })
  void aBodyThatIsNoSnapshotForgetsNothing(String body) throws IOException {
    local.create(LocalEmulator.process());
    assertEquals(400, local.call("PUT", "/_emulator/snapshot", body).status());
    assertEquals(1, local.look("processes").array().size());
  }

  @Test
  void aSnapshotAboveTheLimitOfTheApiComesBack() throws IOException {
    String large = ", \"instructions\": \"" + "x".repeat(6_000_000) + "\"";
    for (int i = 0; i < 2; i++) {
      local.create(LocalEmulator.process(LocalEmulator.job("A", "manual", large)));
    }
    String snapshot = local.look("snapshot").raw().body();
    local.control("reset");
    assertEquals(204, local.call("PUT", "/_emulator/snapshot", snapshot).status());
    assertEquals(2, local.get("/processes").object().items("data").size());
  }

  @Test
  void aResetForgetsFaultsAndRequestsAndGivesNoIdTwice() throws IOException {
    String first = local.create(LocalEmulator.process());
    local.control("faults", "{\"do\": \"fail-before\", \"on\": \"listProcesses\"}");
    assertEquals(204, local.control("reset").status());
    assertEquals(List.of(), local.look("faults").object().items("faults"));
    assertEquals(List.of(), local.look("requests").array());
    String second = local.create(LocalEmulator.process());
    assertEquals(false, second.equals(first));
    Json.Obj rows = local.look("snapshot").object();
    assertEquals(1, rows.obj("process").orElseThrow().members().size());
  }
}
