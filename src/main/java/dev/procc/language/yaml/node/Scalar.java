package dev.procc.language.yaml.node;

import dev.procc.base.source.Origin;

/// A scalar: a text. A plain one has no type of its own; that depends on the field.
///
/// @param value the decoded text
/// @param style how it is written; any style but `PLAIN` makes it a text
public record Scalar(Origin origin, String value, Style style) implements YamlNode {
  /// The style of a scalar.
  public enum Style {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    LITERAL,
    FOLDED
  }

  public boolean isPlain() {
    return style == Style.PLAIN;
  }

  /// Whether the value is `null` in the core schema: `null`, `~`, or empty.
  public boolean isNull() {
    if (style != Style.PLAIN) {
      return false;
    }
    return switch (value.length()) {
      case 0 -> true;
      case 1 -> value.charAt(0) == '~';
      case 4 -> value.equals("null") || value.equals("Null") || value.equals("NULL");
      default -> false;
    };
  }
}
