package dev.procc.base.json;

/// A text that is not JSON, with the place of the fault.
public final class JsonException extends Exception {
  private static final long serialVersionUID = 1L;
  private final int line;
  private final int column;

  /// @param line from 1
  /// @param column from 1
  public JsonException(String message, int line, int column) {
    super(message);
    this.line = line;
    this.column = column;
  }

  public int line() {
    return line;
  }

  public int column() {
    return column;
  }
}
