package dev.procc.live.planfile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the safety rules say about the plan of one process.
///
/// @param refusals what apply would refuse
/// @param warnings in sentences without a full stop
/// @param assumptions what is not documented and this plan rests on, by the keys of `procc emulate
///   --assumptions`
/// @param lifted what it would refuse as well if no flag lifted it
/// @param validUntil ISO, the last day on which it can be applied; null if time does not matter
public record SafetyReport(
    List<PlanRefusal> refusals,
    List<String> warnings,
    List<String> assumptions,
    List<PlanRefusal> lifted,
    @Nullable String validUntil) {
  /// Nothing to say.
  public static final SafetyReport NONE =
      new SafetyReport(List.of(), List.of(), List.of(), List.of(), null);

  public SafetyReport {
    refusals = List.copyOf(refusals);
    warnings = List.copyOf(warnings);
    assumptions = List.copyOf(assumptions);
    lifted = List.copyOf(lifted);
  }

  /// Whether a flag lifts a rule that would refuse.
  public boolean lifts(SafetyRule rule) {
    return lifted.stream().anyMatch(refusal -> refusal.rule().equals(rule.word()));
  }

  /// The same report with what flags lift.
  public SafetyReport withLifted(List<PlanRefusal> newLifted) {
    return new SafetyReport(refusals, warnings, assumptions, newLifted, validUntil);
  }

  /// The same report with a last day.
  public SafetyReport withValidUntil(@Nullable String newValidUntil) {
    return new SafetyReport(refusals, warnings, assumptions, lifted, newValidUntil);
  }
}
