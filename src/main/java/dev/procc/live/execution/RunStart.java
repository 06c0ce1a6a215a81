package dev.procc.live.execution;

import dev.procc.live.api.ApiException;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.PendingStep;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ProcessResult;
import dev.procc.live.outcome.ProcessResult.WrittenCall;
import dev.procc.live.outcome.ReadBack;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.wire.RunSummary;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The start of a run. The call is never repeated: if its response is lost, or the program was
/// killed before it could record the run, the list shows whether one has begun.
public final class RunStart {
  private final ProcessApply apply;
  private final String id;

  /// @param id the process that is run
  public RunStart(ProcessApply apply, String id) {
    this.apply = apply;
    this.id = id;
  }

  /// @param before the last run that the list shows; null if there is none
  /// @param completionMail whether the caller gets a mail when the run ends
  /// @return the id of the run, which is then in the ledger
  /// @throws ApplyException `PARTIAL` if it is unknown whether it began, or the ledger could not
  ///   store it
  public String send(@Nullable RunSummary before, boolean completionMail) throws ApplyException {
    String beforeId = before == null ? "" : before.id();
    apply.journal().beginRun(id, beforeId.isEmpty() ? List.of() : List.of(beforeId));
    String runId = call(beforeId, completionMail);
    try {
      record(runId);
    } catch (ApplyException e) {
      throw ApplyException.of(
          Verdict.PARTIAL,
          "The run " + runId + " has begun, and the ledger did not take it: " + e.getMessage(),
          "Do not start it again; procc apply --resume " + apply.identity() + " records it");
    }
    return runId;
  }

  private String call(String beforeId, boolean completionMail) throws ApplyException {
    try {
      return apply.api().run(id, completionMail).text("id").orElseThrow();
    } catch (ApiException e) {
      if (!e.mayHaveHappened()) {
        throw apply.cancelled(
            e.kind() == ApiException.ApiErrorKind.CONFLICT
                ? ApplyException.of(Verdict.REFUSED, e.getMessage(), e.help())
                : ApplyException.of(e));
      }
      return new LostResponse(apply.context(), apply.identity())
          .lookOnce(this::listed, run -> newRun(run, List.of(beforeId)))
          .orElseThrow(() ->
              ApplyException.of(
                  Verdict.PARTIAL,
                  e.getMessage() + "; the list shows no new run",
                  "procc apply --resume " + apply.identity() + " looks once more"));
    }
  }

  /// Ends a start that was cut off, with the run that has begun or without one.
  public ProcessResult resume(PendingStep pending) throws ApplyException {
    List<String> before = pending.subject().duplicateCandidates();
    String runId =
        new LostResponse(apply.context(), apply.identity())
            .settle(pending, this::listed, run -> newRun(run, before))
            .orElse(null);
    if (runId == null) {
      apply.journal().end("no run has begun");
      return apply
          .result()
          .unchanged("No run has begun", "procc run " + apply.identity() + " starts one", id);
    }
    record(runId);
    return started(runId, ReadBack.AS_PREDICTED);
  }

  /// The result of a run that has begun.
  public ProcessResult started(String runId, ReadBack readBack) {
    apply
        .result()
        .recordCall(new WrittenCall("run", "POST /processes/" + id + "/run", 1, readBack));
    return apply.result().appliedUnread("Run " + runId + " started", "", id, null);
  }

  private void record(String runId) throws ApplyException {
    LedgerEntry entry = apply.journal().entry();
    apply.journal().save(entry.withRun(runId).withPending(null), "run " + runId);
  }

  private Optional<RunSummary> listed() throws ApplyException {
    return Optional.ofNullable(
        apply.context().reader().list(apply.context().recordedIds()).run(id));
  }

  private static Optional<String> newRun(Optional<RunSummary> run, List<String> before) {
    return run.map(RunSummary::id).filter(r -> !r.isEmpty() && !before.contains(r));
  }
}
