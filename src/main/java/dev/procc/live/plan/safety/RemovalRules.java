package dev.procc.live.plan.safety;

import dev.procc.base.text.Plural;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.plan.compare.DefinitionTrees;
import dev.procc.live.plan.decide.Decision;
import dev.procc.live.plan.input.ProcessFlag;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.live.planfile.WayOut;
import dev.procc.live.planfile.operation.RunState;
import dev.procc.live.wire.LiveProcess;
import dev.procc.model.catalog.ActionKind;
import java.util.List;

/// The safety rules about a process that is replaced or trashed: its runs, its letters, its
/// protection.
final class RemovalRules {
  private RemovalRules() {}

  /// Refuses to give up a process with a run.
  static void checkHistory(RuleInput input, List<PlanRefusal> refusals) {
    String identity = input.identity();
    RunState runState = input.subject().live().runState();
    if (runState == RunState.ACTIVE) {
      refusals.add(
          PlanRefusal.of(
              SafetyRule.HISTORY,
              "it is running: a running process is never replaced or trashed",
              null,
              new WayOut(
                  "procc plan --run " + identity,
                  "shows what the run itself can get; plan the process again once it has ended")));
    } else if (runState == RunState.FINISHED
        && !input.overrides().lifts(SafetyRule.HISTORY, identity)) {
      refusals.add(
          PlanRefusal.of(
              SafetyRule.HISTORY,
              "it has a finished run, which is evidence",
              "--destroy-evidence " + identity,
              new WayOut("open a new period instead", "the old process stays as it was")));
    }
  }

  /// Leaves out what no flag lifts while a process runs: a command that is offered has to work.
  static void waitForRun(List<PlanRefusal> refusals) {
    boolean waits =
        refusals.stream()
            .anyMatch(each -> each.rule().equals(SafetyRule.HISTORY.word()) && each.flag() == null);
    if (waits) {
      refusals.replaceAll(each -> each.flag() == null ? each : each.withoutFlag());
      refusals.removeIf(each -> each.ways().isEmpty());
    }
  }

  /// Refuses to give up a process that the definition or the ledger protects.
  static void checkProtection(RuleInput input, List<PlanRefusal> refusals) {
    DefinitionTrees definition = input.definition();
    LedgerEntry entry = input.subject().entry();
    boolean isProtected =
        definition != null && definition.desired().is(ProcessFlag.PROTECTED)
            || entry != null && entry.definition().protect();
    if (isProtected && !input.overrides().lifts(SafetyRule.PROTECT, input.identity())) {
      refusals.add(
          PlanRefusal.of(
              SafetyRule.PROTECT,
              "it is protected (protect: true): it is neither replaced nor trashed",
              "--unprotect " + input.identity()));
    }
  }

  /// Refuses to replace a process with letters.
  static void checkLetters(RuleInput input, Decision.Replace decision, List<PlanRefusal> refusals) {
    long letters = decision.comparison().certificationCount();
    if (letters > 0 && !input.overrides().lifts(SafetyRule.LOSSES, input.identity())) {
      refusals.add(
          PlanRefusal.of(
              SafetyRule.LOSSES,
              "it has "
                  + Plural.of(letters, ActionKind.CERTIFICATION.noun())
                  + ", whose letters exist only in the old process",
              "--letters-redone " + input.identity()));
    }
  }

  /// Refuses to trash a process that changed since it was last applied.
  static void checkUnchanged(RuleInput input, LiveProcess live, List<PlanRefusal> refusals) {
    LedgerEntry entry = input.subject().entry();
    if (entry != null && !entry.isAsLeft(live)) {
      refusals.add(
          PlanRefusal.of(
              SafetyRule.CHANGED,
              "it is not as it was last applied" + DriftRules.lastChangedText(input),
              null,
              new WayOut("bring its definition back", "the process stays as it is"),
              new WayOut(
                  "procc trash --changed " + input.identity(),
                  "the edit goes to the bin with it")));
    }
  }
}
