package dev.procc.live.compare;

import dev.procc.live.plan.PlanInput;
import dev.procc.live.plan.Planner;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.LiveLookup;
import dev.procc.live.plan.input.PlanContext;
import dev.procc.live.planfile.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The plan as if the base were live, made by the planner itself, so that there is only one
/// decision about what is patched and what is replaced.
///
/// Safety rules about the workspace (runs, duplicates, drift) find nothing. The plan cannot be
/// applied: the ids in it are addresses.
public final class VersionPlanner {
  private VersionPlanner() {}

  /// @param context whose overrides, limits and freezes are left to the caller
  /// @param base the processes before, in any order
  /// @param head the processes after
  /// @return the processes of the head, then those that only the base has
  public static Plan plan(
      PlanContext context, List<DesiredProcess> base, List<DesiredProcess> head) {
    Map<String, DesiredProcess> applied = new LinkedHashMap<>();
    base.forEach(desired -> applied.put(desired.identity(), desired));
    Map<String, DesiredProcess> removed = new LinkedHashMap<>(applied);
    head.forEach(desired -> removed.remove(desired.identity()));
    SimulatedLive simulated = new SimulatedLive(context);
    List<DesiredProcess> both = new ArrayList<>(head);
    both.addAll(removed.values());
    return Planner.planToShow(
        context,
        both,
        desired ->
            removed.containsKey(desired.identity())
                ? simulated.planInput(desired, null)
                : input(simulated, applied.get(desired.identity()), desired));
  }

  private static PlanInput input(
      SimulatedLive simulated, @Nullable DesiredProcess applied, DesiredProcess desired) {
    if (applied == null) {
      return new PlanInput(desired, LiveLookup.NONE, null);
    }
    return isSame(applied, desired) ? unchanged(desired) : simulated.planInput(applied, desired);
  }

  private static boolean isSame(DesiredProcess one, DesiredProcess other) {
    return one == other
        || (one.process().equals(other.process())
            && one.addressMoves().equals(other.addressMoves())
            && one.handling().equals(other.handling()));
  }

  /// The input for a process that is equal in both versions, which is not compared field by field.
  private static PlanInput unchanged(DesiredProcess desired) {
    return new PlanInput(
        desired, new LiveLookup.Unchanged(desired.identity(), desired.name(), 1L), null);
  }
}
