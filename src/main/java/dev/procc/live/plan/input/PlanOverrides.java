package dev.procc.live.plan.input;

import dev.procc.live.planfile.PlanAction;
import dev.procc.live.planfile.SafetyRule;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/// What the command line allows or asks for. A process is named by its identity, a node or field by
/// its address: an address stands for everything in it.
///
/// @param replace processes to replace although they could stay (`--replace`)
/// @param lifted the safety rules that do not refuse, each with the processes or addresses its flag
///   names (`--unprotect close@2024-Q4`); the empty set of a flag that names none (`--allow-past`)
/// @param allowedActions the only actions there may be; empty if all may (`--allow`)
public record PlanOverrides(
    Set<String> replace, Map<SafetyRule, Set<String>> lifted, Set<PlanAction> allowedActions) {
  /// Nothing is allowed that a safety rule refuses.
  public static final PlanOverrides NONE = new PlanOverrides(Set.of(), Map.of(), Set.of());

  public PlanOverrides {
    Map<SafetyRule, Set<String>> copy = new EnumMap<>(SafetyRule.class);
    copy.putAll(lifted);
    lifted = Collections.unmodifiableMap(copy);
  }

  /// The same overrides, and a safety rule lifted for some processes or addresses.
  public PlanOverrides withLifted(SafetyRule rule, Set<String> addresses) {
    Map<SafetyRule, Set<String>> more = new EnumMap<>(SafetyRule.class);
    more.putAll(lifted);
    more.put(rule, addresses);
    return new PlanOverrides(replace, more, allowedActions);
  }

  /// Whether a rule is lifted whose flag names no process.
  public boolean lifts(SafetyRule rule) {
    return lifted.containsKey(rule);
  }

  /// Whether a rule is lifted for a process.
  public boolean lifts(SafetyRule rule, String identity) {
    return lifted.getOrDefault(rule, Set.of()).contains(identity);
  }

  /// Whether edits made in Workiva at this address may be undone.
  public boolean allowsOverwrite(String address) {
    for (String allowed : lifted.getOrDefault(SafetyRule.OVERWRITE, Set.of())) {
      if (address.equals(allowed)
          || address.startsWith(allowed + "/")
          || address.startsWith(allowed + ":")) {
        return true;
      }
    }
    return false;
  }
}
