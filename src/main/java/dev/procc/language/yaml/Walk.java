package dev.procc.language.yaml;

/// Walks a value and its source together and notes where each character comes from.
final class Walk {
  private final String source;
  private final String value;
  private final int[] map;
  private int j;

  Walk(String source, String value, int[] map) {
    this.source = source;
    this.value = value;
    this.map = map;
  }

  private boolean take(char c, int from) {
    if (j >= value.length() || value.charAt(j) != c) {
      return false;
    }
    map[j++] = from;
    return true;
  }

  /// Plain and quoted texts.
  ///
  /// @param quote the quote, or a blank
  boolean flow(int start, char quote) {
    int end = quote == ' ' ? source.length() : source.length() - 1;
    int i = start;
    while (i < end) {
      char c = source.charAt(i);
      if (Lines.isBlank(c) || Lines.isBreak(c)) {
        int next = i;
        int breaks = 0;
        while (next < end
            && (Lines.isBlank(source.charAt(next)) || Lines.isBreak(source.charAt(next)))) {
          if (Lines.isBreak(source.charAt(next))) {
            breaks++;
            next = Lines.next(source, next);
          } else {
            next++;
          }
        }
        if (!blanks(i, next, breaks)) {
          return false;
        }
        i = next;
      } else if (c == '\\' && quote == '"') {
        i = escape(i, end);
        if (i < 0) {
          return false;
        }
      } else {
        if (!take(c, i)) {
          return false;
        }
        i += c == '\'' && quote == '\'' ? 2 : 1;
      }
    }
    return finish(end);
  }

  private boolean blanks(int from, int to, int breaks) {
    if (breaks == 0) {
      for (int i = from; i < to; i++) {
        if (!take(source.charAt(i), i)) {
          return false;
        }
      }
      return true;
    }
    if (breaks == 1) {
      return take(' ', from);
    }
    for (int k = 1; k < breaks; k++) {
      if (!take('\n', from)) {
        return false;
      }
    }
    return true;
  }

  /// Past the escape at `i`, or -1.
  private int escape(int i, int end) {
    if (i + 1 >= end) {
      return -1;
    }
    char kind = source.charAt(i + 1);
    if (Lines.isBreak(kind)) {
      int next = Lines.next(source, i + 1);
      while (next < end
          && (Lines.isBlank(source.charAt(next)) || Lines.isBreak(source.charAt(next)))) {
        if (Lines.isBreak(source.charAt(next))) {
          if (!take('\n', i)) {
            return -1;
          }
          next = Lines.next(source, next);
        } else {
          next++;
        }
      }
      return next;
    }
    int digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
    if (j >= value.length()) {
      return -1;
    }
    int made = Character.charCount(value.codePointAt(j));
    for (int k = 0; k < (digits == 8 ? made : 1); k++) {
      map[j++] = i;
    }
    return i + 2 + digits;
  }

  /// Literal and folded texts: line by line.
  boolean block(boolean folded) {
    int i = Lines.next(source, Lines.end(source, 0));
    int indent = indent(i);
    while (i < source.length() && j < value.length()) {
      int lineEnd = Lines.end(source, i);
      int text = Math.min(i + indent, lineEnd);
      for (int at = text; at < lineEnd; at++) {
        if (!take(source.charAt(at), at)) {
          return false;
        }
      }
      int next = Lines.next(source, lineEnd);
      if (j < value.length() && lineEnd > text && folded && value.charAt(j) == ' ') {
        map[j++] = lineEnd;
      } else if (j < value.length()
          && value.charAt(j) == '\n'
          && !(folded && folds(next, indent, text, lineEnd))) {
        map[j++] = lineEnd;
      }
      i = next;
      if (next == lineEnd) {
        break;
      }
    }
    while (j < value.length() && value.charAt(j) == '\n') {
      map[j++] = source.length();
    }
    return finish(source.length());
  }

  /// Whether the break behind a line of text is dropped, since empty lines follow before more text.
  private boolean folds(int next, int indent, int text, int lineEnd) {
    if (lineEnd == text || Lines.isBlank(source.charAt(text)) || next >= source.length()) {
      return false;
    }
    int lineStart = next;
    int empty = 0;
    while (lineStart < source.length()
        && Lines.end(source, lineStart) <= lineStart + indent
        && source.substring(lineStart, Lines.end(source, lineStart)).isBlank()) {
      empty++;
      lineStart = Lines.next(source, Lines.end(source, lineStart));
    }
    boolean more = lineStart < source.length();
    return empty > 0
        && more
        && !Lines.isBlank(source.charAt(Math.min(lineStart + indent, source.length() - 1)));
  }

  private int indent(int from) {
    int at = from;
    while (at < source.length()) {
      int lineEnd = Lines.end(source, at);
      int text = Lines.skipBlanks(source, at, lineEnd);
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
      at = Lines.next(source, lineEnd);
    }
    return 0;
  }

  private boolean finish(int end) {
    map[value.length()] = end;
    return j == value.length();
  }
}
