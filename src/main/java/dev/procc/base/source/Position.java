package dev.procc.base.source;

/// A line and column of a text.
///
/// @param line from 1
/// @param column from 1, in UTF-16 code units
public record Position(int line, int column) implements Comparable<Position> {
  @Override
  public int compareTo(Position other) {
    return line != other.line
        ? Integer.compare(line, other.line)
        : Integer.compare(column, other.column);
  }
}
