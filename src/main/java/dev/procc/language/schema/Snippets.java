package dev.procc.language.schema;

import dev.procc.base.json.Json;
import dev.procc.model.vocabulary.KeySpec;
import dev.procc.model.vocabulary.MappingSpec;
import dev.procc.model.vocabulary.ValueShape;
import dev.procc.model.vocabulary.Vocabulary;
import java.util.LinkedHashMap;
import java.util.Map;

/// The snippets that an editor offers: the required keys, with a stop for each value.
final class Snippets {
  private int tabStops;

  private Snippets() {}

  static Json.Obj document(String kind) {
    MappingSpec structure = Vocabulary.mapping(kind);
    return Json.object()
        .put("label", kind)
        .put("description", structure.doc())
        .put("body", new Snippets().body(structure))
        .build();
  }

  static Json.Obj node(MappingSpec structure) {
    return Json.object()
        .put("label", structure.name() + " with its fields")
        .put("description", structure.doc())
        .put("body", new Snippets().body(structure))
        .build();
  }

  private Json.Obj body(MappingSpec structure) {
    Map<String, Json> members = new LinkedHashMap<>();
    for (KeySpec word : structure.keys()) {
      if (word.required()) {
        members.put(word.name(), value(word, structure));
      }
    }
    return new Json.Obj(members);
  }

  private Json value(KeySpec word, MappingSpec structure) {
    return switch (word.shape()) {
      case ValueShape.BoolShape bool ->
          Json.of(!word.examples().isEmpty() && word.examples().getFirst().equals("true"));
      case ValueShape.StructShape struct -> body(Vocabulary.mapping(struct.mappingName()));
      case ValueShape.EnumShape one when word.name().equals("kind") -> Json.of(structure.name());
      case ValueShape.EnumShape one -> Json.of(one.values().getFirst());
      case ValueShape.MapShape map -> Json.object().put(tabStop("name"), tabStop("")).build();
      case ValueShape.ListShape list -> Json.array(Json.of(tabStop("")));
      default -> Json.of(tabStop(word.examples().isEmpty() ? "" : word.examples().getFirst()));
    };
  }

  private String tabStop(String text) {
    tabStops++;
    return text.isEmpty() ? "$" + tabStops : "${" + tabStops + ":" + text + "}";
  }
}
