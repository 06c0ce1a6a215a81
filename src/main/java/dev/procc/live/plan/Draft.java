package dev.procc.live.plan;

import dev.procc.live.planfile.Action;
import dev.procc.live.planfile.Counterfactual;
import dev.procc.live.planfile.DateRow;
import dev.procc.live.planfile.FieldChange;
import dev.procc.live.planfile.Later;
import dev.procc.live.planfile.LiveState;
import dev.procc.live.planfile.Load;
import dev.procc.live.planfile.Note;
import dev.procc.live.planfile.Operation;
import dev.procc.live.planfile.PlanHash;
import dev.procc.live.planfile.PredictedShift;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.Refusal;
import dev.procc.live.planfile.ReplacePath;
import dev.procc.live.planfile.RunPlan;
import dev.procc.live.planfile.SafetyRule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A process plan while it is made.
final class Draft {
  final String key;
  final @Nullable String period;
  @Nullable String id;
  String name = "";
  String runs = "none";
  final List<Action> actions = new ArrayList<>();
  LiveState live = new LiveState(null, null, null, null, false, false, List.of());
  List<FieldChange> changes = List.of();
  final List<ReplacePath> replacePaths = new ArrayList<>();
  @Nullable Counterfactual counterfactual;
  List<Operation> operations = List.of();
  final List<PredictedShift> predictedShifts = new ArrayList<>();
  final List<String> losses = new ArrayList<>();
  List<String> carried = List.of();
  final List<Refusal> refusals = new ArrayList<>();
  final List<String> warnings = new ArrayList<>();
  final List<String> assumes = new ArrayList<>();
  @Nullable RunPlan run;
  int nodeCount;
  int dateCount;
  List<DateRow> dates = List.of();
  @Nullable Later<Note> note;
  @Nullable String validUntil;
  List<Load> loads = List.of();

  Draft(String key, @Nullable String period) {
    this.key = key;
    this.period = period;
  }

  /// A draft for an identity without a definition.
  static Draft of(String identity) {
    int at = identity.indexOf('@');
    return at < 0
        ? new Draft(identity, null)
        : new Draft(identity.substring(0, at), identity.substring(at + 1));
  }

  String identity() {
    return period == null ? key : key + "@" + period;
  }

  boolean replaces() {
    return actions.contains(Action.CREATE) && actions.contains(Action.TRASH);
  }

  void refuse(SafetyRule rule, String message, @Nullable String flag, @Nullable String way) {
    refusals.add(new Refusal(rule.word(), message, flag, way));
  }

  ProcessPlan done(Context context) {
    String hash =
        operations.isEmpty()
            ? ""
            : PlanHash.of(
                context.apiVersion(),
                context.apiUrl(),
                context.target(),
                identity(),
                id,
                live,
                operations);
    return new ProcessPlan(
        key,
        period,
        id,
        name,
        hash,
        runs,
        actions,
        live,
        changes,
        replacePaths,
        counterfactual,
        operations,
        predictedShifts,
        losses,
        carried,
        refusals,
        warnings,
        assumes,
        nodeCount,
        dateCount,
        dates,
        note,
        validUntil,
        loads,
        run);
  }
}
