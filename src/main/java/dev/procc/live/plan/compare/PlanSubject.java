package dev.procc.live.plan.compare;

import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.planfile.LiveState;
import dev.procc.live.planfile.ProcessRef;
import org.jspecify.annotations.Nullable;

/// The process to plan, as it was found.
///
/// @param live what was seen of it
/// @param entry null if there is none
/// @param runOnly the parts of the definition that only a run has; null if there are none
public record PlanSubject(
    ProcessRef process,
    LiveState live,
    @Nullable LedgerEntry entry,
    @Nullable RunOnlyParts runOnly) {
  /// A process of which no run has more than itself.
  public PlanSubject(ProcessRef process, LiveState live, @Nullable LedgerEntry entry) {
    this(process, live, entry, null);
  }

  /// `key`, or `key@period`.
  public String identity() {
    return process.identity();
  }
}
