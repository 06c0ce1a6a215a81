package dev.procc.view.plan;

import dev.procc.base.json.Json;
import dev.procc.base.text.Plural;
import dev.procc.live.diff.ChangedBy;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.change.WorkloadChange;
import dev.procc.model.catalog.FieldRole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Changes of a plan person by person: tasks and approvals added and removed, dates that move.
final class PeopleChanges {
  /// The changes of one person.
  ///
  /// @param before what there is to do now, `2 tasks, approves 1`; empty where nobody counted
  /// @param after what there will be to do; empty where nobody counted
  /// @param changes phrases, `1 new task, due Mon 2025-01-13`
  record PersonChanges(String person, String before, String after, List<String> changes) {}

  /// Counts of changes of one person.
  private static final class PersonTally {
    private int tasks;
    private int tasksGone;
    private int approvals;
    private int approvalsGone;
    private final List<String> created = new ArrayList<>();
    private final List<String> removed = new ArrayList<>();
    private final Map<String, Integer> moves = new LinkedHashMap<>();
  }

  private final PlanLabels labels;
  private final Map<String, PersonTally> people = new LinkedHashMap<>();

  private PeopleChanges(PlanLabels labels) {
    this.labels = labels;
  }

  /// The people in the order in which the changes name them.
  static List<PersonChanges> of(ProcessPlan process, PlanLabels labels) {
    PeopleChanges rows = new PeopleChanges(labels);
    for (FieldChange change : process.changes()) {
      if (change.isEffective() && change.changedBy() != ChangedBy.DRIFT) {
        rows.countChange(change);
      }
    }
    Map<String, WorkloadChange> loads = new LinkedHashMap<>();
    for (WorkloadChange load : process.explanation().workloadChanges()) {
      loads.put(load.person(), load);
      if (load.tasksBefore() != load.tasks() || load.approvalsBefore() != load.approvals()) {
        rows.of(load.person());
      }
    }
    List<PersonChanges> all = new ArrayList<>();
    rows.people.forEach((id, count) -> {
      WorkloadChange load = loads.get(id);
      all.add(
          new PersonChanges(
              labels.personName(id),
              load == null ? "" : workloadText(load.tasksBefore(), load.approvalsBefore()),
              load == null ? "" : workloadText(load.tasks(), load.approvals()),
              changePhrases(count)));
    });
    return all;
  }

  /// `2 tasks, approves 1`, or `none`.
  static String workloadText(int tasks, int approvals) {
    List<String> parts = new ArrayList<>();
    if (tasks > 0) {
      parts.add(Plural.of(tasks, "task"));
    }
    if (approvals > 0) {
      parts.add("approves " + approvals);
    }
    return parts.isEmpty() ? "none" : String.join(", ", parts);
  }

  private void countChange(FieldChange change) {
    if (change.field().equals(FieldChange.NODE)) {
      countNode(change);
      return;
    }
    switch (FieldRole.of(change.field())) {
      case ASSIGNEE -> {
        updateTally(change.before(), c -> c.tasksGone++);
        updateTally(change.after(), c -> c.tasks++);
      }
      case APPROVER -> {
        updateTally(change.before(), c -> c.approvalsGone++);
        updateTally(change.after(), c -> c.approvals++);
      }
      case DUE_DATE, APPROVAL_DUE -> {
        boolean approval = FieldRole.of(change.field()) == FieldRole.APPROVAL_DUE;
        if (FieldChangeText.isDateMove(change) && !change.node().people().isEmpty()) {
          String id =
              approval ? change.node().people().getLast() : change.node().people().getFirst();
          String move =
              (approval ? "approval due " : "task due ")
                  + labels.valueText(change.field(), change.before())
                  + " -> "
                  + labels.valueText(change.field(), change.after());
          of(id).moves.merge(move, 1, Integer::sum);
        }
      }
      default -> {}
    }
  }

  private void countNode(FieldChange change) {
    boolean added = change.before() == null;
    Json.Obj arguments = FieldChangeText.arguments(added ? change.after() : change.before());
    String due =
        arguments
            .text(FieldRole.DUE_DATE.fieldName())
            .map(d -> ", due " + PlanLabels.dayText(d))
            .orElse("");
    String by =
        arguments
            .text(FieldRole.APPROVAL_DUE.fieldName())
            .map(d -> " by " + PlanLabels.dayText(d))
            .orElse("");
    updateTally(
        arguments.get(FieldRole.ASSIGNEE.fieldName()),
        c -> {
          if (added) {
            c.created.add("1 new task" + due);
          } else {
            c.removed.add("1 task goes");
          }
        });
    updateTally(
        arguments.get(FieldRole.APPROVER.fieldName()),
        c -> {
          if (added) {
            c.created.add("approves 1 new task" + by);
          } else {
            c.removed.add("no longer approves 1 task");
          }
        });
  }

  private interface TallyUpdate {
    void apply(PersonTally count);
  }

  private void updateTally(@Nullable Json participant, TallyUpdate update) {
    if (participant instanceof Json.Obj object) {
      object.text("id").ifPresent(id -> update.apply(of(id)));
    }
  }

  private PersonTally of(String id) {
    return people.computeIfAbsent(id, i -> new PersonTally());
  }

  private static List<String> changePhrases(PersonTally count) {
    List<String> all = new ArrayList<>();
    addPhrase(all, "takes over ", count.tasks, "task");
    addPhrase(all, "hands over ", count.tasksGone, "task");
    addPhrase(all, "approves ", count.approvals, "task", " more");
    addPhrase(all, "no longer approves ", count.approvalsGone, "task");
    all.addAll(count.created);
    all.addAll(count.removed);
    count.moves.forEach((move, n) -> all.add(n == 1 ? move : move + " (" + n + " times)"));
    return all;
  }

  private static void addPhrase(List<String> all, String start, int n, String noun) {
    addPhrase(all, start, n, noun, "");
  }

  private static void addPhrase(List<String> all, String start, int n, String noun, String end) {
    if (n > 0) {
      all.add(start + Plural.of(n, noun) + end);
    }
  }
}
