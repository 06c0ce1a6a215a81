package dev.procc.live.execution;

import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.planfile.DefinitionSummary;
import dev.procc.live.planfile.Explanation;
import dev.procc.live.planfile.LiveState;
import dev.procc.live.planfile.PlannedWork;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.ProcessRef;
import dev.procc.live.planfile.SafetyReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A plan that does nothing, for work that needs only to know which process it is about.
public final class PlaceholderPlan {
  private PlaceholderPlan() {}

  /// The plan that does nothing.
  ///
  /// @param id the live process it is about
  public static ProcessPlan of(LedgerEntry entry, @Nullable String id) {
    return new ProcessPlan(
        ProcessRef.of(entry.identity(), id, entry.name()),
        LiveState.notRead(true, List.of()),
        PlannedWork.NONE,
        Explanation.NONE,
        SafetyReport.NONE,
        DefinitionSummary.NONE,
        null);
  }
}
