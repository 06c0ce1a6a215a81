package dev.procc.live.ledger;

import dev.procc.base.git.GitException;
import org.jspecify.annotations.Nullable;

/// The ledger cannot be read or written, or somebody else wrote it meanwhile.
public final class LedgerException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean concurrentWrite;
  private @Nullable String help;

  public LedgerException(String message) {
    this(message, /* outrun= */ false);
  }

  public LedgerException(String message, Throwable cause) {
    super(message, cause);
    concurrentWrite = false;
  }

  private LedgerException(String message, boolean outrun) {
    super(message);
    this.concurrentWrite = outrun;
  }

  /// A process is recorded twice.
  ///
  /// @param help how one of the records goes
  static LedgerException recordedTwice(String message, String help) {
    LedgerException twice = new LedgerException(message);
    twice.help = help;
    return twice;
  }

  /// Somebody else wrote first.
  static LedgerException concurrentWrite(String message) {
    return new LedgerException(message, /* outrun= */ true);
  }

  /// The way out.
  public String help() {
    if (help != null) {
      return help;
    }
    boolean ofGit =
        getCause() instanceof GitException || String.valueOf(getMessage()).startsWith("git ");
    return ofGit
        ? "git remote -v lists the remotes; PROCC_STATE=branch:NAME takes another, branch: none"
        : "procc state rebuild writes a damaged record anew";
  }

  /// Whether it has a way out of its own, that nothing was written has nothing to do with.
  public boolean isOfRecords() {
    return help != null;
  }

  /// Whether somebody else wrote first: nothing is to be mended then, only to be done again.
  public boolean concurrentWrite() {
    return concurrentWrite;
  }
}
