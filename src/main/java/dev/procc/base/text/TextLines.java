package dev.procc.base.text;

/// Lines and blanks of a text, by offset. Line breaks are `\n`, `\r` and both together.
public final class TextLines {
  private TextLines() {}

  /// Whether a character is a blank or a tab.
  public static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  public static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }

  /// The start of the line at an offset.
  public static int lineStart(String text, int offset) {
    int at = offset;
    while (at > 0 && !isBreak(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  /// The end of the line at an offset, before its line break.
  public static int lineEnd(String text, int offset) {
    int at = offset;
    while (at < text.length() && !isBreak(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /// The start of the line after a line break.
  public static int nextLine(String text, int end) {
    if (end >= text.length()) {
      return end;
    }
    boolean isPair =
        text.charAt(end) == '\r' && end + 1 < text.length() && text.charAt(end + 1) == '\n';
    return end + (isPair ? 2 : 1);
  }

  /// The first line break of a text; `\n` if it has none.
  public static String lineBreak(String text) {
    int end = lineEnd(text, 0);
    return end == text.length() ? "\n" : text.substring(end, nextLine(text, end));
  }

  /// Whether all characters of a text are ASCII.
  public static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7f) {
        return false;
      }
    }
    return true;
  }

  /// The offset of the first character that is not a blank; `to` if there is none.
  public static int skipBlanks(String text, int from, int to) {
    int at = from;
    while (at < to && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /// The offset after the last character that is not a blank; `from` if there is none.
  public static int trimBlanks(String text, int from, int to) {
    int at = to;
    while (at > from && isBlank(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }
}
