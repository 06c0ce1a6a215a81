package dev.procc.base.pattern;

/// The fault of an expression that cannot be compiled.
public final class PatternException extends Exception {
  private static final long serialVersionUID = 1;

  /// @param message as the end of a sentence: `has "(" without ")"`
  PatternException(String message) {
    super(message, null, false, false);
  }

  /// The problem, as the end of a sentence.
  public String reason() {
    return String.valueOf(getMessage());
  }
}
