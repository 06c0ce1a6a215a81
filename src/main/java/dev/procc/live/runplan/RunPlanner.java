package dev.procc.live.runplan;

import dev.procc.live.diff.ProcessTree;
import dev.procc.live.plan.compare.ScheduleFields;
import dev.procc.live.plan.decide.Decision;
import dev.procc.live.planfile.run.ManualStep;
import dev.procc.live.planfile.run.ManualStepKind;
import dev.procc.live.planfile.run.RunPlan;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.catalog.Catalog;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.process.ProcessJob;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The planner of changes to a run by its definition: tasks that a call adds, and manual steps.
public final class RunPlanner {
  private RunPlanner() {}

  /// The differences of a definition and a run, without calls.
  public static RunPlan report(RunComparison comparison) {
    return runPlan(comparison, RunAdditions.find(comparison, false));
  }

  /// The plan of a run that has ended, in which nothing is left to do, and all differences stay.
  public static RunPlan ended(RunComparison comparison) {
    ManualSteps manualSteps = ManualSteps.find(comparison);
    List<String> leftAsIs = new ArrayList<>();
    for (ManualStep step : manualSteps.steps()) {
      boolean isProcess = step.kind() == ManualStepKind.EDIT_PROCESS;
      leftAsIs.add(
          (isProcess ? "the process" : step.target().address())
              + switch (step.kind()) {
                case EDIT_PROCESS, EDIT_GROUP, EDIT_TASK ->
                    " keeps its " + String.join(", ", labels(step));
                case CANCEL_TASK -> " stays, and the definition no longer has it";
                case ADD_GROUP, ADD_TASK -> " is not in the run";
              });
    }
    RunAdditions.find(comparison, false)
        .additions()
        .forEach(addition -> leftAsIs.add(addition.address() + " is not in the run"));
    leftAsIs.addAll(manualSteps.leftAsIs());
    return new RunPlan(
        plannedRun(comparison.run(), comparison.zone()),
        List.of(),
        List.of(),
        leftAsIs,
        List.of(),
        List.of());
  }

  private static Set<String> labels(ManualStep step) {
    Set<String> labels = new LinkedHashSet<>();
    for (ManualStep.FieldEdit edit : step.edits()) {
      Catalog.definable().stream()
          .filter(field -> field.name().equals(edit.field()))
          .findFirst()
          .ifPresent(field -> labels.add(field.label()));
    }
    return labels;
  }

  /// The addition of all tasks that a call can add.
  public static Decision.AddTasks plan(RunComparison comparison) {
    RunAdditions additions = RunAdditions.find(comparison, true);
    return new Decision.AddTasks(
        runPlan(comparison, additions), additions.operations(), additions.changes());
  }

  private static RunPlan runPlan(RunComparison comparison, RunAdditions additions) {
    ManualSteps manualSteps = ManualSteps.find(comparison);
    List<String> leftAsIs = new ArrayList<>(manualSteps.leftAsIs());
    for (String address : comparison.ambiguous()) {
      leftAsIs.add(
          "several tasks of the run are alike, so procc does not guess which of them is "
              + address);
    }
    RunWorkload workload = new RunWorkload(comparison, additions.additions(), manualSteps.steps());
    return new RunPlan(
        plannedRun(comparison.run(), comparison.zone()),
        additions.additions(),
        additions.additions().isEmpty()
            ? manualSteps.steps()
            : manualSteps.steps().stream()
                .map(step -> step.kind().isBesideOthers() ? step.afterAmend() : step)
                .toList(),
        leftAsIs,
        workload.workloads(),
        workload.selfApproved(),
        MailNotices.of(manualSteps.steps(), additions.additions()),
        daysOff(comparison, manualSteps.steps()));
  }

  /// The days off, normally worked, that a step moves a due date away from.
  private static List<String> daysOff(RunComparison comparison, List<ManualStep> steps) {
    BusinessCalendar calendar = ScheduleFields.calendar(comparison.definition().process().fields());
    Set<String> days = new TreeSet<>();
    for (ManualStep step : steps) {
      for (ManualStep.FieldEdit edit : step.edits()) {
        LocalDate before =
            FieldRole.of(edit.field()).isDueDate() ? ScheduleFields.parseDate(edit.before()) : null;
        if (before != null
            && calendar.workdays().contains(before.getDayOfWeek())
            && !calendar.isBusinessDay(before)) {
          days.add(before.toString());
        }
      }
    }
    return List.copyOf(days);
  }

  private static RunPlan.PlannedRun plannedRun(RunTree run, ZoneId zone) {
    int jobCount = 0;
    int doneCount = 0;
    for (ProcessTree.PlacedNode place : run.tree().nodes()) {
      if (place.node() instanceof ProcessJob) {
        jobCount++;
        doneCount += run.runNode(place.ref()).isOver() ? 1 : 0;
      }
    }
    return new RunPlan.PlannedRun(
        run.id(),
        run.process(),
        run.status(),
        run.startDate(zone),
        run.dueDate(),
        jobCount,
        doneCount);
  }
}
