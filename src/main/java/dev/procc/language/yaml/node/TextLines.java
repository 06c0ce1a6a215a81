package dev.procc.language.yaml.node;

/// Small steps over text.
public final class TextLines {
  private TextLines() {}

  public static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  public static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }

  /// Where the line of an offset begins.
  public static int lineStart(String text, int offset) {
    int at = offset;
    while (at > 0 && !isBreak(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  /// Where the line of an offset ends, before its line end.
  public static int lineEnd(String text, int offset) {
    int at = offset;
    while (at < text.length() && !isBreak(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /// Past the line end at an offset.
  static int nextLine(String text, int end) {
    if (end >= text.length()) {
      return end;
    }
    boolean two =
        text.charAt(end) == '\r' && end + 1 < text.length() && text.charAt(end + 1) == '\n';
    return end + (two ? 2 : 1);
  }

  public static int skipBlanks(String text, int from, int to) {
    int at = from;
    while (at < to && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /// Back over blanks.
  public static int trimBlanks(String text, int from, int to) {
    int at = to;
    while (at > from && isBlank(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }
}
