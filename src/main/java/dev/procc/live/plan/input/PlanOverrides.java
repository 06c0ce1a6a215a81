package dev.procc.live.plan.input;

import dev.procc.live.planfile.PlanAction;
import dev.procc.live.planfile.PlanLimits;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.SafetyRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The overrides and requests of a command line. A process is given by its identity, a node or
/// field by its address, which stands for everything in it.
///
/// @param replace processes to replace although they could stay (`--replace`)
/// @param lifted the safety rules that do not refuse, each with the processes or addresses of its
///   flag (`--unprotect close@2024-Q4`); an empty set for a flag without any (`--allow-past`)
/// @param allowedActions the only allowed actions; empty if all are (`--allow`)
/// @param limits that win over those of the definitions (`--max-replace`)
public record PlanOverrides(
    Set<String> replace,
    Map<SafetyRule, Set<String>> lifted,
    Set<PlanAction> allowedActions,
    PlanLimits limits) {
  /// No overrides.
  public static final PlanOverrides NONE =
      new PlanOverrides(Set.of(), Map.of(), Set.of(), PlanLimits.NONE);

  public PlanOverrides {
    Map<SafetyRule, Set<String>> copy = new EnumMap<>(SafetyRule.class);
    copy.putAll(lifted);
    lifted = Collections.unmodifiableMap(copy);
  }

  /// A copy with a safety rule lifted for some processes or addresses.
  public PlanOverrides withLifted(SafetyRule rule, Set<String> addresses) {
    Map<SafetyRule, Set<String>> more = new EnumMap<>(SafetyRule.class);
    more.putAll(lifted);
    more.put(rule, addresses);
    return new PlanOverrides(replace, more, allowedActions, limits);
  }

  /// A copy without lifted rules.
  public PlanOverrides withoutLifted() {
    return new PlanOverrides(replace, Map.of(), allowedActions, PlanLimits.NONE);
  }

  /// Whether a rule is lifted whose flag names no process.
  public boolean lifts(SafetyRule rule) {
    return lifted.containsKey(rule);
  }

  /// Whether a rule is lifted for a process.
  public boolean lifts(SafetyRule rule, String identity) {
    return lifted.getOrDefault(rule, Set.of()).contains(identity);
  }

  /// The refusals of actions that are not allowed. The flag of each allows all that are allowed
  /// already and all that are wanted.
  public List<PlanRefusal> refusalsOf(List<PlanAction> actions) {
    List<PlanRefusal> refusals = new ArrayList<>();
    if (allowedActions.isEmpty()) {
      return refusals;
    }
    Set<PlanAction> all = new TreeSet<>(allowedActions);
    all.addAll(actions);
    String flag = "--allow " + String.join(",", all.stream().map(PlanAction::word).toList());
    for (PlanAction action : actions) {
      if (!allowedActions.contains(action)) {
        refusals.add(
            PlanRefusal.of(SafetyRule.ALLOW, "--allow does not name " + action.word(), flag));
      }
    }
    return refusals;
  }

  /// Whether drift at an address may be undone.
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
