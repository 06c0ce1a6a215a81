package dev.procc.live.ledger;

/// The ledger cannot be read or written, or somebody else wrote it meanwhile.
public final class LedgerException extends Exception {
  private static final long serialVersionUID = 1L;

  public LedgerException(String message) {
    super(message);
  }

  public LedgerException(String message, Throwable cause) {
    super(message, cause);
  }
}
