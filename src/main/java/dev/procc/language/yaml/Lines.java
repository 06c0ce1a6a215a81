package dev.procc.language.yaml;

/// Small steps over text.
final class Lines {
  private Lines() {}

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }

  /// Where the line of an offset begins.
  static int start(String text, int offset) {
    int at = offset;
    while (at > 0 && !isBreak(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  /// Where the line of an offset ends, before its line end.
  static int end(String text, int offset) {
    int at = offset;
    while (at < text.length() && !isBreak(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /// Past the line end at an offset.
  static int next(String text, int end) {
    if (end >= text.length()) {
      return end;
    }
    boolean two =
        text.charAt(end) == '\r' && end + 1 < text.length() && text.charAt(end + 1) == '\n';
    return end + (two ? 2 : 1);
  }

  static int skipBlanks(String text, int from, int to) {
    int at = from;
    while (at < to && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /// Back over blanks.
  static int trim(String text, int from, int to) {
    int at = to;
    while (at > from && isBlank(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }
}
