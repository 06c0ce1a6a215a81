package dev.procc.live.apply;

import dev.procc.live.api.ApiException;
import dev.procc.live.api.ApiException.Kind;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.Previous;
import dev.procc.live.wire.LiveProcess;

/// Puts processes into the bin.
final class Bin {
  private static final int TRIES = 3;

  private Bin() {}

  /// The removal of a process whose definition is gone.
  static ProcessResult remove(Work work) throws Halt {
    LiveProcess live = work.old();
    LedgerEntry known = work.entry();
    if (!live.contentHash().equals(known.contentHash())) {
      throw Halt.of(
          Verdict.STALE,
          "The process " + live.id() + " is not as procc last left it, and is not trashed",
          "Look at it in Workiva; procc adopt takes it as it is, then plan again");
    }
    work.checkStop();
    work.step(Work.TRASHING, "put it into the bin", null, true);
    trash(work, live.id());
    return removed(work, live.id());
  }

  /// Notes that a process is in the bin; its ids stay known, for restore.
  static ProcessResult removed(Work work, String id) throws Halt {
    LedgerEntry entry = work.entry();
    LedgerEntry next =
        new LedgerEntry(
            entry.target(),
            entry.identity(),
            entry.origin(),
            entry.name(),
            null,
            null,
            null,
            entry.sourceHash(),
            entry.protect(),
            entry.onRemoval(),
            entry.runs(),
            entry.withPrevious(new Previous(id, work.env.now().toString(), true)).previous(),
            null,
            java.util.List.of(),
            entry.sources(),
            java.util.List.of(),
            entry.inRuns());
    work.save(next, "trashed " + id);
    return work.result(
        Verdict.APPLIED,
        "In the bin, restorable: " + id,
        "procc restore " + work.identity() + " brings it back",
        null,
        id,
        null);
  }

  /// DELETE until the process is out of reach. 404 is fine: then it is.
  static void trash(Work work, String id) throws Halt {
    work.env.events().step(work.identity(), "put " + id + " into the bin");
    ApiException last = null;
    for (int turn = 1; turn <= TRIES; turn++) {
      try {
        work.env.api().trash(id);
        last = null;
      } catch (ApiException e) {
        last = e;
      }
      if (last != null
          && !last.mayHaveHappened()
          && last.kind() != Kind.NOT_FOUND
          && last.kind() != Kind.CONFLICT) {
        throw work.failed(last);
      }
      if (work.reader.gone(id)) {
        work.wrote("trash", "DELETE /processes/" + id, 1, "as foretold");
        return;
      }
    }
    throw Halt.of(
        Verdict.PARTIAL,
        "The process " + id + " is not in the bin" + (last == null ? "" : ": " + last.getMessage()),
        "procc apply --resume " + work.identity());
  }
}
