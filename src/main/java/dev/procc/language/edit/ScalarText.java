package dev.procc.language.edit;

/// Scalars of YAML that read back as a given text, in block and in flow style: plain if possible,
/// otherwise in double quotes.
public final class ScalarText {
  private static final String SPECIAL = "[]{},:#&*!|>'\"%@`\\";

  private ScalarText() {}

  /// A scalar that is a string whatever it looks like: `"true"`, `"2024"`, `Christmas`.
  ///
  /// Control characters become blanks.
  public static String ofString(String text) {
    if (isStringPlain(text)) {
      return text;
    }
    StringBuilder printable = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ') {
        printable.setCharAt(i, ' ');
      }
    }
    return quoted(printable.toString());
  }

  /// Whether a text is read as a string without quotes.
  public static boolean isStringPlain(String text) {
    return !text.isEmpty()
        && Character.isLetter(text.charAt(0))
        && !isReserved(text)
        && isPlain(text);
  }

  /// A scalar as somebody would type it who means a boolean by `true` and a number by `2024`.
  public static String asTyped(String text) {
    boolean plain = !text.isEmpty() && Character.isLetterOrDigit(text.charAt(0));
    return plain && isPlain(text) ? text : quoted(text);
  }

  /// Whether a text can be plain, apart from its first character.
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean apostrophe = c == '\'' && i > 0;
      if (c < ' ' || (SPECIAL.indexOf(c) >= 0 && !apostrophe)) {
        return false;
      }
    }
    // Such a character at the end of a plain text is reported as a likely mistake.
    return !text.endsWith(" ") && !text.endsWith(";") && !text.endsWith("'");
  }

  private static boolean isReserved(String text) {
    return switch (text) {
      case "null", "Null", "NULL", "true", "True", "TRUE", "false", "False", "FALSE" -> true;
      default -> false;
    };
  }

  /// A text in double quotes.
  public static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append("\\x")
            .append(Character.forDigit(c >> 4, 16))
            .append(Character.forDigit(c & 15, 16));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
