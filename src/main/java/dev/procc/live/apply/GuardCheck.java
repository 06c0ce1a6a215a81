package dev.procc.live.apply;

import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ApplySettings;
import dev.procc.live.plan.input.ApplyGuards;
import dev.procc.live.plan.input.Freeze;
import dev.procc.live.planfile.PlanAction;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.live.planfile.operation.RunState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The safety rules evaluated when a plan is carried out, from what holds then: a process that was
/// protected since the plan, a freeze that has begun, a run that is evidence, edits that the plan
/// itself says it undoes. Each is lifted by its flag, given to the plan or to the apply.
final class GuardCheck {
  private final ApplySettings settings;
  private final ProcessPlan plan;
  private final LedgerEntry entry;
  private final List<PlanRefusal> refusals;

  private GuardCheck(ApplySettings settings, ProcessPlan plan, LedgerEntry entry) {
    this.settings = settings;
    this.plan = plan;
    this.entry = entry;
    this.refusals = new ArrayList<>(plan.refusals());
  }

  /// What refuses a process now.
  ///
  /// @return null if nothing does
  static @Nullable ApplyException check(
      ApplySettings settings, ProcessPlan plan, LedgerEntry entry) {
    GuardCheck check = new GuardCheck(settings, plan, entry);
    if (!plan.operations().isEmpty()) {
      check.checkFreeze();
      check.checkOverwrites();
    }
    if (plan.actions().contains(PlanAction.TRASH)) {
      check.checkProtection();
      check.checkHistory();
    }
    return check.refusals.isEmpty() ? null : PlanCheck.refusal(check.refusals);
  }

  private void checkFreeze() {
    for (Freeze freeze : settings.guards().freezes()) {
      if (freeze.contains(settings.today())) {
        refuse(SafetyRule.FREEZE, freeze.refusal(settings.target()), "--during-freeze");
      }
    }
  }

  private void checkOverwrites() {
    for (var change : plan.changes()) {
      String field = change.address() + ":" + change.field();
      if (change.origin().overwritesDrift() && !settings.guards().allowsOverwrite(field)) {
        refuse(
            SafetyRule.OVERWRITE,
            "an edit made in Workiva would be undone: " + field,
            "--overwrite-live " + field);
      }
    }
  }

  private void checkProtection() {
    if (entry.definition().protect() || settings.guards().protects(plan.identity())) {
      refuse(
          SafetyRule.PROTECT,
          "it is protected (protect: true): it is neither replaced nor trashed",
          "--unprotect " + plan.identity());
    }
  }

  private void checkHistory() {
    if (plan.runState() == RunState.FINISHED || !entry.history().runIds().isEmpty()) {
      refuse(
          SafetyRule.HISTORY,
          "it has a finished run, which is evidence",
          "--destroy-evidence " + plan.identity());
    }
  }

  private void refuse(SafetyRule rule, String message, String flag) {
    ApplyGuards guards = settings.guards();
    boolean isKnown = refusals.stream().anyMatch(refusal -> refusal.rule().equals(rule.word()));
    if (!isKnown && !plan.safety().lifts(rule) && !guards.lifts(rule, plan.identity())) {
      refusals.add(PlanRefusal.of(rule, message, flag, null));
    }
  }
}
