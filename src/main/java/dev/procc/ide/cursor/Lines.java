package dev.procc.ide.cursor;

import dev.procc.base.text.TextLines;

/// Lines of a text, by the offset of a cursor.
final class Lines {
  private Lines() {}

  /// The start of the line at an offset; between `\r` and `\n`, of the line that they end.
  static int start(String text, int offset) {
    boolean inBreak = offset > 0 && text.startsWith("\r\n", offset - 1);
    return TextLines.lineStart(text, inBreak ? offset - 1 : offset);
  }
}
