package dev.procc.live.apply;

import dev.procc.live.diff.ChangedBy;
import dev.procc.live.ledger.ApplyStep;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.PendingStep;
import dev.procc.live.ledger.RemovalPolicy;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ApplyOptions;
import dev.procc.live.outcome.ApplySettings;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.plan.input.ApplyGuards;
import dev.procc.live.plan.input.Freeze;
import dev.procc.live.plan.safety.Thresholds;
import dev.procc.live.planfile.PlanAction;
import dev.procc.live.planfile.PlanLimits;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.SafetyReport;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.live.planfile.WayOut;
import dev.procc.live.planfile.operation.RunState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The check of safety rules when a plan is applied, by the present state: a process that was
/// protected since the plan, a freeze that has begun, a limit that was lowered, a run that is
/// evidence, drift that the plan itself says it undoes. Each is lifted by its flag, given to the
/// plan or to the apply.
final class GuardCheck {
  private final ApplySettings settings;
  private final String identity;
  private final SafetyReport planned;
  private final List<PlanRefusal> refusals;
  private final List<PlanRefusal> lifted = new ArrayList<>();

  private GuardCheck(ApplySettings settings, String identity, SafetyReport planned) {
    this.settings = settings;
    this.identity = identity;
    this.planned = planned;
    this.refusals = new ArrayList<>(planned.refusals());
  }

  /// Checks the plan of a process against the present state.
  ///
  /// @param flags the limits that flags of the plan set
  static GuardCheck of(
      ApplySettings settings, ProcessPlan plan, LedgerEntry entry, PlanLimits flags) {
    GuardCheck check = new GuardCheck(settings, plan.identity(), plan.safety());
    if (!plan.operations().isEmpty() || plan.adopts()) {
      check.checkAllowed(plan);
    }
    if (!plan.operations().isEmpty()) {
      check.checkFreeze();
      check.checkOverwrites(plan);
      check.checkLimits(plan, flags);
    }
    if (plan.actions().contains(PlanAction.TRASH)) {
      check.checkProtection(entry, false);
      check.checkHistory(plan, entry);
    }
    return check;
  }

  /// Checks that a process whose definition was removed still has none.
  ///
  /// @throws ApplyException `STALE` if the definition is back, or the ledger says to keep the
  ///   process
  static void requireStillRemoved(ApplySettings settings, ProcessPlan plan, LedgerEntry entry)
      throws ApplyException {
    boolean isForgotten = plan.mainAction() == PlanAction.FORGET;
    boolean isBack = settings.guards().defined().contains(plan.identity());
    boolean isKept =
        !isForgotten && entry.id() != null && entry.definition().onRemoval() != RemovalPolicy.TRASH;
    if ((plan.trashes() || isForgotten) && (isBack || isKept)) {
      throw ApplyException.of(
          Verdict.STALE,
          isBack
              ? "It was to go with its definition, which is back"
              : "It was to go with its definition, and is to be kept by now (onRemoval: keep)",
          "Plan again: procc plan");
    }
  }

  /// Checks an interrupted apply against the present state. Limits on the amount only apply to what
  /// begins; what has begun is completed. Whether a run or a restore took place is only looked up,
  /// and the ledger may forget.
  ///
  /// @param plan that was being applied; null if it is lost
  static GuardCheck ofResume(
      ApplySettings settings, LedgerEntry entry, PendingStep pending, @Nullable ProcessPlan plan) {
    SafetyReport planned = plan == null ? SafetyReport.NONE : plan.safety();
    GuardCheck check = new GuardCheck(settings, entry.identity(), planned);
    ApplyStep step = pending.step().orElse(null);
    boolean onlyLooks =
        step == ApplyStep.BEGIN
            || step == ApplyStep.RUNNING
            || step == ApplyStep.FORGETTING
            || (step == ApplyStep.RESTORING && pending.subject().former() == null);
    boolean wasUnprotected = ApplyOptions.NONE.withWords(pending.subject().options()).unprotects();
    if (!onlyLooks) {
      check.checkFreeze();
      boolean trashes =
          plan == null
              ? step == ApplyStep.SWITCHED || step == ApplyStep.TRASHING
              : plan.actions().contains(PlanAction.TRASH);
      if (trashes && pending.subject().former() != null) {
        check.checkProtection(entry, wasUnprotected);
      }
    }
    return check;
  }

  /// The refusal of the process; null if there is none.
  @Nullable ApplyException refusal() {
    return refusals.isEmpty() ? null : PlanCheck.refusal(refusals);
  }

  /// Whether the protection is all that refuses the process.
  boolean isOnlyProtected() {
    return !refusals.isEmpty()
        && refusals.stream().allMatch(refusal -> refusal.rule().equals(SafetyRule.PROTECT.word()));
  }

  /// The refusals that flags of the apply lifted.
  List<PlanRefusal> lifted() {
    return lifted;
  }

  private void checkAllowed(ProcessPlan plan) {
    List<PlanAction> actions = plan.replaces() ? List.of(PlanAction.REPLACE) : plan.actions();
    refusals.addAll(settings.guards().overrides().refusalsOf(actions));
  }

  private void checkFreeze() {
    for (Freeze freeze : settings.guards().freezes()) {
      refuse(SafetyRule.FREEZE, freeze.refusal(settings.target()), "--during-freeze");
    }
  }

  private void checkOverwrites(ProcessPlan plan) {
    for (var change : plan.changes()) {
      String field = change.address() + ":" + change.field();
      if (change.origin().overwritesDrift()) {
        refuse(
            PlanRefusal.of(
                    SafetyRule.OVERWRITE,
                    "an edit made in Workiva would be undone: " + field,
                    "--overwrite-live " + field,
                    WayOut.ofEdits(field, true).toArray(WayOut[]::new))
                .withCostOfFlag(
                    WayOut.costOfOverwriting(
                        change.changedBy() == ChangedBy.UNKNOWN ? 1 : 0, plan.replaces())),
            settings.guards().allowsOverwrite(field));
      }
    }
  }

  private void checkLimits(ProcessPlan plan, PlanLimits flags) {
    if (plan.replaces() || !plan.actions().contains(PlanAction.TRASH)) {
      String key = plan.process().key();
      checkLimit(key, flags, limits -> Thresholds.ofDateShift(plan.changes(), limits));
      int nodes = plan.definition().nodeCount() + 1;
      if (!plan.replaces()) {
        checkLimit(key, flags, limits -> Thresholds.ofRenames(plan.changes(), nodes, limits));
      }
    }
  }

  private void checkLimit(
      String key, PlanLimits flags, Function<PlanLimits, Optional<PlanRefusal>> rule) {
    ApplyGuards guards = settings.guards();
    Optional<PlanRefusal> refusal = rule.apply(guards.limitsUnder(flags).of(key));
    if (refusal.isPresent()) {
      if (refusals.stream().noneMatch(refusal.get()::equals)) {
        refusals.add(refusal.get());
      }
      return;
    }
    rule.apply(guards.limits().of(key))
        .filter(without -> !planned.lifted().contains(without))
        .ifPresent(lifted::add);
  }

  /// @param wasLifted by the apply that is resumed
  private void checkProtection(LedgerEntry entry, boolean wasLifted) {
    if (entry.definition().protect() || settings.guards().protects(identity)) {
      refuse(
          PlanRefusal.of(
              SafetyRule.PROTECT,
              "it is protected (protect: true): it is neither replaced nor trashed",
              "--unprotect " + identity),
          wasLifted || settings.guards().lifts(SafetyRule.PROTECT, identity));
    }
  }

  private void checkHistory(ProcessPlan plan, LedgerEntry entry) {
    if (plan.runState() == RunState.FINISHED || !entry.history().runIds().isEmpty()) {
      refuse(
          SafetyRule.HISTORY,
          "it has a finished run, which is evidence",
          "--destroy-evidence " + identity);
    }
  }

  private void refuse(SafetyRule rule, String message, String flag) {
    refuse(PlanRefusal.of(rule, message, flag), settings.guards().lifts(rule, identity));
  }

  private void refuse(PlanRefusal refusal, boolean isLifted) {
    boolean isPlanned = planned.refusals().stream().anyMatch(r -> r.rule().equals(refusal.rule()));
    boolean isKnown = isPlanned || refusals.contains(refusal);
    boolean wasLifted = planned.lifted().stream().anyMatch(l -> l.rule().equals(refusal.rule()));
    if (!isKnown && !wasLifted) {
      (isLifted ? lifted : refusals).add(refusal);
    }
  }
}
