package dev.procc.language.yaml.node;

import dev.procc.base.source.Origin;

/// A text. A plain one has no type of its own: the place where it lands decides.
///
/// @param value the decoded text
/// @param style how it was written; anything but `PLAIN` is a text for certain
public record Scalar(Origin origin, String value, Style style) implements YamlNode {
  /// How a scalar is written.
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

  /// Whether this is `null` in the core schema: absent on purpose, or nothing written.
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
