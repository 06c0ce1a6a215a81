package dev.procc.live.plan.input;

import dev.procc.live.planfile.PlanLimits;
import dev.procc.live.planfile.SafetyRule;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What an apply holds against a plan on the day it is carried out.
///
/// @param freezes those that hold today
/// @param defined the processes that have a definition, by identity
/// @param limits of the definitions
/// @param overrides what the command line of the apply allows
public record ApplyGuards(
    List<Freeze> freezes,
    Set<String> protectedKeys,
    Set<String> defined,
    SafetyLimits limits,
    PlanOverrides overrides) {
  /// No freezes, nothing allowed beyond the plan.
  public static final ApplyGuards NONE =
      new ApplyGuards(List.of(), Set.of(), Set.of(), SafetyLimits.NONE, PlanOverrides.NONE);

  public ApplyGuards {
    freezes = List.copyOf(freezes);
    protectedKeys = Collections.unmodifiableSet(new TreeSet<>(protectedKeys));
    defined = Collections.unmodifiableSet(new TreeSet<>(defined));
  }

  /// The same, and this is allowed.
  public ApplyGuards withOverrides(PlanOverrides allowed) {
    return new ApplyGuards(freezes, protectedKeys, defined, limits, allowed);
  }

  /// Whether the definitions protect a process by now.
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

  /// Whether an edit made in Workiva at this address may be undone.
  public boolean allowsOverwrite(String address) {
    return overrides.allowsOverwrite(address);
  }

  /// The limits that hold: of the apply's flags, else of the plan's, else of the definitions.
  ///
  /// @param planned what the flags of the plan set
  public SafetyLimits limitsUnder(PlanLimits planned) {
    return limits.under(overrides.limits().orElse(planned));
  }
}
