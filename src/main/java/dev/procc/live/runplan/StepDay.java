package dev.procc.live.runplan;

import dev.procc.base.json.Json;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.plan.compare.ScheduleFields;
import dev.procc.live.planfile.run.ManualStep.FieldEdit;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Fields;
import dev.procc.model.process.ProcessGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The day of a manual step, ISO: the earliest due date of its target in the run or in the
/// definition. Null if there is none.
final class StepDay {
  private StepDay() {}

  static @Nullable String ofProcess(Map<FieldSpec, Json> wanted, Map<FieldSpec, Json> shown) {
    return earliest(wanted.get(Fields.PROCESS_DUE_DATE), shown.get(Fields.PROCESS_DUE_DATE));
  }

  /// The day of a group; if it is to run in another way, that of the first task in it that waits.
  static @Nullable String ofGroup(
      RunTree run,
      ProcessTree.PlacedNode wanted,
      ProcessTree.PlacedNode shown,
      List<FieldEdit> edits) {
    List<Json> dates = new ArrayList<>();
    if (edits.stream().anyMatch(e -> FieldRole.of(e.field()) == FieldRole.PARALLEL)) {
      addWaitingDates(run, shown, dates);
    }
    String first = earliest(dates.toArray(Json[]::new));
    return first == null ? earliest(wanted, shown, FieldRole.DUE_DATE) : first;
  }

  private static void addWaitingDates(RunTree run, ProcessTree.PlacedNode node, List<Json> dates) {
    for (ProcessTree.PlacedNode child : run.tree().children(node)) {
      Json due = child.node().field(FieldRole.DUE_DATE);
      if (child.node() instanceof ProcessGroup) {
        addWaitingDates(run, child, dates);
      } else if (due != null && run.runNode(child.ref()).state().equals("waiting")) {
        dates.add(due);
      }
    }
  }

  /// The day of a task; that of its approval if it was submitted or only its approval moves.
  static @Nullable String ofTask(
      ProcessTree.PlacedNode wanted,
      ProcessTree.PlacedNode shown,
      List<FieldEdit> edits,
      boolean submitted) {
    boolean approval =
        submitted
            || !edits.isEmpty()
                && edits.stream().allMatch(e -> FieldRole.of(e.field()) == FieldRole.APPROVAL_DUE);
    String due = earliest(wanted, shown, approval ? FieldRole.APPROVAL_DUE : FieldRole.DUE_DATE);
    return due == null ? earliest(wanted, shown, FieldRole.APPROVAL_DUE) : due;
  }

  /// The day of a task that is only on one side.
  static @Nullable String ofTask(ProcessTree.PlacedNode task) {
    return ofTask(task, task, List.of(), false);
  }

  /// The day of a new group, which has to exist before its first task is due.
  static @Nullable String ofNewGroup(RunComparison comparison, ProcessTree.PlacedNode group) {
    List<Json> dates = new ArrayList<>();
    addDates(comparison, group, dates);
    return earliest(dates.toArray(Json[]::new));
  }

  private static void addDates(
      RunComparison comparison, ProcessTree.PlacedNode node, List<Json> dates) {
    Json due = node.node().field(FieldRole.DUE_DATE);
    if (due != null) {
      dates.add(due);
    }
    if (node.node() instanceof ProcessGroup) {
      comparison.definition().children(node).forEach(child -> addDates(comparison, child, dates));
    }
  }

  private static @Nullable String earliest(
      ProcessTree.PlacedNode wanted, ProcessTree.PlacedNode shown, FieldRole role) {
    return earliest(wanted.node().field(role), shown.node().field(role));
  }

  private static @Nullable String earliest(@Nullable Json... dates) {
    String first = null;
    for (Json date : dates) {
      if (date instanceof Json.Str s
          && ScheduleFields.parseDate(date) != null
          && (first == null || s.value().compareTo(first) < 0)) {
        first = s.value();
      }
    }
    return first;
  }
}
