package dev.procc.live.plan.safety;

import dev.procc.live.plan.decide.Decision;
import dev.procc.live.plan.input.Freeze;
import dev.procc.live.planfile.PlanAction;
import dev.procc.live.planfile.PlanLimits;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.SafetyRule;
import java.time.LocalDate;
import java.util.List;

/// The safety rules about freezes, allowed actions, and limits of one process.
final class LimitRules {
  private LimitRules() {}

  /// Refuses changes during a freeze.
  static void checkFreeze(RuleInput input, List<PlanRefusal> refusals) {
    LocalDate asOf = input.context().asOf();
    for (Freeze freeze : input.context().settings().freezes()) {
      if (!input.overrides().lifts(SafetyRule.FREEZE) && freeze.contains(asOf)) {
        refusals.add(
            PlanRefusal.of(
                SafetyRule.FREEZE, freeze.refusal(input.context().target()), "--during-freeze"));
        return;
      }
    }
  }

  /// Refuses actions that `--allow` does not list.
  static void checkAllowed(RuleInput input, List<PlanRefusal> refusals) {
    List<PlanAction> wanted =
        input.decision() instanceof Decision.Replace
            ? List.of(PlanAction.REPLACE)
            : input.decision().actions();
    refusals.addAll(input.overrides().refusalsOf(wanted));
  }

  /// Refuses a date that moves too far.
  static void checkDateShift(RuleInput input, List<PlanRefusal> refusals) {
    Thresholds.ofDateShift(input.explanation().changes(), limits(input)).ifPresent(refusals::add);
  }

  /// Refuses too many renames in one process.
  static void checkRenames(RuleInput input, Decision.InPlace decision, List<PlanRefusal> refusals) {
    int nodes = decision.comparison().definition().normal().size();
    Thresholds.ofRenames(input.explanation().changes(), nodes, limits(input))
        .ifPresent(refusals::add);
  }

  private static PlanLimits limits(RuleInput input) {
    return input.context().limits().of(input.subject().process().key());
  }
}
