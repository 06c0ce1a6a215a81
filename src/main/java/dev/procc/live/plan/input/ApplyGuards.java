package dev.procc.live.plan.input;

import dev.procc.live.planfile.SafetyRule;
import java.util.List;

/// What an apply holds against a plan on the day it is carried out.
///
/// @param freezes days without changes
/// @param overrides what the command line of the apply allows
public record ApplyGuards(List<Freeze> freezes, PlanOverrides overrides) {
  /// No freezes, nothing allowed beyond the plan.
  public static final ApplyGuards NONE = new ApplyGuards(List.of(), PlanOverrides.NONE);

  public ApplyGuards {
    freezes = List.copyOf(freezes);
  }

  /// Whether a rule is lifted for a process, or for all.
  public boolean lifts(SafetyRule rule, String identity) {
    return rule == SafetyRule.FREEZE ? overrides.lifts(rule) : overrides.lifts(rule, identity);
  }

  /// Whether an edit made in Workiva at this address may be undone.
  public boolean allowsOverwrite(String address) {
    return overrides.allowsOverwrite(address);
  }
}
