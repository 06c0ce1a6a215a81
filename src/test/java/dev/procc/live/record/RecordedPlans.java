package dev.procc.live.record;

import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.outcome.ApplyOptions;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.wire.LiveProcess;
import java.util.LinkedHashSet;
import java.util.Set;

/// The ledger's contents after plans.
public final class RecordedPlans {
  private RecordedPlans() {}

  /// The entry after all of a plan was applied and read back, if the server accepts all values.
  ///
  /// @param before the entry before, or `LedgerEntry.empty`
  /// @param live the process as it was read back
  public static LedgerEntry record(ProcessPlan plan, LedgerEntry before, LiveProcess live) {
    Set<String> sentFields = new LinkedHashSet<>();
    PlannedNodes.of(plan).nodes().forEach(node -> sentFields.addAll(node.sent().keySet()));
    return new LedgerRecorder(plan, ApplyOptions.NONE.withAccepted(sentFields))
        .applied(before, live, WrittenFields.of(plan, live));
  }
}
