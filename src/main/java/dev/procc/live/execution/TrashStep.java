package dev.procc.live.execution;

import dev.procc.live.api.ApiException;
import dev.procc.live.api.ApiException.ApiErrorKind;
import dev.procc.live.ledger.ApplyStep;
import dev.procc.live.ledger.FormerProcess;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ProcessResult;
import dev.procc.live.outcome.ReadBack;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.wire.LiveProcess;

/// Puts processes into the bin.
public final class TrashStep {
  private static final int MAX_ATTEMPTS = 3;

  private TrashStep() {}

  /// The removal of a process whose definition is gone.
  public static ProcessResult removeProcess(ProcessApply apply) throws ApplyException {
    LiveProcess live = apply.liveBefore();
    LedgerEntry entry = apply.entry();
    if (!live.contentHash().equals(entry.live().contentHash())) {
      throw ApplyException.of(
          Verdict.STALE,
          "The process " + live.id() + " is not as procc last left it, and is not trashed",
          "Look at it in Workiva; procc adopt takes it as it is, then plan again");
    }
    apply.throwIfStopRequested();
    apply.beginStep(ApplyStep.TRASHING, "put it into the bin", null, true);
    trash(apply, live.id());
    return recordTrashed(apply, live.id());
  }

  /// Notes that a process is in the bin; its ids stay known, for restore.
  public static ProcessResult recordTrashed(ProcessApply apply, String id) throws ApplyException {
    LedgerEntry next =
        apply
            .entry()
            .withFormer(new FormerProcess(id, apply.context.now().toString(), true))
            .withoutLive()
            .withPending(null);
    apply.save(next, "trashed " + id);
    return apply.result(
        Verdict.APPLIED,
        "In the bin, restorable: " + id,
        "procc restore " + apply.identity() + " brings it back",
        null,
        id,
        null);
  }

  /// DELETE until the process is out of reach. 404 is fine: then it is.
  public static void trash(ProcessApply apply, String id) throws ApplyException {
    apply.context.events().step(apply.identity(), "put " + id + " into the bin");
    ApiException lastFailure = null;
    for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      try {
        apply.context.api().trash(id);
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
      if (apply.reader.isGone(id)) {
        apply.recordCall("trash", "DELETE /processes/" + id, 1, ReadBack.AS_PREDICTED);
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
