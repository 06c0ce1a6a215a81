package dev.procc.live.ledger;

/// What happens to the live process when its definition is gone.
public enum RemovalPolicy {
  KEEP("keep"),
  TRASH("trash");

  private final String text;

  RemovalPolicy(String word) {
    this.text = word;
  }

  /// As the language and the ledger write it.
  public String text() {
    return text;
  }
}
