package dev.procc.live.plan.input;

import dev.procc.live.planfile.PlanLimits;
import dev.procc.live.planfile.SafetyRule;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The guards of an apply on the day on which a plan is applied.
///
/// @param freezes that include the day
/// @param defined the identities that have a definition
/// @param limits of the definitions
/// @param overrides from the command line of the apply
public record ApplyGuards(
    List<Freeze> freezes,
    Set<String> protectedKeys,
    Set<String> defined,
    SafetyLimits limits,
    PlanOverrides overrides) {
  /// No freezes, and no overrides besides those of the plan.
  public static final ApplyGuards NONE =
      new ApplyGuards(List.of(), Set.of(), Set.of(), SafetyLimits.NONE, PlanOverrides.NONE);

  public ApplyGuards {
    freezes = List.copyOf(freezes);
    protectedKeys = Collections.unmodifiableSet(new TreeSet<>(protectedKeys));
    defined = Collections.unmodifiableSet(new TreeSet<>(defined));
  }

  /// A copy with overrides.
  public ApplyGuards withOverrides(PlanOverrides allowed) {
    return new ApplyGuards(freezes, protectedKeys, defined, limits, allowed);
  }

  /// Whether the definitions now protect a process.
  ///
  /// @param identity `key`, or `key@period`
  public boolean protects(String identity) {
    int at = identity.indexOf('@');
    return protectedKeys.contains(at < 0 ? identity : identity.substring(0, at));
  }

  /// Whether a rule is lifted for a process, or for all.
  public boolean lifts(SafetyRule rule, String identity) {
    return rule == SafetyRule.FREEZE ? overrides.lifts(rule) : overrides.lifts(rule, identity);
  }

  /// Whether drift at an address may be undone.
  public boolean allowsOverwrite(String address) {
    return overrides.allowsOverwrite(address);
  }

  /// The limits that apply: those of the apply's flags, otherwise of the plan's, otherwise of the
  /// definitions.
  ///
  /// @param planned the limits that flags of the plan set
  public SafetyLimits limitsUnder(PlanLimits planned) {
    return limits.under(overrides.limits().orElse(planned));
  }
}
