package dev.procc.ide.cursor;

/// Lines of a text by offsets; a line ends at `\n`, `\r\n` or a lone `\r`.
final class Lines {
  private Lines() {}

  /// The start of the line at an offset.
  static int start(String text, int offset) {
    int at = Math.min(offset, text.length());
    boolean inBreak =
        at > 0 && at < text.length() && text.charAt(at) == '\n' && text.charAt(at - 1) == '\r';
    at = inBreak ? at - 1 : at;
    while (at > 0 && text.charAt(at - 1) != '\n' && text.charAt(at - 1) != '\r') {
      at--;
    }
    return at;
  }

  /// The end of the line at an offset, without its line break.
  static int end(String text, int offset) {
    int at = offset;
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    return at;
  }

  /// The start of the line after the one that ends at an offset.
  static int next(String text, int end) {
    return end < text.length() && text.startsWith("\r\n", end)
        ? end + 2
        : Math.min(end + 1, text.length());
  }
}
