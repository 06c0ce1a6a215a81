package dev.procc.language.yaml.node;

/// Walks a value and its source together and notes where each character comes from.
final class ScalarAligner {
  private final String source;
  private final String value;
  private final int[] sourceOffsets;
  private int valueOffset;

  ScalarAligner(String source, String value, int[] map) {
    this.source = source;
    this.value = value;
    this.sourceOffsets = map;
  }

  private boolean match(char c, int from) {
    if (valueOffset >= value.length() || value.charAt(valueOffset) != c) {
      return false;
    }
    sourceOffsets[valueOffset++] = from;
    return true;
  }

  /// Plain and quoted texts.
  ///
  /// @param quote the quote, or a blank
  boolean alignFlow(int start, char quote) {
    int end = quote == ' ' ? source.length() : source.length() - 1;
    int i = start;
    while (i < end) {
      char c = source.charAt(i);
      if (TextLines.isBlank(c) || TextLines.isBreak(c)) {
        int next = i;
        int breaks = 0;
        while (next < end
            && (TextLines.isBlank(source.charAt(next)) || TextLines.isBreak(source.charAt(next)))) {
          if (TextLines.isBreak(source.charAt(next))) {
            breaks++;
            next = TextLines.nextLine(source, next);
          } else {
            next++;
          }
        }
        if (!matchBlanks(i, next, breaks)) {
          return false;
        }
        i = next;
      } else if (c == '\\' && quote == '"') {
        i = matchEscape(i, end);
        if (i < 0) {
          return false;
        }
      } else {
        if (!match(c, i)) {
          return false;
        }
        i += c == '\'' && quote == '\'' ? 2 : 1;
      }
    }
    return finish(end);
  }

  private boolean matchBlanks(int from, int to, int breaks) {
    if (breaks == 0) {
      for (int i = from; i < to; i++) {
        if (!match(source.charAt(i), i)) {
          return false;
        }
      }
      return true;
    }
    if (breaks == 1) {
      return match(' ', from);
    }
    for (int k = 1; k < breaks; k++) {
      if (!match('\n', from)) {
        return false;
      }
    }
    return true;
  }

  /// Past the escape at `i`, or -1.
  private int matchEscape(int i, int end) {
    if (i + 1 >= end) {
      return -1;
    }
    char kind = source.charAt(i + 1);
    if (TextLines.isBreak(kind)) {
      int next = TextLines.nextLine(source, i + 1);
      while (next < end
          && (TextLines.isBlank(source.charAt(next)) || TextLines.isBreak(source.charAt(next)))) {
        if (TextLines.isBreak(source.charAt(next))) {
          if (!match('\n', i)) {
            return -1;
          }
          next = TextLines.nextLine(source, next);
        } else {
          next++;
        }
      }
      return next;
    }
    int digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
    if (valueOffset >= value.length()) {
      return -1;
    }
    int charCount = Character.charCount(value.codePointAt(valueOffset));
    for (int k = 0; k < (digits == 8 ? charCount : 1); k++) {
      sourceOffsets[valueOffset++] = i;
    }
    return i + 2 + digits;
  }

  /// Literal and folded texts: line by line.
  boolean alignBlock(boolean folded) {
    int i = TextLines.nextLine(source, TextLines.lineEnd(source, 0));
    int indent = indent(i);
    while (i < source.length() && valueOffset < value.length()) {
      int lineEnd = TextLines.lineEnd(source, i);
      int text = Math.min(i + indent, lineEnd);
      for (int at = text; at < lineEnd; at++) {
        if (!match(source.charAt(at), at)) {
          return false;
        }
      }
      int next = TextLines.nextLine(source, lineEnd);
      if (valueOffset < value.length()
          && lineEnd > text
          && folded
          && value.charAt(valueOffset) == ' ') {
        sourceOffsets[valueOffset++] = lineEnd;
      } else if (valueOffset < value.length()
          && value.charAt(valueOffset) == '\n'
          && !(folded && dropsBreak(next, indent, text, lineEnd))) {
        sourceOffsets[valueOffset++] = lineEnd;
      }
      i = next;
      if (next == lineEnd) {
        break;
      }
    }
    while (valueOffset < value.length() && value.charAt(valueOffset) == '\n') {
      sourceOffsets[valueOffset++] = source.length();
    }
    return finish(source.length());
  }

  /// Whether the break behind a line of text is dropped, since empty lines follow before more text.
  private boolean dropsBreak(int next, int indent, int text, int lineEnd) {
    if (lineEnd == text || TextLines.isBlank(source.charAt(text)) || next >= source.length()) {
      return false;
    }
    int lineStart = next;
    int empty = 0;
    while (lineStart < source.length()
        && TextLines.lineEnd(source, lineStart) <= lineStart + indent
        && source.substring(lineStart, TextLines.lineEnd(source, lineStart)).isBlank()) {
      empty++;
      lineStart = TextLines.nextLine(source, TextLines.lineEnd(source, lineStart));
    }
    boolean more = lineStart < source.length();
    return empty > 0
        && more
        && !TextLines.isBlank(source.charAt(Math.min(lineStart + indent, source.length() - 1)));
  }

  private int indent(int from) {
    int at = from;
    while (at < source.length()) {
      int lineEnd = TextLines.lineEnd(source, at);
      int text = TextLines.skipBlanks(source, at, lineEnd);
      if (text < lineEnd) {
        int line = 0;
        while (line < value.length() && value.charAt(line) == '\n') {
          line++;
        }
        int leading = line;
        while (leading < value.length() && value.charAt(leading) == ' ') {
          leading++;
        }
        return Math.max(0, text - at - (leading - line));
      }
      at = TextLines.nextLine(source, lineEnd);
    }
    return 0;
  }

  private boolean finish(int end) {
    sourceOffsets[value.length()] = end;
    return valueOffset == value.length();
  }
}
