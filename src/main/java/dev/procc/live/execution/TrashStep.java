package dev.procc.live.execution;

import dev.procc.live.api.ApiException;
import dev.procc.live.api.ApiException.ApiErrorKind;
import dev.procc.live.ledger.ApplyStep;
import dev.procc.live.ledger.FormerProcess;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ProcessResult;
import dev.procc.live.outcome.ProcessResult.WrittenCall;
import dev.procc.live.outcome.ReadBack;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.wire.LiveProcess;

/// Moves processes to the bin.
public final class TrashStep {
  private static final int MAX_ATTEMPTS = 3;

  private TrashStep() {}

  /// The removal of a process whose definition is gone.
  public static ProcessResult removeProcess(ProcessApply apply) throws ApplyException {
    LiveProcess live = apply.live().process();
    LedgerEntry entry = apply.journal().entry();
    if (!live.contentHash().equals(entry.live().contentHash())) {
      throw ApplyException.of(
          Verdict.STALE,
          "The process " + live.id() + " is not as procc last left it, and is not trashed",
          "Look at it in Workiva; procc adopt takes it as it is, then plan again");
    }
    apply.throwIfStopRequested();
    apply.journal().begin(ApplyStep.TRASHING, "put it into the bin");
    trash(apply, live.id());
    return recordTrashed(apply, live.id());
  }

  /// Records that the process is in the bin; its ids stay known, to restore it.
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

  /// Moves the process that was replaced to the bin, which ends the apply.
  ///
  /// @param note for readers of the history of the ledger
  public static void trashFormer(ProcessApply apply, String formerId, String note)
      throws ApplyException {
    trash(apply, formerId);
    LedgerJournal journal = apply.journal();
    journal.save(journal.entry().withFormer(former(apply, formerId)).withPending(null), note);
  }

  private static FormerProcess former(ProcessApply apply, String id) {
    return new FormerProcess(id, apply.context().now().toString(), true);
  }

  /// Moves a process that was created to the bin; the ledger then says what it said before.
  public static void discardCreated(ProcessApply apply, String id) throws ApplyException {
    apply.announce("take the new process back");
    trash(apply, id);
    apply.journal().end("took back " + id);
    apply.result().markReverted();
  }

  /// DELETE until the process is gone. 404 is fine: then it is.
  public static void trash(ProcessApply apply, String id) throws ApplyException {
    apply.announce("put " + id + " into the bin");
    ApiException lastFailure = null;
    for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      try {
        apply.context().api().trash(id);
        lastFailure = null;
      } catch (ApiException e) {
        lastFailure = e;
      }
      if (lastFailure != null
          && !lastFailure.mayHaveHappened()
          && lastFailure.kind() != ApiErrorKind.NOT_FOUND
          && lastFailure.kind() != ApiErrorKind.CONFLICT) {
        throw apply.failure(lastFailure);
      }
      if (apply.context().reader().isGone(id)) {
        apply
            .result()
            .recordCall(
                new WrittenCall("trash", "DELETE /processes/" + id, 1, ReadBack.AS_PREDICTED));
        return;
      }
    }
    throw ApplyException.of(
        Verdict.PARTIAL,
        "The process "
            + id
            + " is not in the bin"
            + (lastFailure == null ? "" : ": " + lastFailure.getMessage()),
        "procc apply --resume " + apply.identity());
  }
}
