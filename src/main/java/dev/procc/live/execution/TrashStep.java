package dev.procc.live.execution;

import dev.procc.live.api.ApiException;
import dev.procc.live.api.ApiException.ApiErrorKind;
import dev.procc.live.ledger.ApplyStep;
import dev.procc.live.ledger.FormerProcess;
import dev.procc.live.ledger.PendingStep;
import dev.procc.live.ledger.SeenProcess;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ProcessResult;
import dev.procc.live.outcome.ProcessResult.WrittenCall;
import dev.procc.live.outcome.ReadBack;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.planfile.operation.RunState;
import dev.procc.live.record.LedgerRecorder;
import dev.procc.live.wire.LiveProcess;
import org.jspecify.annotations.Nullable;

/// The step that moves processes to the bin.
public final class TrashStep {
  private static final int MAX_ATTEMPTS = 3;

  private TrashStep() {}

  /// Removes a process whose definition was removed, or that the user wants removed.
  ///
  /// @param allowed `FINISHED` if a run that has ended is given up on purpose
  /// @param mayBeEdited whether it is trashed as it was read, although it was edited in Workiva
  public static ProcessResult removeProcess(
      ProcessApply apply, RunState allowed, boolean mayBeEdited) throws ApplyException {
    LiveProcess live = apply.live().process();
    if (!mayBeEdited && !apply.journal().entry().isAsLeft(live)) {
      throw ApplyException.of(
          Verdict.STALE,
          "The process " + live.id() + " is not as procc last left it, and is not trashed",
          "Look at it: procc plan; procc trash --changed " + apply.identity() + " trashes it");
    }
    apply.throwIfStopRequested();
    SeenProcess seen = SeenProcess.of(live);
    apply.journal().begin(ApplyStep.TRASHING, "put it into the bin", seen, null);
    trash(apply, seen, allowed);
    return recordTrashed(apply, live.id());
  }

  /// Records that the process is in the bin; its ids stay known for a restore.
  public static ProcessResult recordTrashed(ProcessApply apply, String id) throws ApplyException {
    LedgerJournal journal = apply.journal();
    journal.save(
        journal.entry().withFormer(former(apply, id)).withoutLive().withPending(null),
        "trashed " + id);
    return apply
        .result()
        .appliedUnread(
            "In the bin, restorable: " + id,
            "procc restore " + apply.identity() + " brings it back",
            null,
            id);
  }

  /// Moves the replaced process to the bin, which ends the apply. If somebody edited it or started
  /// a run of it, it becomes the current one again, and the new one is trashed.
  ///
  /// @param created the new process, which is the current one in the ledger
  /// @param allowed `FINISHED` if a run that has ended is given up on purpose
  /// @param note for the history of the ledger
  public static void trashFormer(
      ProcessApply apply, SeenProcess former, SeenProcess created, RunState allowed, String note)
      throws ApplyException {
    try {
      trash(apply, former, allowed, created.id());
    } catch (ApplyException failure) {
      if (failure.verdict() == Verdict.STALE) {
        switchBack(apply, former, created);
        throw ApplyException.of(
            Verdict.STALE,
            failure.getMessage()
                + "; it stays, and the new one, "
                + created.id()
                + ", is in the bin",
            failure.help());
      }
      throw failure;
    }
    LedgerJournal journal = apply.journal();
    journal.save(journal.entry().withFormer(former(apply, former.id())).withPending(null), note);
  }

  /// Makes the former process the current one again, and moves the new one to the bin.
  public static void switchBack(ProcessApply apply, SeenProcess former, SeenProcess created)
      throws ApplyException {
    LedgerJournal journal = apply.journal();
    LiveProcess live = apply.context().reader().get(former.id());
    journal.save(
        LedgerRecorder.restored(journal.entry(), live)
            .withPending(journal.pendingStep(ApplyStep.CREATED, former, created)),
        "back to " + former.id());
    discardCreated(apply, created);
  }

  /// The result of a rollback that has ended.
  ///
  /// @param otherId the process that is in the bin now
  public static ProcessResult rolledBack(ProcessApply apply, LiveProcess live, String otherId) {
    return apply
        .result()
        .applied(
            "Rolled back to " + live.id() + "; the other one is in the bin",
            "Revert the definition as well: procc plan shows what it would do",
            live,
            otherId);
  }

  private static FormerProcess former(ProcessApply apply, String id) {
    return new FormerProcess(id, apply.context().now().toString(), true);
  }

  /// Moves a created process to the bin; the ledger is then as before.
  ///
  /// @throws ApplyException `PARTIAL` if somebody edited it or started a run of it, or if the
  ///   process that was to stay is gone: the created one then stays
  public static void discardCreated(ProcessApply apply, SeenProcess created) throws ApplyException {
    apply.announce("take the new process back");
    requireOther(apply, created);
    try {
      trash(apply, created, RunState.NONE);
    } catch (ApplyException failure) {
      throw failure.verdict() == Verdict.STALE ? bothStay(apply, created, failure) : failure;
    }
    apply.journal().end("took back " + created.id());
    apply.result().markReverted();
  }

  /// The last one is never taken: where somebody moved the process that is to stay to the bin, the
  /// new one is what there is. One that is created again has none beside it: its step names none.
  private static void requireOther(ProcessApply apply, SeenProcess created) throws ApplyException {
    String id = otherId(apply);
    if (id != null && !id.equals(created.id()) && apply.context().reader().isGone(id)) {
      apply.journal().end("the old process is gone, " + created.id() + " stays");
      throw ApplyException.of(
          Verdict.PARTIAL,
          "The old process " + id + " is gone, so that the new one, " + created.id() + ", stays",
          "procc adopt "
              + apply.identity()
              + " "
              + created.id()
              + " takes it; procc restore "
              + apply.identity()
              + " brings the old one back beside it");
    }
  }

  /// The process that is to stay where the created one goes; null if the step names none.
  private static @Nullable String otherId(ProcessApply apply) {
    PendingStep pending = apply.journal().entry().pending();
    return pending == null ? null : pending.formerId();
  }

  private static ApplyException bothStay(
      ProcessApply apply, SeenProcess created, ApplyException failure) {
    String id = otherId(apply);
    String beside = id == null ? "" : "; both it and " + id + " are live";
    return ApplyException.of(
        Verdict.PARTIAL,
        "The new process " + created.id() + " stays. " + failure.getMessage() + beside,
        "Move the one that is to go to the bin in Workiva, then take the other one: procc adopt "
            + apply.identity()
            + " "
            + created.id()
            + (id == null ? "" : " or procc adopt " + apply.identity() + " " + id));
  }

  /// Sends DELETE until the process is gone, with checks right before each call. 404 means that it
  /// is gone.
  ///
  /// @param seen what it still has to be
  /// @param allowed `FINISHED` if a run that has ended is given up on purpose
  public static void trash(ProcessApply apply, SeenProcess seen, RunState allowed)
      throws ApplyException {
    trash(apply, seen, allowed, null);
  }

  /// @param successor the process that replaces it and must exist; null if none does
  private static void trash(
      ProcessApply apply, SeenProcess seen, RunState allowed, @Nullable String successor)
      throws ApplyException {
    String id = seen.id();
    apply.announce("put " + id + " into the bin");
    ApiException lastFailure = null;
    for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      if (!TrashGuard.permits(apply, seen, allowed, successor)) {
        return;
      }
      lastFailure = delete(apply, id);
      if (lastFailure == null
          ? apply.live().isGoneAfterDelete(id)
          : apply.context().reader().isGone(id)) {
        apply
            .result()
            .recordCall(
                new WrittenCall("trash", "DELETE /processes/" + id, 1, ReadBack.AS_PREDICTED));
        return;
      }
    }
    if (lastFailure != null && lastFailure.isFinal()) {
      throw apply.failure(lastFailure);
    }
    throw ApplyException.of(
        Verdict.PARTIAL,
        "The process "
            + id
            + " is not in the bin"
            + (lastFailure == null ? "" : ": " + lastFailure.getMessage()),
        "procc apply --resume " + apply.identity());
  }

  /// @return the failure if the process may still be gone; null if there was a response
  private static @Nullable ApiException delete(ProcessApply apply, String id)
      throws ApplyException {
    apply.result().sending();
    try {
      apply.api().trash(id);
      return null;
    } catch (ApiException e) {
      if (!e.mayHaveHappened()) {
        apply.result().settledAsNotDone();
        if (e.kind() != ApiErrorKind.NOT_FOUND && e.kind() != ApiErrorKind.CONFLICT) {
          throw apply.failure(e);
        }
      }
      return e;
    }
  }
}
