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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A schedule that says something else than its author meant is refused, since a fault that never
/// hits looks like a program that takes it well.
final class FaultSettingsTest {
  @AutoClose private final LocalEmulator local = LocalEmulator.october();
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'on': 'createProces', 'do': 'fail-before'",
        "'on': 7, 'do': 'fail-before'",
        "'do': 'fail-before', 'status': 99",
        "'do': 'fail-before', 'status': 200",
        "'do': 'fail-before', 'status': 204",
        "'do': 'fail-before', 'status': 0",
        "'do': 'fail-before', 'status': '503'",
        "'do': 'fail-before', 'status': 99999999999",
        "'do': 'fail-before', 'nth': '2'",
        "'do': 'fail-before', 'nth': 0",
        "'do': 'fail-before', 'times': -1",
        "'do': 'fail-before', 'times': 1.5",
        "'do': 'fail-before', 'chance': 'often'",
        "'do': 'fail-before', 'chance': 7",
        "'do': 'fail-before', 'tims': 2",
        "'do': 'fail-before', 'path': 7",
        "'do': 'fail-before', 'seconds': 7",
        "'do': 'delay', 'millis': 600000",
        "'do': 'delay', 'millis': -1",
        "'do': 'shift', 'days': 100000000000",
        "'do': 'partial', 'apply': -1",
        "'do': 'rate-limit', 'header': 'no'",
        "'do': 'edit'",
        "'do': 'edit', 'set': []",
        "'do': 'edit', 'set': {'name': 'x'}",
        "'do': 'edit', 'remove': '/x'",
        "'do': 'edit', 'remove': [7]",
        "'do': 'default'",
        "'fault': []",
        "'faults': {}",
        "'faults': [7]",
        "'faults': [], 'sed': 1",
        "'seed': 'x', 'faults': []",
        "'seed': 7",
        ""
      })
  void whatMeansNothingIsRefused(String members) throws IOException {
    String body = "{" + members.replace('\'', '"') + "}";
    for (String method : List.of("POST", "PUT")) {
      LocalEmulator.LocalResponse answer = local.call(method, "/_emulator/faults", body);
      assertEquals(400, answer.status(), body);
      assertTrue(answer.text("message").contains("fault"), answer.text("message"));
    }
    assertEquals(List.of(), local.look("faults").object().items("faults"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[{\"do\": \"fail-before\"}]", "7", "{\"faullts\": [{\"do\": \"fail-before\"}]}"})
  void aFileOfAnotherShapeIsNamed(String text) throws IOException {
    Path file = folder.resolve("faults.json");
    Files.writeString(file, text);
    Emulator emulator = new Emulator(LocalEmulator.options().withFaults(file));
    EmulatorException fault = assertThrows(EmulatorException.class, emulator::start);
    assertTrue(fault.message().startsWith(file + ": "), fault.message());
  }

  @Test
  void aScheduleThatWasReadCanBeWrittenBack() throws IOException {
    local.control(
        "faults", "{\"do\": \"delay\", \"millis\": 1, \"on\": \"token\", \"chance\": 0.5}");
    local.control("faults", "{\"do\": \"edit\", \"remove\": [\"/name\"], \"path\": \"x\"}");
    Json.Obj before = local.look("faults").object();
    assertEquals(200, local.call("PUT", "/_emulator/faults", before.write()).status());
    assertEquals(before, local.look("faults").object());
  }

  @Test
  void theOperationsAreThoseOfTheDescription() throws IOException {
    Set<String> described = new TreeSet<>();
    for (Json path : OpenApiContract.DOCUMENT.obj("paths").orElseThrow().members().values()) {
      for (Json operation : ((Json.Obj) path).members().values()) {
        if (operation instanceof Json.Obj object) {
          object.text("operationId").ifPresent(described::add);
        }
      }
    }
    described.remove("getToken");
    described.add("token");
    List<String> known = new ArrayList<>();
    for (Json name : local.look("faults").object().items("operations")) {
      known.add(((Json.Str) name).value());
    }
    assertEquals(described, new TreeSet<>(known));
  }
}
