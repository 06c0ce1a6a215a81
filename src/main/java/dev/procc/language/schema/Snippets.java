package dev.procc.language.schema;

import dev.procc.base.json.Json;
import dev.procc.model.catalog.Shape;
import dev.procc.model.catalog.Structure;
import dev.procc.model.catalog.Vocabulary;
import dev.procc.model.catalog.Word;
import java.util.LinkedHashMap;
import java.util.Map;

/// Skeletons that an editor offers: the keys that must be there, with a stop for each value.
final class Snippets {
  private int stops;

  private Snippets() {}

  static Json.Obj document(String kind) {
    Structure structure = Vocabulary.structure(kind);
    return Json.object()
        .put("label", kind)
        .put("description", structure.doc())
        .put("body", new Snippets().body(structure))
        .build();
  }

  static Json.Obj node(Structure structure) {
    return Json.object()
        .put("label", structure.name() + " with its fields")
        .put("description", structure.doc())
        .put("body", new Snippets().body(structure))
        .build();
  }

  private Json.Obj body(Structure structure) {
    Map<String, Json> members = new LinkedHashMap<>();
    for (Word word : structure.words()) {
      if (word.required()) {
        members.put(word.name(), value(word, structure));
      }
    }
    return new Json.Obj(members);
  }

  private Json value(Word word, Structure structure) {
    return switch (word.shape()) {
      case Shape.Bool bool ->
          Json.of(!word.examples().isEmpty() && word.examples().getFirst().equals("true"));
      case Shape.Struct struct -> body(Vocabulary.structure(struct.structure()));
      case Shape.OneOf one when word.name().equals("kind") -> Json.of(structure.name());
      case Shape.OneOf one -> Json.of(one.values().getFirst());
      case Shape.MapOf map -> Json.object().put(stop("name"), stop("")).build();
      case Shape.ListOf list -> Json.array(Json.of(stop("")));
      default -> Json.of(stop(word.examples().isEmpty() ? "" : word.examples().getFirst()));
    };
  }

  private String stop(String text) {
    stops++;
    return text.isEmpty() ? "$" + stops : "${" + stops + ":" + text + "}";
  }
}
