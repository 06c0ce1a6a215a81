package dev.procc.live.apply;

import dev.procc.live.execution.ApplyContext;
import dev.procc.live.execution.PendingPlanStore;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.planfile.Plan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The plans that an apply or a resume finds in the store, together with its own. Plans that others
/// store later are not included.
final class StoredPlans {
  private final ApplyContext context;
  private final PendingPlanStore store;
  private final List<String> names;

  StoredPlans(ApplyContext context) {
    this.context = context;
    this.store = context.pendingPlans();
    this.names = new ArrayList<>(store.names(context.settings().target()));
  }

  /// Stores a plan for a resume.
  ///
  /// @return a warning; empty if all is well
  String add(Plan plan) {
    try {
      names.add(store.save(plan));
      return "";
    } catch (IOException e) {
      return "the plan could not be kept for a resume: " + e.getMessage();
    }
  }

  /// Removes the plans if nothing of the target is pending any more.
  void clear() {
    String target = context.settings().target();
    try {
      for (LedgerEntry entry : context.store().list(target)) {
        if (entry.pending() != null) {
          return;
        }
      }
      store.clear(target, names);
    } catch (LedgerException | IOException keptLonger) {
      return;
    }
  }
}
