package dev.procc.live.planfile;

import dev.procc.live.planfile.change.Counterfactual;
import dev.procc.live.planfile.change.DefinitionDate;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.change.Lazy;
import dev.procc.live.planfile.change.PredictedShift;
import dev.procc.live.planfile.change.ReplacementCause;
import dev.procc.live.planfile.change.WorkloadChange;
import dev.procc.live.planfile.operation.LedgerUpdate;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.planfile.operation.RunState;
import dev.procc.live.planfile.run.RunPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What happens to one process.
///
/// @param key the key of the definition
/// @param period absent of a process without periods
/// @param id the live process; absent where there is none
/// @param name as people know it: what the definition says, else what is live
/// @param hash SHA-256 over what was seen and what will be sent: an approval is of this. Empty
///   where nothing will be sent
/// @param actions empty where nothing is done; `create`, `trash` is a replacement
/// @param live what was seen
/// @param changes in document order
/// @param replacementCauses the certificate of a replacement; empty where it is none, or was forced
/// @param counterfactual absent where it is no replacement, or was forced
/// @param operations in the order in which they are made
/// @param predictedShifts dates the server is expected to move
/// @param losses what a replacement does not carry over, in phrases
/// @param carriedOver `ADDRESS:FIELD` of what only Workiva knows and a replacement takes along
/// @param refusals what apply would refuse by
/// @param warnings in sentences without a full stop
/// @param assumptions what is not documented and this plan rests on, by the keys of `procc emulate
///   --assumptions`
/// @param nodeCount jobs and groups of the definition, the root group left out
/// @param dateCount due dates of the definition
/// @param dates all dates of the definition, where the plan does anything
/// @param lazyLedgerUpdate what the ledger notes, where the plan does anything; absent elsewhere
/// @param validUntil ISO, the last day on which it can be applied; absent where time does not
///   matter
/// @param workloadChanges what each person has to do before and after, where tasks are created or
///   replaced
/// @param run how the definition and the run that is under way differ; absent where none is or it
///   was not looked at
public record ProcessPlan(
    String key,
    @Nullable String period,
    @Nullable String id,
    String name,
    String hash,
    RunState runState,
    List<PlanAction> actions,
    LiveState live,
    List<FieldChange> changes,
    List<ReplacementCause> replacementCauses,
    @Nullable Counterfactual counterfactual,
    List<PlanOperation> operations,
    List<PredictedShift> predictedShifts,
    List<String> losses,
    List<String> carriedOver,
    List<PlanRefusal> refusals,
    List<String> warnings,
    List<String> assumptions,
    int nodeCount,
    int dateCount,
    List<DefinitionDate> dates,
    @Nullable Lazy<LedgerUpdate> lazyLedgerUpdate,
    @Nullable String validUntil,
    List<WorkloadChange> workloadChanges,
    @Nullable RunPlan run) {
  public ProcessPlan {
    actions = List.copyOf(actions);
    changes = List.copyOf(changes);
    replacementCauses = List.copyOf(replacementCauses);
    operations = List.copyOf(operations);
    predictedShifts = List.copyOf(predictedShifts);
    losses = List.copyOf(losses);
    carriedOver = List.copyOf(carriedOver);
    refusals = List.copyOf(refusals);
    warnings = List.copyOf(warnings);
    assumptions = List.copyOf(assumptions);
    dates = List.copyOf(dates);
    workloadChanges = List.copyOf(workloadChanges);
  }

  /// The note, made now where it was not yet.
  public @Nullable LedgerUpdate ledgerUpdate() {
    return lazyLedgerUpdate == null ? null : lazyLedgerUpdate.get();
  }

  /// `key`, or `key@period`.
  public String identity() {
    return period == null ? key : key + "@" + period;
  }

  public boolean replaces() {
    return actions.contains(PlanAction.CREATE) && actions.contains(PlanAction.TRASH);
  }

  /// Whether it adds tasks to a run and leaves the process alone.
  public boolean amends() {
    return actions.contains(PlanAction.AMEND);
  }

  public boolean creates() {
    return actions.contains(PlanAction.CREATE) && !actions.contains(PlanAction.TRASH);
  }

  public boolean trashes() {
    return actions.contains(PlanAction.TRASH) && !actions.contains(PlanAction.CREATE);
  }

  /// Whether this is a plan of a run: the process itself was not looked at.
  public boolean isRunPlan() {
    return run != null && !live.wasRead();
  }

  /// Whether anything is done to it.
  public boolean hasActions() {
    return !actions.isEmpty();
  }

  /// The most severe of the actions.
  public @Nullable PlanAction mainAction() {
    if (replaces()) {
      return PlanAction.REPLACE;
    }
    for (PlanAction action :
        List.of(
            PlanAction.TRASH,
            PlanAction.CREATE,
            PlanAction.AMEND,
            PlanAction.PATCH,
            PlanAction.RENAME,
            PlanAction.FORGET,
            PlanAction.ADOPT)) {
      if (actions.contains(action)) {
        return action;
      }
    }
    return null;
  }
}
