package dev.procc.language.yaml;

import dev.procc.base.source.Origin;
import java.util.Set;

/// A text. A plain one has no type of its own: the place where it lands decides.
///
/// @param value the decoded text
/// @param style how it was written; anything but `PLAIN` is a text for certain
public record Scalar(Origin origin, String value, Style style) implements Node {
  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

  /// How a scalar is written.
  public enum Style {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    LITERAL,
    FOLDED
  }

  public boolean plain() {
    return style == Style.PLAIN;
  }

  /// Whether this is `null` in the core schema: absent on purpose, or nothing written.
  public boolean isNull() {
    return plain() && value.length() <= 4 && NULLS.contains(value);
  }
}
