package dev.procc.live.ledger;

import dev.procc.base.git.GitException;
import org.jspecify.annotations.Nullable;

/// The failure to read or write the ledger, also because somebody else wrote it meanwhile.
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

  /// The failure because a process is recorded twice.
  ///
  /// @param help how to remove one of the records
  static LedgerException recordedTwice(String message, String help) {
    LedgerException twice = new LedgerException(message);
    twice.help = help;
    return twice;
  }

  /// The failure because somebody else wrote first.
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
        : "procc state rebuild rewrites a damaged record";
  }

  /// Whether it has a way out of its own, unrelated to a failed write.
  public boolean isOfRecords() {
    return help != null;
  }

  /// Whether somebody else wrote first, so that the command only has to be run again.
  public boolean concurrentWrite() {
    return concurrentWrite;
  }
}
