package dev.procc.live.plan;

import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.LiveLookup;
import dev.procc.live.runplan.RunTree;
import org.jspecify.annotations.Nullable;

/// The input for planning one process: the definition, the live process, and the ledger entry.
///
/// @param desired null if the definition was removed and only the ledger knows the process
/// @param lookup of the live process
/// @param entry null if there is none
/// @param run that is under way; null if there is none or it was not read
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

  /// The input for a process whose run was not read.
  public PlanInput(
      @Nullable DesiredProcess desired, LiveLookup found, @Nullable LedgerEntry entry) {
    this(desired, found, entry, null);
  }

  /// `key`, or `key@period`.
  public String identity() {
    return desired != null ? desired.identity() : entry == null ? "" : entry.identity();
  }
}
