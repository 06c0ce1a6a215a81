package dev.procc.language.yaml.node;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The typed values of scalars, by the rules of the YAML core schema.
public final class ScalarValues {
  private ScalarValues() {}

  /// The boolean of a plain scalar; null for any other node.
  public static @Nullable Boolean bool(YamlNode node) {
    if (!(node instanceof Scalar scalar) || !scalar.isPlain()) {
      return null;
    }
    return switch (scalar.value()) {
      case "true", "True", "TRUE" -> Boolean.TRUE;
      case "false", "False", "FALSE" -> Boolean.FALSE;
      default -> null;
    };
  }

  /// The whole number of a plain scalar; null if it is not one or exceeds a long.
  public static @Nullable Long integer(Scalar scalar) {
    if (!scalar.isPlain() || scalar.value().isEmpty() || scalar.value().length() > 19) {
      return null;
    }
    String text = scalar.value();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean sign = i == 0 && (c == '-' || c == '+') && text.length() > 1;
      if (!sign && (c < '0' || c > '9')) {
        return null;
      }
    }
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException tooLarge) {
      return null;
    }
  }

  /// The date of a text `yyyy-MM-dd`; null if it is not one.
  public static @Nullable LocalDate date(String text) {
    if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return null;
    }
    int year = digits(text, 0, 4);
    int month = digits(text, 5, 7);
    int day = digits(text, 8, 10);
    if (year < 0 || month < 0 || day < 0) {
      return null;
    }
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  /// Whether a text has the form of a key: `[a-z0-9][a-z0-9_-]*`.
  public static boolean isSlug(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (!letter && (i == 0 || (c != '-' && c != '_'))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /// The number that some digits of a text form; -1 if there is anything else.
  private static int digits(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value * 10 + (c - '0');
    }
    return value;
  }
}
