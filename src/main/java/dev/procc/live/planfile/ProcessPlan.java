package dev.procc.live.planfile;

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
/// @param runs `none`, `active` or `finished`
/// @param actions empty where nothing is done; `create`, `trash` is a replacement
/// @param live what was seen
/// @param changes in document order
/// @param replacePaths the certificate of a replacement; empty where it is none, or was forced
/// @param counterfactual absent where it is no replacement, or was forced
/// @param operations in the order in which they are made
/// @param predictedShifts dates the server is expected to move
/// @param losses what a replacement does not carry over, in phrases
/// @param carried `ADDRESS:FIELD` of what only Workiva knows and a replacement takes along
/// @param refusals what apply would refuse by
/// @param warnings in sentences without a full stop
/// @param assumes what is not documented and this plan rests on, by the keys of `procc emulate
///   --assumptions`
/// @param nodeCount jobs and groups of the definition, the root group left out
/// @param dateCount due dates of the definition
/// @param dates all dates of the definition, where the plan does anything
/// @param note what the ledger notes, where the plan does anything; absent elsewhere
/// @param validUntil ISO, the last day on which it can be applied; absent where time does not
///   matter
/// @param loads what each person has to do before and after, where tasks are created or replaced
/// @param run how the definition and the run that is under way differ; absent where none is or it
///   was not looked at
public record ProcessPlan(
    String key,
    @Nullable String period,
    @Nullable String id,
    String name,
    String hash,
    String runs,
    List<Action> actions,
    LiveState live,
    List<FieldChange> changes,
    List<ReplacePath> replacePaths,
    @Nullable Counterfactual counterfactual,
    List<Operation> operations,
    List<PredictedShift> predictedShifts,
    List<String> losses,
    List<String> carried,
    List<Refusal> refusals,
    List<String> warnings,
    List<String> assumes,
    int nodeCount,
    int dateCount,
    List<DateRow> dates,
    @Nullable Later<Note> note,
    @Nullable String validUntil,
    List<Load> loads,
    @Nullable RunPlan run) {
  public ProcessPlan {
    actions = List.copyOf(actions);
    changes = List.copyOf(changes);
    replacePaths = List.copyOf(replacePaths);
    operations = List.copyOf(operations);
    predictedShifts = List.copyOf(predictedShifts);
    losses = List.copyOf(losses);
    carried = List.copyOf(carried);
    refusals = List.copyOf(refusals);
    warnings = List.copyOf(warnings);
    assumes = List.copyOf(assumes);
    dates = List.copyOf(dates);
    loads = List.copyOf(loads);
  }

  /// The note, made now where it was not yet.
  public @Nullable Note noted() {
    return note == null ? null : note.get();
  }

  /// `key`, or `key@period`.
  public String identity() {
    return period == null ? key : key + "@" + period;
  }

  public boolean replaces() {
    return actions.contains(Action.CREATE) && actions.contains(Action.TRASH);
  }

  /// Whether it adds tasks to a run and leaves the process alone.
  public boolean amends() {
    return actions.contains(Action.AMEND);
  }

  public boolean creates() {
    return actions.contains(Action.CREATE) && !actions.contains(Action.TRASH);
  }

  public boolean trashes() {
    return actions.contains(Action.TRASH) && !actions.contains(Action.CREATE);
  }

  /// Whether this is a plan of a run: the process itself was not looked at.
  public boolean ofRun() {
    return run != null && !live.read();
  }

  /// Whether anything is done to it.
  public boolean acts() {
    return !actions.isEmpty();
  }

  /// The most severe of the actions.
  public @Nullable Action action() {
    if (replaces()) {
      return Action.REPLACE;
    }
    for (Action action :
        List.of(
            Action.TRASH,
            Action.CREATE,
            Action.AMEND,
            Action.PATCH,
            Action.RENAME,
            Action.FORGET,
            Action.ADOPT)) {
      if (actions.contains(action)) {
        return action;
      }
    }
    return null;
  }
}
