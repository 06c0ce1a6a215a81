package dev.procc.base.source;

import org.jspecify.annotations.Nullable;

/// A range of a source text, half open: `[start, end)` in UTF-16 code units.
public record Span(SourceFile file, int start, int end) {
  public Span {
    if (start < 0 || end < start || end > file.text().length()) {
      throw new IllegalArgumentException(
          "no span " + start + ".." + end + " in " + file.path() + " of " + file.text().length());
    }
  }

  /// An empty span at an offset.
  public static Span at(SourceFile file, int offset) {
    return new Span(file, offset, offset);
  }

  public String text() {
    return file.text().substring(start, end);
  }

  public int length() {
    return end - start;
  }

  /// The position of the first character.
  public Position startPosition() {
    return file.position(start);
  }

  /// The place just after the last character.
  public Position endPosition() {
    return file.position(end);
  }

  /// The part of this span from `offset` (counted from its start), `length` long.
  public Span subSpan(int offset, int length) {
    return new Span(file, start + offset, start + offset + length);
  }

  /// The smallest span that covers both; the other one must be of the same file.
  public Span cover(Span other) {
    if (other.file != file) {
      throw new IllegalArgumentException("spans of " + file + " and " + other.file);
    }
    return new Span(file, Math.min(start, other.start), Math.max(end, other.end));
  }

  public boolean contains(Span other) {
    return other.file == file && other.start >= start && other.end <= end;
  }

  // Written out: the one of a record is linked at run time, which slows a cold start.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Span that
        && file == that.file
        && start == that.start
        && end == that.end;
  }

  @Override
  public int hashCode() {
    return (31 * file.hashCode() + start) * 31 + end;
  }

  /// `path:line`, as plans and derivations cite it.
  public String pathAndLine() {
    return file.path() + ":" + startPosition().line();
  }

  /// `path:line:column`.
  @Override
  public String toString() {
    Position p = startPosition();
    return file.path() + ":" + p.line() + ":" + p.column();
  }
}
