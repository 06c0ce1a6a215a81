package dev.procc.live.plan.input;

import java.util.List;

/// The settings of a target for plans, and the capabilities of its server.
///
/// @param capabilities of the server
/// @param limits of the definitions, which flags may override
/// @param freezes days without changes
/// @param reach the processes that may be planned
public record PlanSettings(
    ServerCapabilities capabilities, SafetyLimits limits, List<Freeze> freezes, PeriodReach reach) {
  public static final PlanSettings DEFAULT =
      new PlanSettings(
          ServerCapabilities.UNMEASURED, SafetyLimits.NONE, List.of(), PeriodReach.ALL);

  public PlanSettings {
    freezes = List.copyOf(freezes);
  }
}
