package dev.procc.language.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import dev.procc.model.vocabulary.Vocabulary;
import dev.procc.testing.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SchemaGeneratorTest {
  private static final Path CHECKED_IN = Path.of("schemas/procc.schema.json");

  /// The keywords of draft 2020-12 that validators know, and those that editors read besides.
  private static final Set<String> KEYWORDS =
      Set.of(
          "$schema",
          "$ref",
          "$defs",
          "$comment",
          "title",
          "description",
          "examples",
          "type",
          "enum",
          "const",
          "properties",
          "required",
          "additionalProperties",
          "propertyNames",
          "minProperties",
          "dependentSchemas",
          "items",
          "uniqueItems",
          "pattern",
          "minimum",
          "maxLength",
          "allOf",
          "anyOf",
          "not",
          "if",
          "then",
          "else",
          "markdownDescription",
          "enumDescriptions",
          "errorMessage",
          "patternErrorMessage",
          "defaultSnippets");

  @Test
  void theCheckedInSchemaIsTheGeneratedOne() throws IOException {
    String generated = SchemaGenerator.all().pretty();
    Golden.check(CHECKED_IN, generated);
    // Beside the sample, so that its comment leads to it wherever it is copied.
    Golden.check(Path.of("samples/q4-close/procc.schema.json"), generated);
  }

  @Test
  void theSchemaIsValidAgainstItsMetaSchema() {
    List<Json.Obj> schemas = new ArrayList<>(List.of(SchemaGenerator.all()));
    Vocabulary.DOCUMENT_KINDS.forEach(
        kind -> schemas.add(SchemaGenerator.forKind(kind).orElseThrow()));
    var meta =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                com.networknt.schema.SchemaLocation.of(
                    SpecificationVersion.DRAFT_2020_12.getDialectId()));
    for (Json.Obj schema : schemas) {
      assertEquals(List.of(), meta.validate(JacksonTrees.fromJson(schema)));
    }
    assertTrue(
        !meta.validate(JacksonTrees.fromJson(SchemaGenerator.all().with("type", Json.of("objekt"))))
            .isEmpty(),
        "the meta-schema finds a fault where there is one");
  }

  @Test
  void everyKeywordIsKnown() {
    Set<String> unknown = new TreeSet<>();
    keywords(SchemaGenerator.all(), unknown);
    assertEquals(Set.of(), unknown);
  }

  private static void keywords(Json schema, Set<String> unknown) {
    if (!(schema instanceof Json.Obj object)) {
      return;
    }
    for (Map.Entry<String, Json> member : object.members().entrySet()) {
      String keyword = member.getKey();
      if (!KEYWORDS.contains(keyword)) {
        unknown.add(keyword);
      }
      switch (keyword) {
        case "properties", "$defs", "dependentSchemas" ->
            ((Json.Obj) member.getValue()).members().values().forEach(s -> keywords(s, unknown));
        case "allOf", "anyOf" ->
            ((Json.Arr) member.getValue()).items().forEach(s -> keywords(s, unknown));
        case "items", "not", "if", "then", "else", "additionalProperties", "propertyNames" ->
            keywords(member.getValue(), unknown);
        default -> {}
      }
    }
  }

  @Test
  void everyReferenceLeadsToADefinitionWithATitle() throws Exception {
    Json.Obj all = (Json.Obj) JsonReader.read(SchemaGenerator.all().write());
    Json.Obj definitions = all.obj("$defs").orElseThrow();
    assertEquals(Vocabulary.all().size() + 1, definitions.members().size());
    for (Map.Entry<String, Json> definition : definitions.members().entrySet()) {
      assertEquals(
          definition.getKey(), ((Json.Obj) definition.getValue()).text("title").orElse(""));
    }
    String text = all.write();
    for (int at = text.indexOf("\"$ref\":\""); at >= 0; at = text.indexOf("\"$ref\":\"", at + 1)) {
      String target = text.substring(at + 8, text.indexOf('"', at + 8));
      assertTrue(definitions.has(target.substring("#/$defs/".length())), target);
    }
  }
}
