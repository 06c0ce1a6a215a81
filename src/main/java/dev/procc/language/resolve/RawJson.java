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
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The conversion of nodes to JSON by the types of the YAML core schema, for values that pass
/// through to the API.
final class RawJson {
  private RawJson() {}

  /// @param override gives another value for a mapping, such as `{ person: cfo }`; null to keep the
  ///   mapping
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
    Json number = scalar.isPlain() ? number(scalar.value()) : null;
    return number == null ? Json.of(scalar.value()) : number;
  }

  /// The number of a plain text in the core schema, `1.5`, `-2e10`, `.5`, `0x1F`, `0o17`, of any
  /// size; null if it is not a number, or not within the range of a double.
  static @Nullable Json number(String text) {
    int at = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    if (at == 0 && (text.startsWith("0x") || text.startsWith("0o"))) {
      int radix = text.charAt(1) == 'x' ? 16 : 8;
      boolean signed = text.length() > 2 && "-+".indexOf(text.charAt(2)) >= 0;
      try {
        return signed
            ? null
            : new Json.Num(new BigDecimal(new BigInteger(text.substring(2), radix)));
      } catch (NumberFormatException e) {
        return null;
      }
    }
    int digits = digits(text, at);
    int end = at + digits;
    if (end < text.length() && text.charAt(end) == '.') {
      int fraction = digits(text, end + 1);
      digits += fraction;
      end += 1 + fraction;
    }
    if (digits == 0) {
      return null;
    }
    if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
      int sign = end + 1 < text.length() && "+-".indexOf(text.charAt(end + 1)) >= 0 ? 1 : 0;
      int exponent = digits(text, end + 1 + sign);
      end += exponent == 0 || exponent > 3 ? 0 : 1 + sign + exponent;
    }
    return end == text.length() && Double.isFinite(Double.parseDouble(text))
        ? new Json.Num(new BigDecimal(text))
        : null;
  }

  /// The number of digits from an offset on.
  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at - from;
  }
}
