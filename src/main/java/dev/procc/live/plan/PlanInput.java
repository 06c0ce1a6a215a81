package dev.procc.live.plan;

import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.LiveLookup;
import dev.procc.live.runplan.RunTree;
import org.jspecify.annotations.Nullable;

/// One process to plan: what the definition says, what is live, what was last recorded.
///
/// @param desired null if the definition is gone and only the ledger knows the process
/// @param lookup what is live
/// @param entry null if nothing was ever recorded
/// @param run the run that is under way; null if none is or it was not read
public record PlanInput(
    @Nullable DesiredProcess desired,
    LiveLookup lookup,
    @Nullable LedgerEntry entry,
    @Nullable RunTree run) {
  public PlanInput {
    if (desired == null && entry == null) {
      throw new IllegalArgumentException("neither a definition nor an entry of the ledger");
    }
  }

  /// A process whose run was not read.
  public PlanInput(
      @Nullable DesiredProcess desired, LiveLookup found, @Nullable LedgerEntry entry) {
    this(desired, found, entry, null);
  }

  /// `key`, or `key@period`.
  public String identity() {
    return desired != null ? desired.identity() : entry == null ? "" : entry.identity();
  }
}
