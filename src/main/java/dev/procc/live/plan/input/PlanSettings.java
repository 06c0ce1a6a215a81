package dev.procc.live.plan.input;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/// The settings of a target for plans, and the capabilities of its server.
///
/// @param capabilities of the server
/// @param limits of the definitions, which flags may override
/// @param freezes days without changes
/// @param reach the processes that may be planned
/// @param zone of the project, in which times of the API become days
public record PlanSettings(
    ServerCapabilities capabilities,
    SafetyLimits limits,
    List<Freeze> freezes,
    PeriodReach reach,
    ZoneId zone) {
  public static final PlanSettings DEFAULT =
      new PlanSettings(
          ServerCapabilities.UNMEASURED, SafetyLimits.NONE, List.of(), PeriodReach.ALL);

  public PlanSettings {
    freezes = List.copyOf(freezes);
  }

  /// Settings in UTC.
  public PlanSettings(
      ServerCapabilities capabilities,
      SafetyLimits limits,
      List<Freeze> freezes,
      PeriodReach reach) {
    this(capabilities, limits, freezes, reach, ZoneOffset.UTC);
  }
}
