package dev.procc.cli.frame;

import dev.procc.app.Failure;
import dev.procc.live.outcome.Verdict;

/// The exit codes, the same for every command.
public final class ExitCode {
  /// Done; no changes, no drift.
  public static final int OK = 0;

  /// Something outside failed: a file, the network, the API, a token; or procc has a bug.
  public static final int ERROR = 1;

  /// There are changes, and the caller asked for an exit code that says so.
  public static final int CHANGES = 2;

  /// Findings at or above the threshold.
  public static final int FINDINGS = 3;

  /// A safety rule refused.
  public static final int REFUSED = 4;

  /// A plan that is out of date, or is not the approved one.
  public static final int STALE = 5;

  /// Applied only in part, or what was read back differs; the journal has the details.
  public static final int PARTIAL = 6;

  /// Nothing matched what was asked for.
  public static final int NO_MATCH = 7;

  /// A watched run ended cancelled or in error.
  public static final int RUN_FAILED = 8;

  /// The command line itself is wrong.
  public static final int USAGE = 64;

  /// Interrupted by the user.
  public static final int INTERRUPTED = 130;

  private ExitCode() {}

  /// The exit code for the verdict of an apply.
  public static int of(Verdict verdict) {
    return switch (verdict) {
      case APPLIED, UNCHANGED, NOT_STARTED -> OK;
      case FAILED -> ERROR;
      case INVALID -> FINDINGS;
      case REFUSED -> REFUSED;
      case STALE -> STALE;
      case PARTIAL -> PARTIAL;
      case INTERRUPTED -> INTERRUPTED;
    };
  }

  /// The exit code for a failure.
  public static int of(Failure.Kind kind) {
    return switch (kind) {
      case ERROR -> ERROR;
      case FINDINGS -> FINDINGS;
      case REFUSED -> REFUSED;
      case STALE -> STALE;
      case PARTIAL -> PARTIAL;
      case NO_MATCH -> NO_MATCH;
      case USAGE -> USAGE;
      case INTERRUPTED -> INTERRUPTED;
    };
  }
}
