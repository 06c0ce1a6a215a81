package dev.procc.language.schema;

import dev.procc.base.json.Json;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.ScalarValues;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The conversion of nodes to JSON, as the binder reads scalars: a plain scalar is `null`, a
/// boolean or a whole number if it can be read as one, and otherwise a text; `1.5`, `+5` and `0x1F`
/// are texts, since no key of the language takes such a number.
public final class NodeToJson {
  private NodeToJson() {}

  public static Json toJson(YamlNode node) {
    return switch (node) {
      case Mapping mapping -> {
        Map<String, Json> members = new LinkedHashMap<>();
        for (MappingEntry entry : mapping.entries()) {
          members.put(entry.key().value(), toJson(entry.value()));
        }
        yield new Json.Obj(members);
      }
      case Sequence sequence -> {
        List<Json> items = new ArrayList<>();
        for (YamlNode item : sequence.items()) {
          items.add(toJson(item));
        }
        yield new Json.Arr(items);
      }
      case Scalar scalar -> scalar(scalar);
      case Unknown unknown -> Json.NULL;
    };
  }

  private static Json scalar(Scalar scalar) {
    if (scalar.isNull()) {
      return Json.NULL;
    }
    Boolean bool = ScalarValues.bool(scalar);
    if (bool != null) {
      return Json.of(bool);
    }
    Long number = wholeNumber(scalar);
    return number == null ? Json.of(scalar.value()) : Json.of(number);
  }

  private static @org.jspecify.annotations.Nullable Long wholeNumber(Scalar scalar) {
    return scalar.value().startsWith("+") ? null : ScalarValues.integer(scalar);
  }
}
