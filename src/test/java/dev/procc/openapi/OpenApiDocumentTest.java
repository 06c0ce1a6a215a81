package dev.procc.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import dev.procc.testing.Golden;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The committed description is the generated one. A public linter finds it valid:
///
/// ```sh
/// npx @redocly/cli@2.77.0 lint schemas/processes.openapi.json
/// ```
class OpenApiDocumentTest {
  static final Path CHECKED_IN = Path.of("schemas/processes.openapi.json");
  private static final Set<String> METHODS = Set.of("get", "post", "patch", "delete", "put");

  @Test
  void theCheckedInDescriptionIsTheGeneratedOne() throws Exception {
    String generated = OpenApiDocument.build().pretty();
    Golden.check(CHECKED_IN, generated);
  }

  @Test
  void itHasElevenOperationsAndTheToken() {
    Set<String> operations = new TreeSet<>();
    Json.Obj paths = OpenApiDocument.build().obj("paths").orElseThrow();
    paths
        .members()
        .forEach((path, item) -> {
          for (String member : ((Json.Obj) item).members().keySet()) {
            if (METHODS.contains(member)) {
              operations.add(member + " " + path);
            }
          }
        });
    assertEquals(12, operations.size(), operations.toString());
  }

  @Test
  void everyReferenceLeadsSomewhere() throws Exception {
    String text = Files.readString(CHECKED_IN);
    Json.Obj document = (Json.Obj) JsonReader.read(text);
    int count = 0;
    for (int at = text.indexOf("\"#/"); at >= 0; at = text.indexOf("\"#/", at + 1)) {
      Json found = document;
      for (String step : text.substring(at + 3, text.indexOf('"', at + 3)).split("/")) {
        found = found instanceof Json.Obj object ? object.get(step) : null;
      }
      assertTrue(found instanceof Json.Obj, text.substring(at, at + 60));
      count++;
    }
    assertTrue(count > 100, "only " + count);
  }
}
