package dev.procc.ide.cursor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line in block style: its dashes, its key and its value.
///
/// @param dashes the columns of its dashes
/// @param column of the text after them; the length of the line if there is none
/// @param key null if there is none
/// @param colon the column of the colon after the key; -1 if there is no key
/// @param value the text after the colon, or all of the text if there is no key; trimmed
record BlockLine(List<Integer> dashes, int column, @Nullable String key, int colon, String value) {
  /// Whether it is empty apart from a comment.
  boolean isBlank() {
    return dashes.isEmpty() && key == null && value.isEmpty();
  }

  static BlockLine of(String line) {
    List<Integer> dashes = new ArrayList<>();
    int at = skipBlanks(line, 0);
    while (at < line.length()
        && line.charAt(at) == '-'
        && (at + 1 == line.length() || line.charAt(at + 1) == ' ')) {
      dashes.add(at);
      at = skipBlanks(line, at + 1);
    }
    if (at < line.length() && line.charAt(at) == '#') {
      return new BlockLine(dashes, line.length(), null, -1, "");
    }
    int colon = colon(line, at);
    if (colon < 0) {
      return new BlockLine(dashes, at, null, -1, line.substring(at).strip());
    }
    String key = unquoted(line.substring(at, colon).strip());
    return new BlockLine(dashes, at, key, colon, withoutComment(line.substring(colon + 1)));
  }

  static String withoutComment(String value) {
    int comment = value.indexOf(" #");
    return (comment < 0 ? value : value.substring(0, comment)).strip();
  }

  /// The colon after a key that begins at a column; -1 if there is none.
  private static int colon(String line, int from) {
    if (from >= line.length() || "{[|>&*!%@`".indexOf(line.charAt(from)) >= 0) {
      return -1;
    }
    char quote = line.charAt(from) == '"' || line.charAt(from) == '\'' ? line.charAt(from) : 0;
    int at = from;
    if (quote != 0) {
      at = line.indexOf(quote, from + 1);
      if (at < 0) {
        return -1;
      }
      at++;
      return at < line.length() && line.charAt(at) == ':' ? at : -1;
    }
    for (; at < line.length(); at++) {
      char c = line.charAt(at);
      if (c == ':' && (at + 1 == line.length() || line.charAt(at + 1) == ' ')) {
        return at;
      }
      if (c == '#' && line.charAt(at - 1) == ' ') {
        return -1;
      }
    }
    return -1;
  }

  static String unquoted(String text) {
    boolean quoted =
        text.length() > 1
            && (text.charAt(0) == '"' || text.charAt(0) == '\'')
            && text.charAt(text.length() - 1) == text.charAt(0);
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  static int skipBlanks(String line, int from) {
    int at = from;
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    return at;
  }
}
