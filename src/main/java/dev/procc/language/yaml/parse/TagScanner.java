package dev.procc.language.yaml.parse;

import dev.procc.language.yaml.node.TextLines;

/// Where values end that YAML reads otherwise than their authors mean.
public final class TagScanner {
  private TagScanner() {}

  /// Where the value beginning at `from` ends for a reader who knows `{{ }}` but no YAML: at the
  /// end of the line or a comment; in a flow collection at the comma or bracket that ends it. A tag
  /// hides everything in it.
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

  /// Past the `}}` or `}}}` that closes the tag at `from`; past its braces when none does.
  static int tagEnd(String text, int from, int lineEnd) {
    boolean triple = text.startsWith("{{{", from);
    int close = text.indexOf(triple ? "}}}" : "}}", from);
    int width = triple ? 3 : 2;
    return close < 0 || close + width > lineEnd ? Math.min(from + width, lineEnd) : close + width;
  }

  /// Whether a tag is opened in the text and not closed.
  static boolean opensTag(String value) {
    int open = value.lastIndexOf("{{");
    return open >= 0 && value.indexOf("}}", open) < 0;
  }

  /// The text in quotes, as a person would put it.
  public static String quote(String value) {
    if (value.indexOf('"') < 0 && value.indexOf('\\') < 0) {
      return '"' + value + '"';
    }
    return "'" + value.replace("'", "''") + "'";
  }
}
