package dev.procc.app.plan;

import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.ProcessPlan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The approval of a plan by hashes: of the whole plan, or one a process.
public final class PlanApproval {
  private PlanApproval() {}

  /// The parts of the plan that are not approved, each `IDENTITY HASH`, and approved hashes that
  /// nothing has any more.
  public static List<String> unapproved(Plan plan, Collection<String> approved) {
    List<String> missing = new ArrayList<>();
    if (approved.contains(plan.planHash())) {
      return missing;
    }
    List<String> known = new ArrayList<>();
    for (ProcessPlan process : plan.processes()) {
      known.add(process.hash());
      if (process.hasActions() && !approved.contains(process.hash())) {
        missing.add(process.identity() + " " + process.hash());
      }
    }
    for (String hash : approved) {
      if (!known.contains(hash)) {
        missing.add("approved and not there: " + hash);
      }
    }
    return missing;
  }

  /// `if it was approved with --unprotect close, add that here too; `, since the flags that would
  /// lift a refusal are part of what was approved; empty if there is none.
  public static String missingFlags(Plan plan) {
    String flags = String.join(" ", plan.liftingFlags());
    return flags.isEmpty() ? "" : "if it was approved with " + flags + ", add that here too; ";
  }

  /// The processes with the approved hashes.
  public static List<ProcessPlan> approvedProcesses(Plan plan, Collection<String> approved) {
    if (approved.contains(plan.planHash())) {
      return plan.processes();
    }
    List<ProcessPlan> selected = new ArrayList<>();
    for (ProcessPlan process : plan.processes()) {
      if (approved.contains(process.hash())) {
        selected.add(process);
      }
    }
    return selected;
  }
}
