package dev.procc.live.plan.safety;

import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.PendingStep;
import dev.procc.live.plan.compare.DefinitionTrees;
import dev.procc.live.plan.compare.LedgerSettings;
import dev.procc.live.plan.compare.ProcessComparison;
import dev.procc.live.plan.compare.RunOnlyParts;
import dev.procc.live.plan.decide.Decision;
import dev.procc.live.plan.decide.FieldDelta;
import dev.procc.live.plan.input.ServerCapabilities;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.SafetyReport;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.live.planfile.WayOut;
import dev.procc.live.planfile.change.ChangeReason;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.operation.RunState;
import dev.procc.model.duedate.DayText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The safety rules: what apply would refuse, why, and what lifts it.
public final class SafetyRules {
  private final RuleInput input;
  private final List<PlanRefusal> refusals = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final List<String> assumptions = new ArrayList<>();
  private @Nullable String validUntil;

  private SafetyRules(RuleInput input) {
    this.input = input;
  }

  /// The result of the rules for a decision.
  public static SafetyReport check(RuleInput input) {
    SafetyReport report = new SafetyRules(input).check();
    List<PlanRefusal> lifted =
        new ArrayList<>(new SafetyRules(input.withoutLifted()).check().refusals());
    lifted.removeAll(report.refusals());
    return report.withLifted(lifted);
  }

  private SafetyReport check() {
    switch (input.decision()) {
      case Decision.Unchanged unchanged -> {
        if (input.definition() != null) {
          warnOfRestoredFormers();
          reportRunOnlyParts();
          reportLedgerSettings();
        }
      }
      case Decision.Keep keep -> warnings.add(keep.reason());
      case Decision.Refuse refuse -> refusals.add(refuse.refusal());
      case Decision.Create create -> checkCreate();
      case Decision.InPlace inPlace -> checkInPlace(inPlace);
      case Decision.Replace replace -> checkReplace(replace);
      case Decision.Trash trash -> checkTrash(trash);
      case Decision.Forget forget -> {}
      case Decision.Adopt adopt -> LimitRules.checkAllowed(input, refusals);
      case Decision.AddTasks add -> checkAdditions(add);
    }
    checkPending();
    RemovalRules.waitForRun(refusals);
    return new SafetyReport(refusals, warnings, assumptions, List.of(), validUntil);
  }

  private void checkCreate() {
    CreationRules.checkDuplicates(input, refusals);
    CreationRules.checkSimilar(input, refusals);
    DefinitionTrees definition = input.definition();
    if (definition != null) {
      CreationRules.DueDates dates = CreationRules.dueDates(definition, input.context().asOf());
      validUntil = dates.validUntil();
      if (refusals.stream()
          .noneMatch(refusal -> refusal.rule().equals(SafetyRule.HISTORY.word()))) {
        CreationRules.checkPastDates(
            input, dates, ", and the server would say so when the new process exists", refusals);
      }
    }
    LimitRules.checkFreeze(input, refusals);
    LimitRules.checkAllowed(input, refusals);
  }

  private void checkInPlace(Decision.InPlace decision) {
    decision
        .drift()
        .reorderedParallel()
        .forEach(group ->
            warnings.add(
                "the children of "
                    + group.ref()
                    + " stand in another order in Workiva; they run all at the same time, so it is"
                    + " left"));
    for (FieldDelta delta : decision.deltas()) {
      if (delta.kind() == FieldDelta.DeltaKind.NO_LONGER_SET) {
        warnings.add(
            delta.field().name()
                + " is no longer in the definition; the API never shows it and no call takes it"
                + " back, so it stays as it was last sent");
      }
    }
    if (!decision.operations().isEmpty()) {
      LimitRules.checkFreeze(input, refusals);
      LimitRules.checkAllowed(input, refusals);
      LimitRules.checkDateShift(input, refusals);
      LimitRules.checkRenames(input, decision, refusals);
      if (input.subject().live().runState() == RunState.ACTIVE) {
        warnings.add("it is running: the run was made from the process as it was and stays so");
      }
    }
    warnOfRestoredFormers();
    reportRunOnlyParts();
    DriftRules.check(input, refusals);
    DriftRules.reportWaivers(input, warnings);
    addAssumptions(true);
    reportLedgerSettings();
  }

  private void checkReplace(Decision.Replace decision) {
    ProcessComparison comparison = decision.comparison();
    if (!comparison.matching().ambiguous().isEmpty()) {
      warnings.add(
          "several live tasks are alike, so procc does not guess which of them is "
              + RuleInput.abbreviated(comparison.matching().ambiguous()));
    }
    RemovalRules.checkHistory(input, refusals);
    checkCreate();
    RemovalRules.checkProtection(input, refusals);
    RemovalRules.checkLetters(input, decision, refusals);
    LimitRules.checkDateShift(input, refusals);
    DriftRules.check(input, refusals);
    DriftRules.reportWaivers(input, warnings);
    addAssumptions(false);
    reportLedgerSettings();
  }

  private void checkTrash(Decision.Trash decision) {
    RemovalRules.checkHistory(input, refusals);
    RemovalRules.checkProtection(input, refusals);
    LimitRules.checkFreeze(input, refusals);
    LimitRules.checkAllowed(input, refusals);
    RemovalRules.checkUnchanged(input, decision.live(), refusals);
    LedgerEntry entry = input.subject().entry();
    if (entry != null && !entry.definition().sources().isEmpty()) {
      warnings.add(
          "it was last defined by "
              + RuleInput.abbreviated(List.copyOf(entry.definition().sources().keySet())));
    }
  }

  private void checkAdditions(Decision.AddTasks decision) {
    if (decision.operations().isEmpty()) {
      return;
    }
    CreationRules.DueDates dates = CreationRules.dueDates(decision.run(), input.context().asOf());
    validUntil = dates.validUntil();
    CreationRules.checkPastDates(input, dates, "", refusals);
    LimitRules.checkFreeze(input, refusals);
    refusals.replaceAll(refusal -> refusal.ofAmendment(input.identity()));
    LimitRules.checkAllowed(input, refusals);
  }

  /// Warns that somebody took a former process out of the bin.
  private void warnOfRestoredFormers() {
    String id = input.subject().process().id();
    for (String former : input.listing().restoredFormers(input.subject().entry(), id)) {
      warnings.add(
          "the process it replaced, "
              + former
              + ", is in the list again: somebody restored it, and there are two now; procc adopt "
              + input.identity()
              + " "
              + former
              + " --instead takes it, or put it back into the bin in Workiva");
    }
  }

  private void reportRunOnlyParts() {
    RunOnlyParts parts = input.subject().runOnly();
    if (parts != null) {
      warnings.add(parts.text());
    }
  }

  /// Adds the assumptions of the calls that are neither documented nor measured.
  private void addAssumptions(boolean inPlace) {
    boolean renames = false;
    boolean sets = false;
    for (FieldChange change : input.explanation().changes()) {
      renames |= change.reason() == ChangeReason.RENAME;
      sets |= change.reason() == ChangeReason.PATCHABLE && change.before() == null;
    }
    boolean isWritten = !input.decision().operations().isEmpty();
    boolean running = input.subject().live().runState() == RunState.ACTIVE && isWritten;
    assume("shift", !input.explanation().predictedShifts().isEmpty());
    assume("replace-absent", sets && inPlace);
    assume("batch-shape", renames && inPlace);
    assume("patch-running", running);
    ServerCapabilities capabilities = input.context().settings().capabilities();
    if (running && inPlace && capabilities.answerIs("patch-running", "refuse")) {
      refusals.add(
          PlanRefusal.of(
              SafetyRule.RUNNING,
              "a run is active, and the server was measured to refuse every change until it has"
                  + " ended",
              null,
              new WayOut(
                  "procc status " + input.identity(),
                  "shows the run; plan again once it has ended")));
    }
  }

  private void assume(String key, boolean isNeeded) {
    if (isNeeded && !input.context().settings().capabilities().isMeasured(key)) {
      assumptions.add(key);
    }
  }

  private void reportLedgerSettings() {
    DefinitionTrees definition = input.definition();
    if (definition != null) {
      warnings.addAll(LedgerSettings.changes(definition.desired(), input.subject().entry()));
    }
  }

  /// Refuses a process whose last apply was not completed.
  private void checkPending() {
    LedgerEntry entry = input.subject().entry();
    PendingStep pending = entry == null ? null : entry.pending();
    if (pending != null) {
      refusals.add(
          PlanRefusal.of(
              SafetyRule.PENDING,
              "an apply begun at "
                  + DayText.moment(pending.startedAt())
                  + " is not finished ("
                  + pending.stepName()
                  + ")",
              null,
              new WayOut("procc apply --resume", "ends that apply first; then plan again")));
    }
  }
}
