package dev.procc.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The description in `schemas/` agrees with the emulator: the same operations, the same paths of a
/// PATCH; and the guide's bodies match it. Every answer in the other tests is checked against it as
/// well.
final class OpenApiContractTest {
  private static final Path BODIES = Path.of("src/test/resources/emulator/guide");

  @Test
  void bothKnowTheSameOperations() throws IOException {
    Set<String> described = new TreeSet<>();
    OpenApiContract.DOCUMENT
        .obj("paths")
        .orElseThrow()
        .members()
        .forEach((path, item) ->
            ((Json.Obj) item)
                .members()
                .forEach((method, operation) -> {
                  if (operation instanceof Json.Obj o && o.has("operationId")) {
                    described.add(
                        method.toUpperCase(Locale.ROOT) + " " + path.replaceAll("\\{\\w+}", "{}"));
                  }
                }));
    try (LocalEmulator local = LocalEmulator.october()) {
      for (String operation : described) {
        String[] words = operation.split(" ", -1);
        LocalEmulator.LocalResponse answer = local.call(words[0], words[1].replace("{}", "x"), "");
        String message = answer.text("message");
        assertTrue(answer.status() != 405 && !message.startsWith("There is no"), operation);
      }
    }
    assertEquals(12, described.size());
  }

  @Test
  void thePathsOfAPatchAreTheSame() throws IOException {
    Json.Obj operation =
        OpenApiContract.DOCUMENT
            .obj("components")
            .flatMap(c -> c.obj("schemas"))
            .flatMap(s -> s.obj("ProcessPatchOperation"))
            .orElseThrow();
    var paths = operation.obj("properties").flatMap(p -> p.obj("path")).orElseThrow().items("enum");
    assertEquals(17, paths.size());
    try (LocalEmulator local = LocalEmulator.october()) {
      String id = local.create(LocalEmulator.process());
      for (Json path : paths) {
        String body = "[{\"op\": \"replace\", \"path\": " + path.write() + ", \"value\": 7}]";
        assertEquals(
            "/0/value", local.patch("/processes/" + id, body).text("target"), path.write());
      }
    }
  }

  @Test
  void theRequestsOfTheGuideFit() throws IOException {
    String one = "/processes/{processId}";
    String json = "application/json";
    OpenApiContract.request("POST", "/processes", json, body("create"));
    OpenApiContract.request("PATCH", one, "application/json-patch+json", body("patch"));
    OpenApiContract.request("POST", one + "/batchUpdates", json, body("batch"));
    OpenApiContract.request("POST", one + "/run", json, body("run"));
    OpenApiContract.request("POST", "/processRuns/{processRunId}/jobRuns", json, body("jobruns"));
  }

  private static String body(String name) throws IOException {
    return Files.readString(BODIES.resolve(name + ".json"));
  }

  @Test
  void theDescriptionRefusesWhatIsNotInIt() {
    String add = "[{\"op\": \"add\", \"path\": \"/name\", \"value\": \"x\"}]";
    String remove = "[{\"op\": \"remove\", \"path\": \"/name\"}]";
    String type = "application/json-patch+json";
    for (String body : new String[] {add, remove}) {
      assertThrows(
          AssertionError.class,
          () -> OpenApiContract.request("PATCH", "/processes/{processId}", type, body));
    }
    assertThrows(
        AssertionError.class,
        () -> OpenApiContract.answer("GET", "/processes", 200, "{\"items\":[]}"));
  }
}
