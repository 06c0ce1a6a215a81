package dev.procc.language.expand.variables;

import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.ScalarValues;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import org.jspecify.annotations.Nullable;

/// A check of values against declared types.
///
/// A date is any text, since the field that uses it decides about its meaning. A person or a
/// document is the name of one, or a mapping.
public final class TypeCheck {
  private TypeCheck() {}

  /// The problem with a value, such as `is not an integer`; null if it has the type.
  static @Nullable String mismatch(String type, YamlNode value) {
    return switch (type) {
      case "integer" -> isInteger(value) ? null : "is not an integer";
      case "number" -> isNumber(value) ? null : "is not a number";
      case "boolean" -> ScalarValues.bool(value) != null ? null : "is neither true nor false";
      case "list" -> value instanceof Sequence ? null : "is not a list";
      case "map" -> value instanceof Mapping ? null : "is not a map";
      case "person", "document" ->
          isFilled(value) || value instanceof Mapping ? null : "is not a " + type;
      case "date" -> isFilled(value) ? null : "is not a date";
      default -> value instanceof Scalar scalar && !scalar.isNull() ? null : "is not a text";
    };
  }

  private static boolean isFilled(YamlNode value) {
    return value instanceof Scalar scalar && !scalar.isNull() && !scalar.value().isBlank();
  }

  static boolean isInteger(YamlNode value) {
    return value instanceof Scalar scalar && scalar.isPlain() && isDecimal(scalar.value(), false);
  }

  static boolean isNumber(YamlNode value) {
    return value instanceof Scalar scalar && scalar.isPlain() && isDecimal(scalar.value(), true);
  }

  /// Whether a text is a decimal number: digits with an optional sign.
  ///
  /// @param fraction whether a point and more digits may follow
  public static boolean isDecimal(String text, boolean fraction) {
    int from = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    boolean point = false;
    boolean digit = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' && fraction && !point && digit) {
        point = true;
        digit = false;
      } else if (c >= '0' && c <= '9') {
        digit = true;
      } else {
        return false;
      }
    }
    return digit && text.length() <= 40;
  }
}
