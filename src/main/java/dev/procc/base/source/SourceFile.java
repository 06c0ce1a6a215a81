package dev.procc.base.source;

import java.util.Arrays;

/// A text that was read, with the name people see and an index of its lines.
///
/// Offsets are UTF-16 code units from 0. Lines end at `\n`, `\r\n` or a lone `\r`, as YAML counts
/// them; the last line may be empty. Equality is identity: two reads of a file are two sources.
public final class SourceFile {
  private final String path;
  private final String text;
  private volatile int[] lineStarts = {};

  /// @param path the name to show, with `/` between its parts, relative to the project's root
  /// @param text the decoded text, without its byte order mark
  public SourceFile(String path, String text) {
    this.path = path;
    this.text = text;
  }

  public String path() {
    return path;
  }

  public String text() {
    return text;
  }

  /// The line and column of an offset; an offset past the end counts as the end.
  public Position position(int offset) {
    int at = Math.max(0, Math.min(offset, text.length()));
    int[] starts = computedLineStarts();
    int found = Arrays.binarySearch(starts, at);
    int line = found >= 0 ? found : -found - 2;
    return new Position(line + 1, at - starts[line] + 1);
  }

  /// The text of a line (from 1) without its line end; empty when there is no such line.
  public String line(int number) {
    int[] starts = computedLineStarts();
    if (number < 1 || number > starts.length) {
      return "";
    }
    int from = starts[number - 1];
    int to = number < starts.length ? starts[number] : text.length();
    while (to > from && (text.charAt(to - 1) == '\n' || text.charAt(to - 1) == '\r')) {
      to--;
    }
    return text.substring(from, to);
  }

  /// The number of lines; at least 1.
  public int lineCount() {
    return computedLineStarts().length;
  }

  /// The offset where a line (from 1) begins; past the last line, the length of the text.
  public int lineStart(int number) {
    int[] starts = computedLineStarts();
    return number < 1 ? 0 : number > starts.length ? text.length() : starts[number - 1];
  }

  /// The span of the whole text.
  public Span fullSpan() {
    return new Span(this, 0, text.length());
  }

  private int[] computedLineStarts() {
    int[] starts = lineStarts;
    if (starts.length == 0) {
      starts = findLineStarts(text);
      lineStarts = starts;
    }
    return starts;
  }

  private static int[] findLineStarts(String text) {
    int[] starts = new int[Math.max(16, text.length() / 24)];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  @Override
  public String toString() {
    return path;
  }
}
