package dev.procc.live.outcome;

import java.util.Locale;

/// How an apply ended for one process.
public enum Verdict {
  /// Done, read back, and as foretold.
  APPLIED(0),
  /// There was nothing to do.
  UNCHANGED(0),
  /// The live process, its run or its look-alikes are no longer what the plan was made of. Nothing
  /// was changed.
  STALE(5),
  /// A safety rule forbids it. Nothing was changed.
  REFUSED(4),
  /// The server's validation found errors in the new process; it is in the bin, the old one stays.
  INVALID(3),
  /// Begun and not ended, or ended otherwise than foretold. The ledger says where it stands.
  PARTIAL(6),
  /// A call failed before anything was changed.
  FAILED(1),
  /// Stopped by the user between two calls.
  INTERRUPTED(130),
  /// Not begun, because another process stopped the whole.
  NOT_STARTED(0);

  private final int exitCode;

  Verdict(int exit) {
    this.exitCode = exit;
  }

  /// The exit code of an apply of this process alone.
  public int exitCode() {
    return exitCode;
  }

  /// `applied`, `not-started`: for machines.
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
