package dev.procc.live.outcome;

import java.util.Locale;

/// The verdict on an apply, for one process or as a whole, from the best to the worst.
public enum Verdict {
  /// There was nothing to do.
  UNCHANGED,
  /// Not begun, because another process stopped the apply.
  NOT_STARTED,
  /// Applied, and read back as predicted.
  APPLIED,
  /// A call failed before anything was changed.
  FAILED,
  /// The server's validation found errors in the new process, which is in the bin; the old one
  /// stays.
  INVALID,
  /// A safety rule refused it. Nothing was changed.
  REFUSED,
  /// The live process, its run or its duplicate candidates differ from those of the plan. Nothing
  /// was changed.
  STALE,
  /// Not completed, or not as predicted. The ledger has the state.
  PARTIAL,
  /// Stopped by the user between two calls.
  INTERRUPTED;

  /// Whether the request was not fulfilled.
  public boolean isFailure() {
    return compareTo(APPLIED) > 0;
  }

  /// The word in JSON: `applied`, `not-started`.
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
