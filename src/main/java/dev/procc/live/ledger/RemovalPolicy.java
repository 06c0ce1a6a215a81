package dev.procc.live.ledger;

/// What happens to the live process when its definition is removed.
public enum RemovalPolicy {
  KEEP("keep"),
  TRASH("trash");

  private final String text;

  RemovalPolicy(String word) {
    this.text = word;
  }

  /// The word in YAML and in the ledger.
  public String text() {
    return text;
  }
}
