package dev.procc.live.outcome;

import dev.procc.live.api.ApiException;
import dev.procc.live.ledger.LedgerException;
import java.util.List;

/// The end of the work on a process before it is done: a verdict, a message, a way out.
public final class ApplyException extends Exception {
  private static final long serialVersionUID = 1L;
  private final Verdict verdict;
  private final String help;
  private final transient List<Mismatch> mismatches;
  private final transient List<ServerFinding> findings;
  private boolean refusedForGood;

  private ApplyException(
      Verdict verdict,
      String message,
      String help,
      List<Mismatch> mismatches,
      List<ServerFinding> findings) {
    super(message);
    this.verdict = verdict;
    this.help = help;
    this.mismatches = mismatches;
    this.findings = findings;
  }

  public static ApplyException of(Verdict verdict, String message, String help) {
    return new ApplyException(verdict, message, help, List.of(), List.of());
  }

  public static ApplyException mismatch(String message, String help, List<Mismatch> mismatches) {
    return new ApplyException(Verdict.PARTIAL, message, help, mismatches, List.of());
  }

  public static ApplyException invalid(String message, String help, List<ServerFinding> findings) {
    return new ApplyException(Verdict.INVALID, message, help, List.of(), findings);
  }

  public static ApplyException of(ApiException e) {
    return of(e, "KEY");
  }

  /// @param identity of the process that the call was for, which the help then names
  public static ApplyException of(ApiException e, String identity) {
    Verdict verdict =
        e.kind() == ApiException.ApiErrorKind.INTERRUPTED ? Verdict.INTERRUPTED : Verdict.FAILED;
    String id = e.requestId().isEmpty() ? "" : " (request " + e.requestId() + ")";
    ApplyException failure =
        of(verdict, e.getMessage() + id, e.help().replace("--run KEY", "--run " + identity));
    failure.refusedForGood = e.isFinal();
    return failure;
  }

  /// The failure to store a step, without which the apply cannot continue.
  public static ApplyException of(LedgerException e) {
    if (e.isOfRecords()) {
      return of(Verdict.REFUSED, String.valueOf(e.getMessage()), e.help());
    }
    return of(
        Verdict.REFUSED,
        "The ledger did not take the step: " + e.getMessage(),
        e.concurrentWrite()
            ? "When the other one has ended: procc plan"
            : "Repair the store, then procc apply --resume");
  }

  /// A bug in procc's work on one process; the results of the others are reported nevertheless.
  ///
  /// @param way the command that checks the process again
  public static ApplyException internal(Throwable bug, String way) {
    StackTraceElement[] calls = bug.getStackTrace();
    String text = bug.getMessage() == null ? "" : ": " + bug.getMessage();
    String place =
        calls.length == 0
            ? ""
            : " (" + calls[0].getFileName() + ":" + calls[0].getLineNumber() + ")";
    return of(
        Verdict.PARTIAL,
        "internal error: " + bug.getClass().getSimpleName() + text + place,
        way + "; please report it");
  }

  public Verdict verdict() {
    return verdict;
  }

  public String help() {
    return help;
  }

  public List<Mismatch> mismatches() {
    return mismatches;
  }

  public List<ServerFinding> findings() {
    return findings;
  }

  /// A copy for the case that something was already changed, so that it is no longer just failed or
  /// stale.
  public ApplyException asPartialAfterWrites() {
    boolean misleading =
        verdict == Verdict.FAILED || verdict == Verdict.STALE || verdict == Verdict.REFUSED;
    if (!misleading) {
      return this;
    }
    ApplyException partial =
        new ApplyException(Verdict.PARTIAL, getMessage(), withResume(), mismatches, findings);
    partial.refusedForGood = refusedForGood;
    return partial;
  }

  /// The help with `procc apply --resume` in its place: after what has to be put right, before
  /// another plan.
  private String withResume() {
    String resume = "procc apply --resume";
    if (help.isEmpty()) {
      return resume;
    }
    return verdict == Verdict.STALE
        ? resume + "; then " + Character.toLowerCase(help.charAt(0)) + help.substring(1)
        : help + "; then " + resume;
  }

  /// Whether the server would refuse the same call again.
  public boolean refusedForGood() {
    return refusedForGood;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
