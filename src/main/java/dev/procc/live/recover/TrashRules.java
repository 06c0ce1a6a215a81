package dev.procc.live.recover;

import dev.procc.live.execution.ProcessApply;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ApplySettings;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.plan.input.Freeze;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.live.planfile.operation.RunState;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.RunSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The rules about moving a live process to the bin by a command.
public final class TrashRules {
  private TrashRules() {}

  /// An override of a rule.
  public enum TrashOverride {
    /// A process with a finished run may be trashed.
    DESTROY_EVIDENCE,
    /// A protected process may be trashed.
    UNPROTECT,
    /// A process that was edited in Workiva since the last apply may be trashed.
    CHANGED,
    /// A process may be trashed although the target is frozen.
    DURING_FREEZE;

    /// The flag that lifts it: `--during-freeze`.
    public String flag() {
      return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// `FINISHED` if a run that has ended may be given up.
  public static RunState givenUpRun(Set<TrashOverride> overrides) {
    return overrides.contains(TrashOverride.DESTROY_EVIDENCE) ? RunState.FINISHED : RunState.NONE;
  }

  /// Checks that the target is not frozen.
  ///
  /// @return the refusals that were lifted
  public static List<PlanRefusal> checkFreeze(ApplySettings settings, Set<TrashOverride> overrides)
      throws ApplyException {
    List<PlanRefusal> lifted = new ArrayList<>();
    for (Freeze freeze : settings.guards().freezes()) {
      String frozen = freeze.refusal(settings.target());
      if (!overrides.contains(TrashOverride.DURING_FREEZE)) {
        throw ApplyException.of(Verdict.REFUSED, frozen, "--during-freeze, if it has to be now");
      }
      lifted.add(PlanRefusal.of(SafetyRule.FREEZE, frozen, "--during-freeze"));
    }
    return lifted;
  }

  /// Checks that no apply is pending, that the target is not frozen, that the process is not
  /// protected and that it has no run. Whether it was edited is left to the caller.
  ///
  /// @return the refusals that were lifted
  public static List<PlanRefusal> check(
      ProcessApply apply, LiveProcess live, Set<TrashOverride> overrides) throws ApplyException {
    LedgerEntry entry = apply.journal().entry();
    String identity = apply.identity();
    requireIdle(entry);
    ApplySettings settings = apply.context().settings();
    List<PlanRefusal> lifted = checkFreeze(settings, overrides);
    if (entry.definition().protect() || settings.guards().protects(identity)) {
      lifted.add(liftedProtection(identity, overrides));
    }
    RunSummary run = apply.live().listing().run(live.id());
    if (run != null && !run.isFinished()) {
      throw ApplyException.of(
          Verdict.REFUSED,
          identity
              + " has an active run, "
              + run.id()
              + ": a running process is never put into the bin",
          "Let it end, or cancel it in Workiva");
    }
    if (run != null) {
      String evidence = identity + " has a finished run, " + run.id() + ": it is evidence";
      if (!overrides.contains(TrashOverride.DESTROY_EVIDENCE)) {
        throw ApplyException.of(Verdict.REFUSED, evidence, "--destroy-evidence, if it may go");
      }
      lifted.add(PlanRefusal.of(SafetyRule.HISTORY, evidence, "--destroy-evidence"));
    }
    if (overrides.contains(TrashOverride.CHANGED) && !entry.isAsLeft(live)) {
      String edited = identity + " was edited in Workiva since the last apply";
      lifted.add(PlanRefusal.of(SafetyRule.CHANGED, edited, "--changed"));
    }
    return lifted;
  }

  private static PlanRefusal liftedProtection(String identity, Set<TrashOverride> overrides)
      throws ApplyException {
    String isProtected = identity + " is protected";
    if (!overrides.contains(TrashOverride.UNPROTECT)) {
      throw ApplyException.of(
          Verdict.REFUSED, isProtected, "Merge protect: false first, or --unprotect");
    }
    return PlanRefusal.of(SafetyRule.PROTECT, isProtected, "--unprotect");
  }

  /// Checks that no apply of it is pending: another step would take the place of the one that says
  /// which processes are live.
  public static void requireIdle(LedgerEntry entry) throws ApplyException {
    if (entry.pending() != null) {
      throw ApplyException.of(
          Verdict.REFUSED,
          "An apply of " + entry.identity() + " is not ended (" + entry.pending().text() + ")",
          "procc apply --resume " + entry.identity());
    }
  }
}
