package dev.procc.live.plan.safety;

import dev.procc.base.text.Plural;
import dev.procc.live.plan.compare.ScheduleFields;
import dev.procc.live.plan.decide.Decision;
import dev.procc.live.plan.input.Freeze;
import dev.procc.live.planfile.PlanAction;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.live.planfile.change.ChangeReason;
import dev.procc.live.planfile.change.FieldChange;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/// Rules of what a target and the command line allow: freezes, actions, limits of one process.
final class LimitRules {
  private static final int MIN_NODES_FOR_PERCENT = 10;

  private LimitRules() {}

  /// Refuses changes in a freeze.
  static void checkFreeze(RuleInput input, List<PlanRefusal> refusals) {
    LocalDate asOf = input.context().asOf();
    for (Freeze freeze : input.context().settings().freezes()) {
      if (!input.overrides().lifts(SafetyRule.FREEZE) && freeze.contains(asOf)) {
        refusals.add(
            PlanRefusal.of(
                SafetyRule.FREEZE,
                freeze.refusal(input.context().target()),
                "--during-freeze",
                null));
        return;
      }
    }
  }

  /// Refuses actions that `--allow` does not name.
  static void checkAllowed(RuleInput input, List<PlanRefusal> refusals) {
    Set<PlanAction> allowed = input.overrides().allowedActions();
    if (allowed.isEmpty()) {
      return;
    }
    List<PlanAction> wanted =
        input.decision() instanceof Decision.Replace
            ? List.of(PlanAction.REPLACE)
            : input.decision().actions();
    for (PlanAction action : wanted) {
      if (!allowed.contains(action)) {
        refusals.add(
            PlanRefusal.of(
                SafetyRule.ALLOW,
                "--allow does not name " + action.word(),
                "--allow " + action.word(),
                null));
      }
    }
  }

  /// Refuses a date that moves too far.
  static void checkDateShift(RuleInput input, List<PlanRefusal> refusals) {
    Integer limit =
        input.context().settings().limitsOf(input.subject().process().key()).maxDateShiftDays();
    if (limit == null) {
      return;
    }
    long farthest = 0;
    String where = "";
    for (FieldChange change : input.explanation().changes()) {
      LocalDate before = ScheduleFields.parseDate(change.before());
      LocalDate after = ScheduleFields.parseDate(change.after());
      if (change.isEffective() && before != null && after != null) {
        long days = Math.abs(ChronoUnit.DAYS.between(before, after));
        if (days > farthest) {
          farthest = days;
          where = change.address() + ":" + change.field();
        }
      }
    }
    if (farthest > limit) {
      refusals.add(
          PlanRefusal.of(
              SafetyRule.THRESHOLD,
              where + " moves by " + Plural.of(farthest, "day") + ", and the limit is " + limit,
              "--max-date-shift-days " + farthest,
              null));
    }
  }

  /// Refuses too many new names in one process.
  static void checkRenames(RuleInput input, Decision.InPlace decision, List<PlanRefusal> refusals) {
    Integer percent =
        input.context().settings().limitsOf(input.subject().process().key()).maxRenamesPercent();
    long renames =
        input.explanation().changes().stream()
            .filter(c -> c.reason() == ChangeReason.RENAME)
            .count();
    int nodes = decision.comparison().definition().normal().size();
    if (percent != null
        && nodes >= MIN_NODES_FOR_PERCENT
        && renames * 100 > (long) percent * nodes) {
      refusals.add(
          PlanRefusal.of(
              SafetyRule.THRESHOLD,
              renames + " of " + nodes + " names change, and the limit is " + percent + " percent",
              "--max-renames-percent " + (renames * 100 + nodes - 1) / nodes,
              null));
    }
  }
}
