package dev.procc.live.plan.input;

import dev.procc.live.planfile.PlanLimits;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The limits of `safety` in the definitions.
///
/// @param ofTarget of the target as a whole, and of each process that has none of its own
/// @param ofProcesses by key of the definition
public record SafetyLimits(PlanLimits ofTarget, Map<String, PlanLimits> ofProcesses) {
  public static final SafetyLimits NONE = new SafetyLimits(PlanLimits.NONE, Map.of());

  public SafetyLimits {
    ofProcesses = Collections.unmodifiableMap(new LinkedHashMap<>(ofProcesses));
  }

  /// The limits of the processes with a key.
  public PlanLimits of(String key) {
    return ofProcesses.getOrDefault(key, ofTarget);
  }

  /// The limits in which those of flags take precedence.
  public SafetyLimits under(PlanLimits flags) {
    Map<String, PlanLimits> own = new LinkedHashMap<>();
    ofProcesses.forEach((key, limits) -> own.put(key, flags.orElse(limits)));
    return new SafetyLimits(flags.orElse(ofTarget), own);
  }
}
