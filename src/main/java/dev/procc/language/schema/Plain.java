package dev.procc.language.schema;

import dev.procc.base.json.Json;
import dev.procc.language.yaml.Entry;
import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import dev.procc.language.yaml.Scalars;
import dev.procc.language.yaml.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Nodes as JSON, by the rules that the binder reads scalars by: a plain scalar is `null`, a
/// boolean or a whole number where it can be read as one, and a text otherwise; `1.5`, `+5` and
/// `0x1F` are texts, since no word of the language takes such a number.
final class Plain {
  private Plain() {}

  static Json json(Node node) {
    return switch (node) {
      case Mapping mapping -> {
        Map<String, Json> members = new LinkedHashMap<>();
        for (Entry entry : mapping.entries()) {
          members.put(entry.key().value(), json(entry.value()));
        }
        yield new Json.Obj(members);
      }
      case Sequence sequence -> {
        List<Json> items = new ArrayList<>();
        for (Node item : sequence.items()) {
          items.add(json(item));
        }
        yield new Json.Arr(items);
      }
      case Scalar scalar -> scalar(scalar);
    };
  }

  private static Json scalar(Scalar scalar) {
    if (scalar.isNull()) {
      return Json.NULL;
    }
    Boolean bool = Scalars.bool(scalar);
    if (bool != null) {
      return Json.of(bool);
    }
    Long number = whole(scalar);
    return number == null ? Json.of(scalar.value()) : Json.of(number);
  }

  private static @org.jspecify.annotations.Nullable Long whole(Scalar scalar) {
    return scalar.value().startsWith("+") ? null : Scalars.integer(scalar);
  }
}
