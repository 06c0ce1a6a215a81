package dev.procc.language.yaml.parse;

import dev.procc.base.source.SourceFile;
import dev.procc.language.yaml.node.TextLines;
import org.jspecify.annotations.Nullable;

/// A line as a reader sees it who does not know what came before. Offsets are those of the source.
///
/// @param start where the line begins
/// @param indent where its first character stands that is no blank
/// @param content past its dashes
/// @param colon the colon of its key, or -1
/// @param value where its value begins: past the colon, or the content
/// @param valueEnd before blanks and a comment
/// @param end before the line end
public record SourceLine(
    String text, int start, int indent, int content, int colon, int value, int valueEnd, int end) {

  public static SourceLine of(SourceFile file, int number) {
    String text = file.text();
    int start = file.lineStart(number);
    int end = TextLines.lineEnd(text, start);
    int indent = TextLines.skipBlanks(text, start, end);
    int content = indent;
    while (content < end
        && text.charAt(content) == '-'
        && (content + 1 == end || TextLines.isBlank(text.charAt(content + 1)))) {
      content = TextLines.skipBlanks(text, content + 1, end);
    }
    int colon = colon(text, content, end);
    int value = colon < 0 ? content : TextLines.skipBlanks(text, colon + 1, end);
    return new SourceLine(
        text, start, indent, content, colon, value, valueEnd(text, value, end), end);
  }

  private static int colon(String text, int from, int end) {
    int at = from;
    if (at < end && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
      int close = text.indexOf(text.charAt(at), at + 1);
      if (close < 0 || close >= end) {
        return -1;
      }
      at = close + 1;
    }
    for (; at < end; at++) {
      char c = text.charAt(at);
      if (c == ':' && (at + 1 == end || TextLines.isBlank(text.charAt(at + 1)))) {
        return at;
      }
      if (c == '#' && at > from && TextLines.isBlank(text.charAt(at - 1))) {
        return -1;
      }
    }
    return -1;
  }

  private static int valueEnd(String text, int value, int end) {
    int stop = end;
    for (int at = value + 1; at < end; at++) {
      if (text.charAt(at) == '#' && TextLines.isBlank(text.charAt(at - 1))) {
        stop = at;
        break;
      }
    }
    return TextLines.trimBlanks(text, value, stop);
  }

  public boolean isEmpty() {
    return indent == end;
  }

  public boolean isComment() {
    return indent < end && text.charAt(indent) == '#';
  }

  public boolean hasValue() {
    return value < valueEnd;
  }

  public String valueText() {
    return text.substring(value, valueEnd);
  }

  /// The first character of the value, or a blank.
  public char firstChar() {
    return hasValue() ? text.charAt(value) : ' ';
  }

  /// The first tab of the indentation, or -1.
  public int tabOffset() {
    int at = text.indexOf('\t', start);
    return at >= 0 && at < content ? at : -1;
  }

  /// The key without quotes, if there is one.
  @Nullable String key() {
    return colon < 0 ? null : text.substring(content, colon);
  }
}
