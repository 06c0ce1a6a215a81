package dev.procc.language.schema;

import dev.procc.base.json.Json;
import dev.procc.base.source.SourceFile;
import dev.procc.language.schema.ShapeSchemas.Besides;
import dev.procc.language.yaml.Yaml;
import dev.procc.language.yaml.node.YamlDocument;
import dev.procc.model.catalog.Catalog;
import dev.procc.model.catalog.FactBasis;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.process.Address;
import dev.procc.model.vocabulary.KeySpec;
import dev.procc.model.vocabulary.MappingSpec;
import dev.procc.model.vocabulary.ValueShape;
import dev.procc.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The schema of a property for a key of the language: its shape, and what editors show.
final class PropertySchemas {
  private PropertySchemas() {}

  /// @param structure the mapping that has the key
  /// @param kindOfNode whether its value is the key of a node
  static Json.Obj of(KeySpec word, MappingSpec structure, boolean kindOfNode) {
    Json.Obj shape = ShapeSchemas.of(word.shape(), besides(word)).build();
    if (word.name().equals("kind") && Vocabulary.DOCUMENT_KINDS.contains(structure.name())) {
      shape = shape.with("enum", Json.array(Json.of(structure.name()))).without("enumDescriptions");
    }
    Json.Builder schema = Json.object();
    schema.put("description", word.doc());
    schema.put("markdownDescription", markdown(word, structure));
    shape.members().forEach(schema::put);
    if (word.isSet()) {
      schema.put("uniqueItems", true);
    }
    if (kindOfNode) {
      schema.put("not", Json.object().put("const", Address.ROOT).build());
    }
    List<Json> examples = new ArrayList<>();
    for (String example : word.examples()) {
      examples.add(exampleJson(example));
    }
    if (!examples.isEmpty() && !(word.shape() instanceof ValueShape.EnumShape)) {
      schema.put("examples", Json.array(examples));
    }
    return schema.build();
  }

  private static Set<Besides> besides(KeySpec key) {
    Set<Besides> besides = EnumSet.noneOf(Besides.class);
    if (!key.required()) {
      besides.add(Besides.NULL);
    }
    if (!key.literal()) {
      besides.add(Besides.TAG);
    }
    return besides;
  }

  /// The JSON value of an example's YAML text.
  private static Json exampleJson(String example) {
    List<YamlDocument> documents =
        Yaml.parse(new SourceFile("example", example)).value().orElse(List.of());
    return documents.isEmpty() ? Json.of(example) : NodeToJson.toJson(documents.getFirst().root());
  }

  private static String markdown(KeySpec word, MappingSpec structure) {
    StringBuilder text = new StringBuilder(word.doc());
    FieldSpec field = word.field();
    if (field != null && !structure.name().contains("Default")) {
      text.append("\n\nThe API's `").append(field.id()).append("`: ");
      text.append(Catalog.mutability(field, structure.name().equals("Root")).description());
      if (field.basis() != FactBasis.STATED) {
        text.append("; ").append(field.basis().description());
      }
      text.append('.');
    }
    return text.toString();
  }
}
