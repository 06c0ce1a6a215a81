package dev.procc.live.plan.input;

import java.util.List;

/// What a target says about plans, and what is known of its server.
///
/// @param capabilities what is known of it
/// @param limits of the definitions; flags may set others
/// @param freezes days without changes
/// @param reach which processes may be planned
public record PlanSettings(
    ServerCapabilities capabilities, SafetyLimits limits, List<Freeze> freezes, PeriodReach reach) {
  public static final PlanSettings DEFAULT =
      new PlanSettings(
          ServerCapabilities.UNMEASURED, SafetyLimits.NONE, List.of(), PeriodReach.ALL);

  public PlanSettings {
    freezes = List.copyOf(freezes);
  }
}
