package dev.procc.language.format;

/// A text that the formatter cannot keep; `Formatter` reports it.
final class UnformattableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// The offset of the text.
  private final int offset;

  UnformattableException(String construct, int offset) {
    super(construct, null, false, false);
    this.offset = offset;
  }

  int offset() {
    return offset;
  }
}
