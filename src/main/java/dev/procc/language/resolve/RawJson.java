package dev.procc.language.resolve;

import dev.procc.base.json.Json;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.ScalarValues;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Nodes to JSON as the YAML core schema types them: what passes through to the API.
final class RawJson {
  private RawJson() {}

  /// @param override gives another value for a mapping, such as `{ person: cfo }`; null for the
  ///   mapping itself
  static Json of(YamlNode node, Function<Mapping, @Nullable Json> override) {
    return switch (node) {
      case Scalar scalar -> scalar(scalar);
      case Sequence sequence -> {
        List<Json> items = new ArrayList<>();
        for (YamlNode item : sequence.items()) {
          items.add(of(item, override));
        }
        yield new Json.Arr(items);
      }
      case Mapping mapping -> {
        Json overridden = override.apply(mapping);
        if (overridden != null) {
          yield overridden;
        }
        Map<String, Json> members = new LinkedHashMap<>();
        for (MappingEntry entry : mapping.entries()) {
          members.put(entry.key().value(), of(entry.value(), override));
        }
        yield new Json.Obj(members);
      }
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
    Long integer = ScalarValues.integer(scalar);
    if (integer != null) {
      return Json.of(integer);
    }
    return scalar.isPlain() && decimal(scalar.value())
        ? new Json.Num(new BigDecimal(scalar.value()))
        : Json.of(scalar.value());
  }

  /// Whether a plain text is `1.5`: digits, a point, digits, perhaps a sign before.
  private static boolean decimal(String text) {
    int point = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' && point < 0 && i > 0) {
        point = i;
      } else if ((c < '0' || c > '9') && !(i == 0 && c == '-')) {
        return false;
      }
    }
    return point > 0 && point < text.length() - 1 && text.charAt(point - 1) != '-';
  }
}
