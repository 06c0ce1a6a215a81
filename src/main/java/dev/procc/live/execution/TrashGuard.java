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
import org.jspecify.annotations.Nullable;

/// The guard right before every DELETE: by the ledger nobody else works on the process, its content
/// is as it was seen, the list shows no run of it, and what takes its place is there.
///
/// The API has no conditional DELETE, so each is read as late as possible, the list last.
final class TrashGuard {
  private TrashGuard() {}

  /// @param seen what it still has to be
  /// @param allowed `FINISHED` if a run that has ended is given up on purpose
  /// @param successor the process that replaces it; null if none does
  /// @return whether there is anything to trash; false if it is gone
  /// @throws ApplyException `STALE` if somebody edited it, started a run, or moved its successor to
  ///   the bin, `PARTIAL` if somebody else holds the ledger entry
  static boolean permits(
      ProcessApply apply, SeenProcess seen, RunState allowed, @Nullable String successor)
      throws ApplyException {
    LiveReader reader = apply.context().reader();
    apply.journal().confirm();
    LiveProcess live = reader.find(seen.id()).orElse(null);
    WorkspaceListing listing = apply.live().rereadListing();
    if (live == null || listing.get(seen.id()) == null) {
      if (reader.isGone(seen.id())) {
        return false;
      }
      live = reader.get(seen.id());
      listing = apply.live().rereadListing();
    }
    ProcessSummary summary = listing.get(seen.id());
    if (summary == null) {
      throw kept("the list does not show " + seen.id() + ", so nobody knows of its runs");
    }
    if (!Objects.equals(summary.revision(), live.revision())) {
      // It was edited in between, or the list counts revisions differently.
      live = reader.get(seen.id());
    }
    check(seen, live, listing.run(seen.id()), allowed);
    if (successor != null && listing.get(successor) == null && reader.isGone(successor)) {
      throw kept("the process in its place, " + successor + ", is gone");
    }
    return true;
  }

  private static void check(
      SeenProcess seen, LiveProcess live, @Nullable RunSummary run, RunState allowed)
      throws ApplyException {
    if (run != null && !(allowed == RunState.FINISHED && run.isFinished())) {
      throw kept(seen.id() + " has a run: " + run.id() + ", " + run.status());
    }
    if (!seen.isShownBy(live)) {
      throw kept(
          seen.contentHash() == null
              ? "nobody knows how " + seen.id() + " was before"
              : seen.id() + " has changed since it was checked" + live.lastChangeText());
    }
  }

  private static ApplyException kept(String reason) {
    return ApplyException.of(
        Verdict.STALE, "Not moved to the bin: " + reason, "Plan again: procc plan");
  }
}
