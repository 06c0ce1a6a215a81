package dev.procc.live.execution;

import dev.procc.live.ledger.SeenProcess;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.plan.input.WorkspaceListing;
import dev.procc.live.planfile.operation.RunState;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.ProcessSummary;
import dev.procc.live.wire.RunSummary;
import java.util.Objects;

/// The guard right before every DELETE: by the ledger nobody else works on the process, its content
/// is as it was seen, and the list shows no run of it.
///
/// The API has no conditional DELETE, so each is read as late as possible, the list last.
final class TrashGuard {
  private TrashGuard() {}

  /// @param seen what it still has to be
  /// @param allowed `FINISHED` if a run that has ended is given up on purpose
  /// @return whether there is anything to trash; false if it is gone
  /// @throws ApplyException `STALE` if somebody edited it or started a run, `PARTIAL` if somebody
  ///   else holds the ledger entry
  static boolean permits(ProcessApply apply, SeenProcess seen, RunState allowed)
      throws ApplyException {
    apply.journal().confirm();
    LiveProcess live = apply.context().reader().find(seen.id()).orElse(null);
    WorkspaceListing listing = apply.live().rereadListing();
    ProcessSummary summary = listing.get(seen.id());
    if (live == null || summary == null) {
      return false;
    }
    if (!Objects.equals(summary.revision(), live.revision())) {
      // It was edited in between, or the list counts revisions differently.
      live = apply.context().reader().get(seen.id());
    }
    RunSummary run = listing.run(seen.id());
    if (run != null && !(allowed == RunState.FINISHED && run.isFinished())) {
      throw kept(seen.id() + " has a run: " + run.id() + ", " + run.status());
    }
    if (!live.wholeHash().equals(seen.contentHash())) {
      throw kept(
          seen.contentHash() == null
              ? "nobody knows how " + seen.id() + " was before"
              : seen.id() + " has changed since it was checked" + live.lastChangeText());
    }
    return true;
  }

  private static ApplyException kept(String reason) {
    return ApplyException.of(
        Verdict.STALE, "Not moved to the bin: " + reason, "Plan again: procc plan");
  }
}
