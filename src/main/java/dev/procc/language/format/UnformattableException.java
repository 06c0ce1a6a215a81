package dev.procc.language.format;

/// A spelling that the formatter does not rewrite; caught by its front.
final class UnformattableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Where it stands.
  private final int offset;

  UnformattableException(String what, int offset) {
    super(what, null, false, false);
    this.offset = offset;
  }

  int offset() {
    return offset;
  }
}
