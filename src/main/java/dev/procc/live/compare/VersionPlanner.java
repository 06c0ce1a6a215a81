package dev.procc.live.compare;

import dev.procc.live.plan.PlanInput;
import dev.procc.live.plan.Planner;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.LiveLookup;
import dev.procc.live.plan.input.PlanContext;
import dev.procc.live.plan.input.WorkspaceListing;
import dev.procc.live.planfile.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a plan would be if live equalled the base: made by the planner itself, so that no second
/// judgement says what is patched and what is replaced.
///
/// Safety rules that look at the workspace (runs, duplicates, edits made there) find nothing. The
/// plan cannot be carried out: the ids in it are addresses.
public final class VersionPlanner {
  private VersionPlanner() {}

  /// @param context overrides, limits and freezes in it are left to the caller
  /// @param base the processes as they were, by any order
  /// @param head the same as they would be
  /// @return the processes of the head, then those that only the base has
  public static Plan plan(
      PlanContext context, List<DesiredProcess> base, List<DesiredProcess> head) {
    Map<String, DesiredProcess> remaining = new LinkedHashMap<>();
    for (DesiredProcess desired : base) {
      remaining.put(desired.identity(), desired);
    }
    SimulatedLive simulated = new SimulatedLive(context);
    List<PlanInput> inputs = new ArrayList<>();
    for (DesiredProcess desired : head) {
      DesiredProcess applied = remaining.remove(desired.identity());
      inputs.add(
          applied == null
              ? new PlanInput(desired, LiveLookup.NONE, null)
              : simulated.planInput(applied, desired));
    }
    for (DesiredProcess removed : remaining.values()) {
      inputs.add(simulated.planInput(removed, null));
    }
    return Planner.plan(context, inputs, WorkspaceListing.NONE);
  }
}
