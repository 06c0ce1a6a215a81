package dev.procc.live.execution;

import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ProcessResult;
import dev.procc.live.outcome.ProcessResult.ApplyDetails;
import dev.procc.live.outcome.ProcessResult.Conclusion;
import dev.procc.live.outcome.ProcessResult.ProcessIds;
import dev.procc.live.outcome.ProcessResult.WrittenCall;
import dev.procc.live.outcome.ReadBack;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.wire.LiveProcess;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The builder of the result for a process, from what was written and noticed.
public final class ResultBuilder {
  private final ApplySubject subject;
  private final LiveCache live;
  private final List<WrittenCall> calls = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private boolean reverted;

  /// The number of calls whose effect is still unknown.
  private int unsettled;

  ResultBuilder(ApplySubject subject, LiveCache live) {
    this.subject = subject;
    this.live = live;
  }

  /// @param warning a sentence without a full stop
  public void warn(String warning) {
    warnings.add(warning);
  }

  /// Records the call of an operation, which was sent and is not read back yet.
  void recordCall(PlanOperation operation) {
    recordCall(
        new WrittenCall(
            operation.id(),
            operation.call().requestLine(),
            operation.changeCount(),
            ReadBack.NOT_READ));
  }

  public void recordCall(WrittenCall call) {
    calls.add(call);
  }

  /// Records what was read back after the last call.
  void recordReadBack(ReadBack shown) {
    if (!calls.isEmpty()) {
      WrittenCall last = calls.removeLast();
      calls.add(new WrittenCall(last.id(), last.request(), last.size(), shown));
    }
  }

  /// Records that a call is sent: until it is settled, it may have been carried out.
  void sending() {
    unsettled++;
  }

  /// The call that was sent last has done nothing.
  void settledAsNotDone() {
    unsettled = Math.max(0, unsettled - 1);
  }

  boolean hasWrites() {
    return unsettled > 0 || calls.stream().anyMatch(call -> call.readBack().mayBeDone());
  }

  /// Whether anything that was written is still in place.
  public boolean hasStandingWrites() {
    return hasWrites() && !reverted;
  }

  /// Marks everything that was written as undone.
  public void markReverted() {
    reverted = true;
  }

  /// The result if everything was done and the process was read.
  ///
  /// @param formerId the process that was replaced; null if there is none
  public ProcessResult applied(
      String message, String help, LiveProcess now, @Nullable String formerId) {
    return result(
        new Conclusion(Verdict.APPLIED, message, help), now.id(), formerId, now.revision());
  }

  /// The result if everything was done and no process was read after it.
  ///
  /// @param id the live process; null if there is none
  /// @param formerId the process that was trashed; null if there is none
  public ProcessResult appliedUnread(
      String message, String help, @Nullable String id, @Nullable String formerId) {
    return result(new Conclusion(Verdict.APPLIED, message, help), id, formerId, null);
  }

  /// The result if nothing was changed, or everything was undone.
  ///
  /// @param id the live process; null if there is none
  public ProcessResult unchanged(String message, String help, @Nullable String id) {
    return result(new Conclusion(Verdict.UNCHANGED, message, help), id, null, null);
  }

  private ProcessResult result(
      Conclusion conclusion,
      @Nullable String id,
      @Nullable String formerId,
      @Nullable Long revisionAfter) {
    return new ProcessResult(
        subject.identity(),
        subject.name(),
        subject.action(),
        conclusion,
        new ProcessIds(id, formerId, live.revision(), revisionAfter),
        new ApplyDetails(calls, List.of(), List.of(), warnings));
  }

  /// The result of an apply that ended early; partial if anything is still in place.
  ///
  /// @param id the live process by the ledger; null if there is none
  public ProcessResult failed(ApplyException failure, @Nullable String id) {
    ApplyException cause = hasStandingWrites() ? failure.asPartialAfterWrites() : failure;
    return new ProcessResult(
        subject.identity(),
        subject.name(),
        subject.action(),
        new Conclusion(cause.verdict(), cause.getMessage(), cause.help()),
        new ProcessIds(id, null, live.revision(), null),
        new ApplyDetails(calls, cause.mismatches(), cause.findings(), warnings));
  }
}
