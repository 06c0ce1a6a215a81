package dev.procc.language.yaml.parse;

import dev.procc.base.text.TextLines;

/// A scanner for the ends of `{{ }}` tags, and of values with tags that YAML reads otherwise than
/// meant.
public final class TagScanner {
  private TagScanner() {}

  /// The end of the value that begins at `from`, with tags as units: the end of the line or the
  /// start of a comment; in a flow collection, the comma or bracket after it.
  public static int valueEnd(String text, int from, boolean inFlow) {
    int lineEnd = TextLines.lineEnd(text, from);
    int nested = 0;
    int at = from;
    while (at < lineEnd) {
      char c = text.charAt(at);
      if (c == '{' && at + 1 < lineEnd && text.charAt(at + 1) == '{') {
        at = tagEnd(text, at, lineEnd);
        continue;
      }
      if (c == '#' && at > from && TextLines.isBlank(text.charAt(at - 1))) {
        break;
      }
      if (inFlow) {
        if (nested == 0 && (c == ',' || c == ']' || c == '}')) {
          break;
        }
        nested += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
      }
      at++;
    }
    return TextLines.trimBlanks(text, from, at);
  }

  /// The end of the tag at `from`, after its `}}` or `}}}`; the end of its opening braces if it is
  /// not closed on the line.
  static int tagEnd(String text, int from, int lineEnd) {
    boolean triple = text.startsWith("{{{", from);
    int close = text.indexOf(triple ? "}}}" : "}}", from);
    int width = triple ? 3 : 2;
    return close < 0 || close + width > lineEnd ? Math.min(from + width, lineEnd) : close + width;
  }

  /// Whether a text ends with its only double quote, so that the opening one is missing.
  static boolean hasLoneQuoteAtEnd(String value) {
    return value.indexOf('"') == value.length() - 1 && value.indexOf('\\') < 0;
  }

  /// Whether the last tag of a text is not closed.
  static boolean opensTag(String value) {
    int open = value.lastIndexOf("{{");
    return open >= 0 && value.indexOf("}}", open) < 0;
  }

  /// A YAML scalar for a text: in double quotes, or in single ones if it contains quotes or
  /// backslashes.
  public static String quote(String value) {
    if (value.indexOf('"') < 0 && value.indexOf('\\') < 0) {
      return '"' + value + '"';
    }
    return "'" + value.replace("'", "''") + "'";
  }
}
