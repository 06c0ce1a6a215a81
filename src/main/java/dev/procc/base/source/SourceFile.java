package dev.procc.base.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A text that was read, with the name people see and an index of its lines.
///
/// Offsets are UTF-16 code units from 0. Lines end at `\n`, `\r\n` or a lone `\r`, as YAML counts
/// them; the last line may be empty. Equality is identity: two reads of a file are two sources.
public final class SourceFile {
  private final String path;
  private final String text;
  private final boolean plain;
  private volatile int[] lineStarts;

  /// @param path the name to show, with `/` between its parts, relative to the project's root
  /// @param text the decoded text, without its byte order mark
  public SourceFile(String path, String text) {
    this(path, text, false, new int[0]);
  }

  private SourceFile(String path, String text, boolean plain, int[] lineStarts) {
    this.path = path;
    this.text = text;
    this.plain = plain;
    this.lineStarts = lineStarts;
  }

  /// The file for bytes that are all printable ASCII characters or `\n`; null for any others. One
  /// pass finds its lines as well.
  public static @Nullable SourceFile ofPlain(String path, byte[] bytes) {
    int[] starts = new int[Math.max(16, bytes.length / 24)];
    int count = 1;
    // A line a call: a method that is called often is compiled before one loop over a whole text.
    for (int end = plainLineEnd(bytes, 0); end < bytes.length; end = plainLineEnd(bytes, end + 1)) {
      if (bytes[end] != '\n') {
        return null;
      }
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = end + 1;
    }
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return new SourceFile(path, text, true, Arrays.copyOf(starts, count));
  }

  /// The offset of the next byte that is no printable ASCII character.
  private static int plainLineEnd(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] >= ' ' && bytes[at] != 0x7F) {
      at++;
    }
    return at;
  }

  /// Whether the text is known to hold nothing but printable ASCII characters and `\n`.
  public boolean isPlain() {
    return plain;
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
