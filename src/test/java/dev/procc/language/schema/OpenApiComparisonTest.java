package dev.procc.language.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.base.source.SourceFile;
import dev.procc.model.catalog.Catalog;
import dev.procc.model.catalog.FieldType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenApiComparisonTest {
  private static Json.Obj ours() throws Exception {
    String text = Files.readString(Path.of("schemas/processes.openapi.json"));
    return OpenApiComparison.read(new SourceFile("a.json", text)).value().orElseThrow();
  }

  private static List<String> differences(String text) {
    Json.Obj document =
        OpenApiComparison.read(new SourceFile("a.yaml", text)).value().orElseThrow();
    List<String> lines = new ArrayList<>();
    for (OpenApiDifference one : OpenApiComparison.of(document).differences()) {
      lines.add(one.kind().label() + " " + one.place() + ": " + one.table() + " | " + one.file());
    }
    return lines;
  }

  @Test
  void ourOwnDescriptionDiffersInNothing() throws Exception {
    OpenApiComparison comparison = OpenApiComparison.of(ours());
    assertEquals(List.of(), comparison.differences());
    assertTrue(comparison.compared() > 200 && comparison.confirmed().size() > 50);
  }

  /// Every removed or changed field of each schema is named, and nothing else.
  @Test
  void everyLostOrTurnedFieldIsNamed() throws Exception {
    Json.Obj document = ours();
    Json.Obj components = document.obj("components").orElseThrow();
    Json.Obj schemas = components.obj("schemas").orElseThrow();
    int fields = 0;
    for (String name : List.of("Process", "ProcessJob", "Error", "JobRun", "SendTaskArguments")) {
      Json.Obj schema = schemas.obj(name).orElseThrow();
      Json.Obj properties = schema.obj("properties").orElseThrow();
      for (String field : properties.members().keySet()) {
        Json odd = Json.object().put("type", "number").build();
        List<Json.Obj> others = new ArrayList<>(List.of(properties.without(field)));
        if (typed(name + "." + field)) {
          others.add(properties.with(field, odd));
        }
        for (Json.Obj other : others) {
          Json.Obj changed = schemas.with(name, schema.with("properties", other));
          Json.Obj mutant = document.with("components", components.with("schemas", changed));
          List<OpenApiDifference> found = OpenApiComparison.of(mutant).differences();
          assertEquals(
              List.of(name + "." + field), found.stream().map(OpenApiDifference::place).toList());
          fields++;
        }
      }
    }
    assertTrue(fields > 90, "only " + fields);
  }

  /// Whether the table has a type for the field.
  private static boolean typed(String field) {
    return Catalog.all().stream()
        .noneMatch(row -> row.id().equals(field) && row.type() == FieldType.ANY);
  }

  @Test
  void whatOnlyTheFileHasIsNamed() {
    List<String> found =
        differences(
            """
            openapi: 3.0.3
            paths:
              /processes/{id}: { get: {}, put: {} }
              /files: { get: {} }
            components:
              schemas:
                ProcessJob:
                  allOf:
                    - $ref: "#/components/schemas/Base"
                    - type: object
                      required: [action]
                      properties:
                        action: { type: string }
                        tags: { type: array, items: { type: string } }
                        letter: { $ref: "#/components/schemas/Letter" }
                Base: { type: object, properties: { id: { type: integer } } }
                Letter: { type: object, properties: { template: { type: string } } }
                ProcessJSONPatchDocument:
                  type: array
                  description: "on `/dueDate` and /letters"
            """);
    assertTrue(found.contains("unknown PUT /processes/{}: none | an operation"), found.toString());
    assertTrue(found.stream().noneMatch(line -> line.contains("/files")));
    assertTrue(found.contains("missing POST /processes: an operation | none"));
    assertTrue(found.contains("required ProcessJob.action: not required | required"));
    assertTrue(found.contains("type ProcessJob.id: string | integer"));
    assertTrue(found.contains("type ProcessJob.tags: [object], unique | [string]"));
    assertTrue(found.contains("unknown ProcessJob.letter: no row | Letter"));
    assertTrue(found.contains("unknown Letter: no schema | fields template"));
    assertTrue(found.contains("unknown PATCH /letters: none | a path"));
    assertTrue(found.contains("missing PATCH /name: a path | none"));
    assertTrue(found.stream().noneMatch(line -> line.contains("PATCH /dueDate")));
  }

  @Test
  void circlesEnd() {
    String text =
        """
        components:
          schemas:
            Process: { $ref: "#/components/schemas/Process" }
            User: { allOf: [ { $ref: "#/components/schemas/User" } ] }
        """;
    assertTrue(differences(text).size() > 30);
  }

  @Test
  void whatDescribesNothingIsNotCompared() {
    for (String text : List.of("", "[1]", "a: b", "{", "components: { schemas: {} }")) {
      assertTrue(OpenApiComparison.read(new SourceFile("a", text)).value().isEmpty(), text);
    }
  }
}
