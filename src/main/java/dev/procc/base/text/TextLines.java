package dev.procc.base.text;

/// Lines and blanks of a text, by offsets: line breaks are `\n`, `\r` and both together.
public final class TextLines {
  private TextLines() {}

  /// Whether a character is a blank or a tab.
  public static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  public static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }

  /// The start of the line of an offset.
  public static int lineStart(String text, int offset) {
    int at = offset;
    while (at > 0 && !isBreak(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  /// The end of the line of an offset, before its line break.
  public static int lineEnd(String text, int offset) {
    int at = offset;
    while (at < text.length() && !isBreak(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /// The start of the line behind the line break at an offset.
  public static int nextLine(String text, int end) {
    if (end >= text.length()) {
      return end;
    }
    boolean isPair =
        text.charAt(end) == '\r' && end + 1 < text.length() && text.charAt(end + 1) == '\n';
    return end + (isPair ? 2 : 1);
  }

  /// Whether every character of a text is one of ASCII.
  public static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7f) {
        return false;
      }
    }
    return true;
  }

  /// The offset of the first character that is no blank; `to` if there is none.
  public static int skipBlanks(String text, int from, int to) {
    int at = from;
    while (at < to && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /// The offset behind the last character that is no blank; `from` if there is none.
  public static int trimBlanks(String text, int from, int to) {
    int at = to;
    while (at > from && isBlank(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }
}
