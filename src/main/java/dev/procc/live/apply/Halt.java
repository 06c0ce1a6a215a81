package dev.procc.live.apply;

import dev.procc.live.api.ApiException;
import dev.procc.live.ledger.LedgerException;
import java.util.List;

/// Why the work on a process ends before its end: a verdict, a message, a way out.
public final class Halt extends Exception {
  private static final long serialVersionUID = 1L;
  private final Verdict verdict;
  private final String help;
  private final transient List<Residual> residual;
  private final transient List<ServerFinding> findings;

  private Halt(
      Verdict verdict,
      String message,
      String help,
      List<Residual> residual,
      List<ServerFinding> findings) {
    super(message);
    this.verdict = verdict;
    this.help = help;
    this.residual = residual;
    this.findings = findings;
  }

  static Halt of(Verdict verdict, String message, String help) {
    return new Halt(verdict, message, help, List.of(), List.of());
  }

  static Halt mismatch(String message, String help, List<Residual> residual) {
    return new Halt(Verdict.PARTIAL, message, help, residual, List.of());
  }

  static Halt invalid(String message, String help, List<ServerFinding> findings) {
    return new Halt(Verdict.INVALID, message, help, List.of(), findings);
  }

  static Halt of(ApiException e) {
    Verdict verdict =
        e.kind() == ApiException.Kind.INTERRUPTED ? Verdict.INTERRUPTED : Verdict.FAILED;
    String id = e.requestId().isEmpty() ? "" : " (request " + e.requestId() + ")";
    return of(verdict, e.getMessage() + id, e.help());
  }

  /// The store did not take a step: nothing goes on without it.
  static Halt of(LedgerException e) {
    return of(
        Verdict.REFUSED,
        "The ledger did not take the step: " + e.getMessage(),
        e.outrun()
            ? "When the other one has ended: procc plan"
            : "Mend the store, then procc apply --resume");
  }

  public Verdict verdict() {
    return verdict;
  }

  public String help() {
    return help;
  }

  public List<Residual> residual() {
    return residual;
  }

  public List<ServerFinding> findings() {
    return findings;
  }

  /// The same where something was changed already: then nothing is merely failed or stale.
  Halt afterWrites() {
    boolean grave =
        verdict == Verdict.FAILED || verdict == Verdict.STALE || verdict == Verdict.REFUSED;
    return grave
        ? new Halt(
            Verdict.PARTIAL, getMessage(), "Then procc apply --resume; " + help, residual, findings)
        : this;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
