package dev.procc.live.recover;

import dev.procc.live.api.ApiException;
import dev.procc.live.execution.LostResponse;
import dev.procc.live.execution.ProcessApply;
import dev.procc.live.execution.TrashStep;
import dev.procc.live.ledger.ApplyStep;
import dev.procc.live.ledger.PendingStep;
import dev.procc.live.ledger.SeenProcess;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ProcessResult;
import dev.procc.live.outcome.ProcessResult.WrittenCall;
import dev.procc.live.outcome.ReadBack;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.record.LedgerRecorder;
import dev.procc.live.wire.LiveProcess;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The step that takes processes out of the bin.
public final class RestoreStep {
  private RestoreStep() {}

  /// Restores a process, after saving the step; a failed call is ignored if the process is out of
  /// the bin.
  ///
  /// @param current the live process that is trashed afterwards; null if there is none
  /// @throws ApplyException `PARTIAL` if it is unknown whether it is out of the bin
  public static void takeOut(ProcessApply apply, @Nullable SeenProcess current, String id)
      throws ApplyException {
    String formerContent = apply.journal().entry().history().formerContent(id);
    apply
        .journal()
        .begin(
            ApplyStep.RESTORING,
            "take " + id + " out of the bin",
            current,
            SeenProcess.ofContent(id, formerContent));
    ApiException failure = null;
    try {
      apply.api().restore(id);
    } catch (ApiException e) {
      failure = e;
    }
    boolean isListed;
    try {
      isListed = !apply.context().reader().isGone(id);
    } catch (ApplyException notSeen) {
      throw notRestored(apply, id, failure, notSeen.getMessage());
    }
    if (failure != null && !isListed) {
      throw notRestored(apply, id, failure, failure.getMessage());
    }
    recordCall(apply, id, isListed);
    if (!isListed) {
      throw notRestored(apply, id, null, "it was restored and is in no list");
    }
  }

  /// @param failure of the call; null if it had a response
  /// @param why it is unknown whether it was restored
  private static ApplyException notRestored(
      ProcessApply apply, String id, @Nullable ApiException failure, String why) {
    if (failure != null && !failure.mayHaveHappened()) {
      return apply.cancelled(ApplyException.of(failure));
    }
    return ApplyException.of(
        Verdict.PARTIAL,
        "Nobody can tell whether " + id + " is out of the bin: " + why,
        "procc apply --resume " + apply.identity() + " looks once more");
  }

  private static void recordCall(ProcessApply apply, String id, boolean isListed) {
    apply
        .result()
        .recordCall(
            new WrittenCall(
                "restore", "POST /processes/" + id + "/restore", 1, ReadBack.of(isListed)));
  }

  /// Makes the process that was taken out of the bin the live one.
  public static ProcessResult recordRestored(ProcessApply apply, String id) throws ApplyException {
    LiveProcess live = apply.context().reader().get(id);
    apply.journal().save(LedgerRecorder.restored(apply.journal().entry(), live), "restored " + id);
    return apply.result().applied("Restored: " + id, "procc plan shows how it differs", live, null);
  }

  /// Ends a restore that was cut off, or takes back what a rollback took out of the bin.
  static ProcessResult resume(ProcessApply apply, PendingStep pending, SeenProcess restored)
      throws ApplyException {
    String id = restored.id();
    boolean isRollback = pending.subject().former() != null;
    boolean isOut = isOut(apply, pending, id);
    if (isOut && !isRollback) {
      recordCall(apply, id, /* isListed= */ true);
      return recordRestored(apply, id);
    }
    if (isOut) {
      TrashStep.discardCreated(apply, restored);
    } else {
      apply.journal().end("resumed at " + pending.stepName());
    }
    return apply
        .result()
        .unchanged(
            isRollback
                ? "The rollback is undone; the process stays as it was"
                : "Not restored: " + id + " is in the bin",
            isRollback ? "Plan again: procc plan" : "procc restore " + apply.identity(),
            apply.journal().entry().id());
  }

  private static boolean isOut(ProcessApply apply, PendingStep pending, String id)
      throws ApplyException {
    return new LostResponse(apply.context(), apply.identity())
        .settle(
            pending,
            () -> apply.context().reader().isGone(id),
            isGone -> isGone ? Optional.<String>empty() : Optional.of(id))
        .isPresent();
  }
}
