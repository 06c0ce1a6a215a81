package dev.procc.ide.cursor;

import java.util.LinkedHashMap;
import java.util.Map;

/// The search for the flow collection around a position, and its content before it.
final class FlowScan {
  private static final int MAX_LOOKBACK = 8000;

  private FlowScan() {}

  /// The offset of the innermost `{` or `[` that is open at an offset; -1 if there is none.
  static int opening(String text, int offset) {
    int depth = 0;
    int floor = Math.max(0, offset - MAX_LOOKBACK);
    for (int at = offset - 1; at >= floor; at--) {
      char c = text.charAt(at);
      if (c == '"' || c == '\'') {
        int lineStart = Lines.start(text, at);
        int other = text.lastIndexOf(c, at - 1);
        at = other >= lineStart ? other : at;
      } else if (c == '}' || c == ']') {
        depth++;
      } else if (c == '{' || c == '[') {
        if (depth == 0) {
          return opensFlow(text, at) ? at : -1;
        }
        depth--;
      } else if ((c == '\n' || c == '\r') && depth == 0 && !continues(text, at)) {
        return -1;
      }
    }
    return -1;
  }

  /// Whether a brace is where a value may begin.
  private static boolean opensFlow(String text, int at) {
    int before = at - 1;
    while (before >= 0 && text.charAt(before) == ' ') {
      before--;
    }
    return before < 0 || ":-,[{\n\r".indexOf(text.charAt(before)) >= 0;
  }

  /// Whether the line that ends at an offset leaves a brace open, judging by its end.
  private static boolean continues(String text, int lineEnd) {
    int at = lineEnd - 1;
    while (at >= 0 && (text.charAt(at) == ' ' || text.charAt(at) == '\r')) {
      at--;
    }
    return at >= 0 && ",{[".indexOf(text.charAt(at)) >= 0;
  }

  /// The content of a flow collection before a position.
  ///
  /// @param siblings the entries before the last comma
  /// @param start of the text after the last comma, without blanks
  record FlowPiece(Map<String, String> siblings, int start) {}

  static FlowPiece piece(String text, int opening, int offset) {
    Map<String, String> siblings = new LinkedHashMap<>();
    int depth = 0;
    int start = opening + 1;
    char quote = 0;
    for (int at = opening + 1; at < offset; at++) {
      char c = text.charAt(at);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || (c == '\'' && !Character.isLetter(text.charAt(at - 1)))) {
        quote = c;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
      } else if (c == ',' && depth == 0) {
        add(text.substring(start, at), siblings);
        start = at + 1;
      }
    }
    while (start < offset && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    return new FlowPiece(siblings, start);
  }

  /// Adds the entries of a flow collection behind the one at a position, up to its end, which may
  /// be missing.
  static void addBehind(String text, int offset, Map<String, String> siblings) {
    int depth = 0;
    int start = -1;
    int end = Math.min(text.length(), offset + MAX_LOOKBACK);
    char quote = 0;
    for (int at = offset; at < end; at++) {
      char c = text.charAt(at);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || (c == '\'' && at > 0 && !Character.isLetter(text.charAt(at - 1)))) {
        quote = c;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (depth > 0) {
        depth -= c == '}' || c == ']' ? 1 : 0;
      } else if (c == ',' || c == '}' || c == ']' || (c == '\n' && !continues(text, at))) {
        if (start >= 0) {
          add(text.substring(start, at), siblings);
        }
        start = at + 1;
        if (c != ',') {
          return;
        }
      }
    }
  }

  private static void add(String entry, Map<String, String> siblings) {
    int colon = entry.indexOf(':');
    if (colon > 0) {
      siblings.putIfAbsent(
          BlockLine.unquoted(entry.substring(0, colon).strip()),
          BlockLine.unquoted(entry.substring(colon + 1).strip()));
    }
  }
}
