package dev.procc.live.compare;

import dev.procc.live.plan.Context;
import dev.procc.live.plan.Desired;
import dev.procc.live.plan.Found;
import dev.procc.live.plan.Listing;
import dev.procc.live.plan.Planner;
import dev.procc.live.plan.Subject;
import dev.procc.live.planfile.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a plan would be if live equalled the base: made by the planner itself, so that no second
/// judgement says what is patched and what is replaced.
///
/// Guards that look at the workspace (runs, look-alikes, edits made there) find nothing to say. The
/// plan cannot be carried out: the ids in it are addresses.
public final class Comparison {
  private Comparison() {}

  /// @param context overrides, limits and freezes in it are left to the caller
  /// @param base the processes as they were, by any order
  /// @param head the same as they would be
  /// @return the processes of the head, then those that only the base has
  public static Plan plan(Context context, List<Desired> base, List<Desired> head) {
    Map<String, Desired> before = new LinkedHashMap<>();
    for (Desired desired : base) {
      before.put(desired.identity(), desired);
    }
    StandIn standIn = new StandIn(context);
    List<Subject> subjects = new ArrayList<>();
    for (Desired desired : head) {
      Desired applied = before.remove(desired.identity());
      subjects.add(
          applied == null
              ? new Subject(desired, Found.NONE, null)
              : standIn.subject(applied, desired));
    }
    for (Desired gone : before.values()) {
      subjects.add(standIn.subject(gone, null));
    }
    return Planner.plan(context, subjects, Listing.NONE);
  }
}
