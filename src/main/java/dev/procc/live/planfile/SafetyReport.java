package dev.procc.live.planfile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The result of the safety rules for the plan of one process.
///
/// @param refusals of apply
/// @param warnings in sentences without a full stop
/// @param assumptions of this plan that are not documented, by the keys of `procc emulate
///   --assumptions`
/// @param lifted further refusals that flags lift
/// @param validUntil ISO, the last day on which it can be applied; null if there is none
public record SafetyReport(
    List<PlanRefusal> refusals,
    List<String> warnings,
    List<String> assumptions,
    List<PlanRefusal> lifted,
    @Nullable String validUntil) {
  /// An empty report.
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

  /// A copy whose refusals name commands with the arguments of the plan.
  SafetyReport withArguments(List<String> arguments) {
    List<PlanRefusal> named = refusals.stream().map(one -> one.withArguments(arguments)).toList();
    return new SafetyReport(named, warnings, assumptions, lifted, validUntil);
  }

  /// A copy with lifted refusals.
  public SafetyReport withLifted(List<PlanRefusal> newLifted) {
    return new SafetyReport(refusals, warnings, assumptions, newLifted, validUntil);
  }

  /// A copy with a last day.
  public SafetyReport withValidUntil(@Nullable String newValidUntil) {
    return new SafetyReport(refusals, warnings, assumptions, lifted, newValidUntil);
  }
}
