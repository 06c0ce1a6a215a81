package dev.procc.language.resolve;

import dev.procc.base.json.Json;
import dev.procc.language.yaml.Entry;
import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import dev.procc.language.yaml.Scalars;
import dev.procc.language.yaml.Sequence;
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

  /// @param special gives another value for a mapping, such as `{ person: cfo }`; absent for the
  ///   mapping itself
  static Json of(Node node, Function<Mapping, @Nullable Json> special) {
    return switch (node) {
      case Scalar scalar -> scalar(scalar);
      case Sequence sequence -> {
        List<Json> items = new ArrayList<>();
        for (Node item : sequence.items()) {
          items.add(of(item, special));
        }
        yield new Json.Arr(items);
      }
      case Mapping mapping -> {
        Json other = special.apply(mapping);
        if (other != null) {
          yield other;
        }
        Map<String, Json> members = new LinkedHashMap<>();
        for (Entry entry : mapping.entries()) {
          members.put(entry.key().value(), of(entry.value(), special));
        }
        yield new Json.Obj(members);
      }
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
    Long integer = Scalars.integer(scalar);
    if (integer != null) {
      return Json.of(integer);
    }
    return scalar.plain() && decimal(scalar.value())
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
