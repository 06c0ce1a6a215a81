package dev.procc.live.plan.input;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a target says about plans, and what is known of its server.
///
/// @param capabilities what is known of it
/// @param limits of the target as a whole, and of each process that has none of its own
/// @param processLimits by key of the definition
/// @param freezes days without changes
/// @param reach which processes may be planned
public record PlanSettings(
    ServerCapabilities capabilities,
    PlanLimits limits,
    Map<String, PlanLimits> processLimits,
    List<Freeze> freezes,
    PeriodReach reach) {
  public static final PlanSettings DEFAULT =
      new PlanSettings(
          ServerCapabilities.UNMEASURED, PlanLimits.NONE, Map.of(), List.of(), PeriodReach.ALL);

  public PlanSettings {
    processLimits = Collections.unmodifiableMap(new LinkedHashMap<>(processLimits));
    freezes = List.copyOf(freezes);
  }

  public PlanLimits limitsOf(String key) {
    return processLimits.getOrDefault(key, limits);
  }
}
