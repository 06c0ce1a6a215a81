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

/// Collects what was written to a process and what was noticed, and makes the result of it.
public final class ResultBuilder {
  private final ApplySubject subject;
  private final LiveCache live;
  private final List<WrittenCall> calls = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private boolean reverted;

  /// How many calls were sent of which nobody knows yet what they have done.
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

  /// Records what reading the process said of the last call.
  void recordReadBack(boolean asPredicted) {
    if (!calls.isEmpty()) {
      WrittenCall last = calls.removeLast();
      calls.add(new WrittenCall(last.id(), last.request(), last.size(), ReadBack.of(asPredicted)));
    }
  }

  /// Notes that a call is sent: until it is settled it may have been carried out.
  void sending() {
    unsettled++;
  }

  /// The call that was sent last has done nothing.
  void settledAsNotDone() {
    unsettled = Math.max(0, unsettled - 1);
  }

  boolean hasWrites() {
    return unsettled > 0 || !calls.isEmpty();
  }

  /// Whether anything that was written still stands.
  public boolean hasStandingWrites() {
    return hasWrites() && !reverted;
  }

  /// What was written is undone.
  public void markReverted() {
    reverted = true;
  }

  /// All was done, and the process is read.
  ///
  /// @param formerId the process that was replaced; null if none was
  public ProcessResult applied(
      String message, String help, LiveProcess now, @Nullable String formerId) {
    return result(
        new Conclusion(Verdict.APPLIED, message, help), now.id(), formerId, now.revision());
  }

  /// All was done, and no process is read after it.
  ///
  /// @param id the live process; null if there is none
  /// @param formerId the process that was trashed; null if none was
  public ProcessResult appliedUnread(
      String message, String help, @Nullable String id, @Nullable String formerId) {
    return result(new Conclusion(Verdict.APPLIED, message, help), id, formerId, null);
  }

  /// Nothing was changed, or what was changed is undone.
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

  /// The apply ended early; what stands although it failed makes it partial.
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
