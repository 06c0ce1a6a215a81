package dev.procc.view.report;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.FieldChange;
import dev.procc.live.planfile.Load;
import dev.procc.live.planfile.ProcessPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a plan means for each person: tasks and approvals that come and go, dates that move.
final class PeopleRows {
  /// One person.
  ///
  /// @param was what there is to do now, `2 tasks, approves 1`; empty where nobody counted
  /// @param will what there will be to do; empty where nobody counted
  /// @param what phrases, `1 new task, due Mon 2025-01-13`
  record Row(String person, String was, String will, List<String> what) {}

  /// Counts of one person.
  private static final class Count {
    private int tasks;
    private int tasksGone;
    private int approvals;
    private int approvalsGone;
    private final List<String> created = new ArrayList<>();
    private final List<String> removed = new ArrayList<>();
    private final Map<String, Integer> moves = new LinkedHashMap<>();
  }

  private final PlanWords words;
  private final Map<String, Count> people = new LinkedHashMap<>();

  private PeopleRows(PlanWords words) {
    this.words = words;
  }

  /// People in the order in which the changes name them.
  static List<Row> of(ProcessPlan process, PlanWords words) {
    PeopleRows rows = new PeopleRows(words);
    for (FieldChange change : process.changes()) {
      if (change.effective() && !change.origin().equals("drift")) {
        rows.count(change);
      }
    }
    Map<String, Load> loads = new LinkedHashMap<>();
    for (Load load : process.loads()) {
      loads.put(load.person(), load);
      if (load.tasksBefore() != load.tasks() || load.approvalsBefore() != load.approvals()) {
        rows.of(load.person());
      }
    }
    List<Row> all = new ArrayList<>();
    rows.people.forEach((id, count) -> {
      Load load = loads.get(id);
      all.add(
          new Row(
              words.person(id),
              load == null ? "" : sum(load.tasksBefore(), load.approvalsBefore()),
              load == null ? "" : sum(load.tasks(), load.approvals()),
              phrases(count)));
    });
    return all;
  }

  /// `2 tasks, approves 1`, or `none`.
  static String sum(int tasks, int approvals) {
    List<String> parts = new ArrayList<>();
    if (tasks > 0) {
      parts.add(PlanWords.count(tasks, "task"));
    }
    if (approvals > 0) {
      parts.add("approves " + approvals);
    }
    return parts.isEmpty() ? "none" : String.join(", ", parts);
  }

  private void count(FieldChange change) {
    switch (change.field()) {
      case "assignee" -> {
        person(change.before(), c -> c.tasksGone++);
        person(change.after(), c -> c.tasks++);
      }
      case "approver" -> {
        person(change.before(), c -> c.approvalsGone++);
        person(change.after(), c -> c.approvals++);
      }
      case FieldChange.NODE -> node(change);
      case "dueDate", "approverDueDate" -> {
        boolean approval = change.field().equals("approverDueDate");
        if (EffectText.moves(change) && !change.people().isEmpty()) {
          String id = approval ? change.people().getLast() : change.people().getFirst();
          String move =
              (approval ? "approval due " : "task due ")
                  + words.value(change.field(), change.before())
                  + " -> "
                  + words.value(change.field(), change.after());
          of(id).moves.merge(move, 1, Integer::sum);
        }
      }
      default -> {}
    }
  }

  private void node(FieldChange change) {
    boolean added = change.before() == null;
    Json.Obj arguments = EffectText.arguments(added ? change.after() : change.before());
    String due = arguments.text("dueDate").map(d -> ", due " + PlanWords.day(d)).orElse("");
    String by = arguments.text("approverDueDate").map(d -> " by " + PlanWords.day(d)).orElse("");
    person(
        arguments.get("assignee"),
        c -> {
          if (added) {
            c.created.add("1 new task" + due);
          } else {
            c.removed.add("1 task goes");
          }
        });
    person(
        arguments.get("approver"),
        c -> {
          if (added) {
            c.created.add("approves 1 new task" + by);
          } else {
            c.removed.add("no longer approves 1 task");
          }
        });
  }

  private interface Each {
    void on(Count count);
  }

  private void person(@Nullable Json participant, Each each) {
    if (participant instanceof Json.Obj object) {
      object.text("id").ifPresent(id -> each.on(of(id)));
    }
  }

  private Count of(String id) {
    return people.computeIfAbsent(id, i -> new Count());
  }

  private static List<String> phrases(Count count) {
    List<String> all = new ArrayList<>();
    phrase(all, "takes over ", count.tasks, "task");
    phrase(all, "hands over ", count.tasksGone, "task");
    phrase(all, "approves ", count.approvals, "task", " more");
    phrase(all, "no longer approves ", count.approvalsGone, "task");
    all.addAll(count.created);
    all.addAll(count.removed);
    count.moves.forEach((move, n) -> all.add(n == 1 ? move : move + " (" + n + " times)"));
    return all;
  }

  private static void phrase(List<String> all, String start, int n, String noun) {
    phrase(all, start, n, noun, "");
  }

  private static void phrase(List<String> all, String start, int n, String noun, String end) {
    if (n > 0) {
      all.add(start + PlanWords.count(n, noun) + end);
    }
  }
}
