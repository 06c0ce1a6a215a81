package dev.procc.live.ledger;

/// What happens to the live process when its definition is gone.
public enum OnRemoval {
  KEEP("keep"),
  TRASH("trash");

  private final String word;

  OnRemoval(String word) {
    this.word = word;
  }

  /// As the language and the ledger write it.
  public String word() {
    return word;
  }
}
