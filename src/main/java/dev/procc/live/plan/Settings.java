package dev.procc.live.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a target says about plans, and what is known of its server.
///
/// @param server what is known of it
/// @param limits of the target as a whole, and of each process that has none of its own
/// @param processLimits by key of the definition
/// @param freezes days without changes
public record Settings(
    Measurements server, Limits limits, Map<String, Limits> processLimits, List<Freeze> freezes) {
  public static final Settings DEFAULT =
      new Settings(Measurements.UNMEASURED, Limits.NONE, Map.of(), List.of());

  public Settings {
    processLimits = Collections.unmodifiableMap(new LinkedHashMap<>(processLimits));
    freezes = List.copyOf(freezes);
  }

  Limits of(String key) {
    return processLimits.getOrDefault(key, limits);
  }
}
