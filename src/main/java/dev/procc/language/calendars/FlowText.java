package dev.procc.language.calendars;

/// Texts as a flow mapping takes them.
final class FlowText {
  private static final String SPECIAL = "[]{},:#&*!|>'\"%@`\\";

  private FlowText() {}

  /// The text plain where it can be, else in double quotes.
  static String quoteIfNeeded(String text) {
    return isPlain(text) ? text : quoted(text);
  }

  private static boolean isPlain(String text) {
    if (text.isEmpty() || !Character.isLetter(text.charAt(0)) || text.endsWith(" ")) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean apostrophe = c == '\'' && i > 0;
      if (c < ' ' || (SPECIAL.indexOf(c) >= 0 && !apostrophe)) {
        return false;
      }
    }
    return !text.contains("{{") && !isReserved(text);
  }

  private static boolean isReserved(String text) {
    return switch (text) {
      case "null", "Null", "NULL", "true", "True", "TRUE", "false", "False", "FALSE" -> true;
      default -> false;
    };
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append(' ');
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
