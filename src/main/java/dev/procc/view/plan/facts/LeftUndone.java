package dev.procc.view.plan.facts;

import dev.procc.base.json.Json;
import dev.procc.base.text.Plural;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.DefinitionDate;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.run.ManualStep;
import dev.procc.live.planfile.run.RunPlan;
import dev.procc.model.catalog.FieldRole;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What happens to a process if a plan is not applied and its manual steps are not done: which
/// dates stay, who keeps what, what is missing.
public final class LeftUndone {
  private final ProcessPlan process;
  private final PlanLabels labels;
  private final Set<Json> newDaysOff = new HashSet<>();
  private final Map<String, Integer> withPeople = new LinkedHashMap<>();
  private int dates;
  private int onDaysOff;
  private String firstDay = "";
  private String firstName = "";
  private final Map<String, Integer> others = new TreeMap<>();
  private int serialGroups;
  private int parallelGroups;
  private int missingTasks;
  private int tasksThatStay;
  private final List<String> missingGroups = new ArrayList<>();

  private LeftUndone(ProcessPlan process, PlanLabels labels) {
    this.process = process;
    this.labels = labels;
  }

  /// `If nothing is done: 10 dates stay as they are, the first on Thu 2025-01-09 ("Explain flux,
  /// EMEA")`; empty if there is nothing to say.
  public static String sentence(AlikeProcesses alike, PlanLabels labels) {
    String text = new LeftUndone(alike.told(), labels).text(alike.processes());
    return text.isEmpty() ? "" : "If nothing is done: " + text;
  }

  /// The sentence for processes of any outcome.
  public static String sentenceOfAll(List<ProcessPlan> processes, PlanLabels labels) {
    List<ProcessPlan> runs = new ArrayList<>();
    List<ProcessPlan> changed = new ArrayList<>();
    int created = 0;
    int trashed = 0;
    for (ProcessPlan process : processes) {
      if (process.run() != null && !process.run().isSettled()) {
        runs.add(process);
      } else if (process.creates()) {
        created++;
      } else if (process.trashes()) {
        trashed++;
      } else {
        changed.add(process);
      }
    }
    List<String> parts = new ArrayList<>();
    if (created > 0) {
      parts.add(
          Plural.of(created, "process") + Plural.choose(created, " is", " are") + " not created");
    }
    if (trashed > 0) {
      parts.add(
          Plural.of(trashed, "process")
              + Plural.choose(trashed, " stays", " stay")
              + " in Workiva, without a definition");
    }
    for (List<ProcessPlan> some : List.of(changed, runs)) {
      String text =
          some.isEmpty()
              ? ""
              : new LeftUndone(AlikeProcesses.together(some).told(), labels).text(some);
      if (!text.isEmpty()) {
        parts.add(text);
      }
    }
    return parts.isEmpty() ? "" : "If nothing is done: " + String.join("; ", parts);
  }

  private String text(List<ProcessPlan> all) {
    RunPlan toldRun = all.getFirst().run();
    if (toldRun != null && !toldRun.isSettled()) {
      noteDaysOff();
      for (ProcessPlan each : all) {
        RunPlan run = each.run();
        if (run != null) {
          run.daysOff().forEach(day -> newDaysOff.add(Json.of(day)));
          run.manualSteps().forEach(step -> addStep(each, step));
          missingTasks += run.additions().size();
        }
      }
      return join(all.size() == 1 ? "run" : "runs");
    }
    if (process.creates()) {
      return "it is not created" + firstDate();
    }
    if (process.trashes()) {
      return "it stays in Workiva, without a definition";
    }
    noteDaysOff();
    CauseGroup.effectiveChanges(process).forEach(this::addChange);
    return join(all.size() == 1 ? "process" : "processes");
  }

  private void noteDaysOff() {
    for (FieldChange change : CauseGroup.effectiveChanges(process)) {
      if (FieldRole.of(change.field()) == FieldRole.DAYS_OFF
          && change.after() instanceof Json.Arr days) {
        newDaysOff.addAll(days.items());
      }
    }
  }

  /// `; its first date is Mon 2025-01-06`.
  private String firstDate() {
    for (DefinitionDate date : process.definition().dates()) {
      if (FieldRole.of(date.field()).isDueDate()) {
        noteFirst(date.date(), "");
      }
    }
    ArgumentValues.createdDays(process).forEach(day -> noteFirst(day, ""));
    return firstDay.isEmpty() ? "" : "; its first date is " + PlanLabels.dayText(firstDay);
  }

  private void addChange(FieldChange change) {
    if (change.field().equals(FieldChange.NODE)) {
      addNode(change.kind(), change.before() == null, change.title());
    } else if (DateMoves.isDateMove(change)) {
      boolean whole = change.kind().equals("process");
      addDate(
          change.before(),
          whole ? "the process" : labels.name(process.identity(), change).toString());
    } else {
      addPerson(change.field(), change.before());
    }
  }

  private void addNode(String kind, boolean added, String title) {
    if (kind.equals("group") && added) {
      missingGroups.add(title);
    }
    if (!kind.equals("group") && !kind.equals("process")) {
      missingTasks += added ? 1 : 0;
      tasksThatStay += added ? 0 : 1;
    }
  }

  private void addStep(ProcessPlan of, ManualStep step) {
    switch (step.kind()) {
      case ADD_TASK -> missingTasks++;
      case CANCEL_TASK -> tasksThatStay++;
      case ADD_GROUP -> missingGroups.add(step.title());
      case EDIT_TASK, EDIT_GROUP, EDIT_PROCESS -> {
        for (ManualStep.FieldEdit edit : step.edits()) {
          if (FieldRole.of(edit.field()).isDueDate() && edit.before() != null) {
            addDate(edit.before(), name(of, step));
          } else {
            addPerson(edit.field(), edit.before());
          }
        }
      }
    }
  }

  private String name(ProcessPlan of, ManualStep step) {
    return step.address().equals(of.identity())
        ? "the process"
        : labels.name(of.identity(), step.address(), step.title()).toString();
  }

  private void addDate(@Nullable Json before, String name) {
    dates++;
    onDaysOff += before != null && newDaysOff.contains(before) ? 1 : 0;
    if (before instanceof Json.Str day) {
      noteFirst(day.value(), name);
    }
  }

  private void noteFirst(String day, String name) {
    if (firstDay.isEmpty() || day.compareTo(firstDay) < 0) {
      firstDay = day;
      firstName = name;
    }
  }

  private void addPerson(String field, @Nullable Json before) {
    FieldRole role = FieldRole.of(field);
    if (role.isParticipant() && before instanceof Json.Obj) {
      String what = role == FieldRole.APPROVER ? "approval" : "task";
      withPeople.merge(what + " with " + labels.valueText(field, before), 1, Integer::sum);
    } else if (role == FieldRole.PARALLEL) {
      if (Json.of(true).equals(before)) {
        parallelGroups++;
      } else {
        serialGroups++;
      }
    } else if (role != FieldRole.DAYS_OFF) {
      boolean place = field.equals(FieldChange.PARENT) || field.equals(FieldChange.POSITION);
      others.merge(place ? "place" : role.isName() ? role.noun() : "value", 1, Integer::sum);
    }
  }

  private String join(String whole) {
    List<String> parts = new ArrayList<>();
    if (dates > 0) {
      parts.add(
          Plural.of(dates, "date")
              + (dates == 1 ? " stays as it is, on " : " stay as they are, the first on ")
              + PlanLabels.dayText(firstDay)
              + " ("
              + firstName
              + ")"
              + (onDaysOff == 0
                  ? ""
                  : dates == 1 ? ", a day off" : "; " + onDaysOff + " of them on a day off"));
    }
    withPeople.forEach((what, n) -> {
      int end = what.indexOf(' ');
      parts.add(
          Plural.of(n, what.substring(0, end))
              + Plural.choose(n, " stays", " stay")
              + what.substring(end));
    });
    addMissing(parts, whole);
    addTasks(
        parts, tasksThatStay, Plural.choose(tasksThatStay, " stays", " stay") + " in the ", whole);
    addOrder(parts, serialGroups, " one after another");
    addOrder(parts, parallelGroups, " all at the same time");
    addOthers(parts);
    return String.join("; ", parts);
  }

  /// `1 name and 2 titles stay as they are`.
  private void addOthers(List<String> parts) {
    List<String> counted = new ArrayList<>();
    int count = 0;
    for (Map.Entry<String, Integer> other : others.entrySet()) {
      counted.add(Plural.of(other.getValue(), other.getKey()));
      count += other.getValue();
    }
    if (count > 0) {
      String last = counted.removeLast();
      parts.add(
          (counted.isEmpty() ? "" : String.join(", ", counted) + " and ")
              + last
              + Plural.choose(count, " stays as it is", " stay as they are"));
    }
  }

  private static void addOrder(List<String> parts, int n, String order) {
    if (n > 0) {
      parts.add("the tasks of " + Plural.of(n, "group") + " still run" + order);
    }
  }

  /// `the group "Asia Pacific" and 2 tasks are not in the process`.
  private void addMissing(List<String> parts, String whole) {
    int groups = missingGroups.size();
    String group =
        groups == 0
            ? ""
            : groups == 1
                ? "the group " + PlanLabels.quote(missingGroups.getFirst())
                : Plural.of(groups, "group");
    String tasks = missingTasks == 0 ? "" : Plural.of(missingTasks, "task");
    String both = groups == 0 || missingTasks == 0 ? "" : " and ";
    if (groups + missingTasks > 0) {
      parts.add(
          group
              + both
              + tasks
              + Plural.choose(groups + missingTasks, " is", " are")
              + " not in the "
              + whole);
    }
  }

  private static void addTasks(List<String> parts, int n, String words, String whole) {
    if (n > 0) {
      parts.add(Plural.of(n, "task") + words + whole);
    }
  }
}
