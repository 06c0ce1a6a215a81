package dev.procc.live.outcome;

/// The result of reading a process after a write.
public enum ReadBack {
  /// The process shows what was predicted.
  AS_PREDICTED("as predicted"),
  /// The process shows something else.
  NOT_AS_PREDICTED("not as predicted"),
  /// The process shows nothing of the write.
  NOTHING_DONE("without it"),
  /// The process was not read.
  NOT_READ("not read"),
  /// The API never returns what was written.
  NEVER_SHOWN("never shown");

  private final String text;

  ReadBack(String text) {
    this.text = text;
  }

  /// The words in results and evidence records.
  public String text() {
    return text;
  }

  /// The result of a comparison.
  public static ReadBack of(boolean asPredicted) {
    return asPredicted ? AS_PREDICTED : NOT_AS_PREDICTED;
  }

  /// Whether the write may have changed anything.
  public boolean mayBeDone() {
    return this != NOTHING_DONE;
  }
}
