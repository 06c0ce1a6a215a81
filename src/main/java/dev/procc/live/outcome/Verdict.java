package dev.procc.live.outcome;

import java.util.Locale;

/// How an apply ended for one process or as a whole, from the best to the worst.
public enum Verdict {
  /// There was nothing to do.
  UNCHANGED,
  /// Not begun, because another process stopped the whole.
  NOT_STARTED,
  /// Done, read back, and as predicted.
  APPLIED,
  /// A call failed before anything was changed.
  FAILED,
  /// The server's validation found errors in the new process; it is in the bin, the old one stays.
  INVALID,
  /// A safety rule forbids it. Nothing was changed.
  REFUSED,
  /// The live process, its run or its duplicate candidates are no longer what the plan was made of.
  /// Nothing was changed.
  STALE,
  /// Begun and not ended, or ended otherwise than predicted. The ledger says where it stands.
  PARTIAL,
  /// Stopped by the user between two calls.
  INTERRUPTED;

  /// Whether what was asked for was not done.
  public boolean isFailure() {
    return compareTo(APPLIED) > 0;
  }

  /// `applied`, `not-started`: for machines.
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
