package dev.procc.live.outcome;

/// What reading a process after a write has shown.
public enum ReadBack {
  /// The process shows what was predicted.
  AS_PREDICTED("as predicted"),
  /// The process shows something else.
  NOT_AS_PREDICTED("not as predicted"),
  /// The process was not read.
  NOT_READ("not read"),
  /// The API never shows what was written.
  NEVER_SHOWN("never shown");

  private final String text;

  ReadBack(String text) {
    this.text = text;
  }

  /// As results and evidence records write it.
  public String text() {
    return text;
  }

  /// The result of a comparison.
  public static ReadBack of(boolean asPredicted) {
    return asPredicted ? AS_PREDICTED : NOT_AS_PREDICTED;
  }
}
