package dev.procc.language.yaml.parse;

import dev.procc.base.source.SourceFile;
import dev.procc.base.text.TextLines;

/// A line of YAML, split without regard to the lines before it. Components are offsets in the
/// source.
///
/// @param indent the end of its indentation
/// @param content the first character after its dashes
/// @param colon the colon of its key; -1 if there is none
/// @param value the start of its value: after the colon, otherwise the content
/// @param valueEnd the end of its value, before blanks and a comment
/// @param end the end of the line, before its line break
public record SourceLine(
    String text, int start, int indent, int content, int colon, int value, int valueEnd, int end) {

  /// The line of a file with a number, counted from 1.
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

  /// The first character of the value; a blank if there is none.
  public char firstChar() {
    return hasValue() ? text.charAt(value) : ' ';
  }

  /// The offset of the first tab of the indentation; -1 if there is none.
  public int tabOffset() {
    return text.indexOf('\t', start, content);
  }
}
