package dev.procc.live.planfile.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The differences of a run from its definition: what a call can add to it, and what people have to
/// do.
///
/// @param additions tasks that a call adds
/// @param manualSteps steps for people, numbered from 1
/// @param leftAsIs differences that stay, in sentences without a full stop
/// @param workloads what the steps and the additions leave for each person
/// @param selfApproved addresses of unfinished tasks that the same person does and approves
/// @param notices what is known, and not known, about who is notified, in sentences without a full
///   stop
/// @param daysOff the days off by the definition's calendar, normally worked, that a step moves a
///   due date away from, ISO
public record RunPlan(
    PlannedRun run,
    List<TaskAddition> additions,
    List<ManualStep> manualSteps,
    List<String> leftAsIs,
    List<PersonWorkload> workloads,
    List<String> selfApproved,
    List<String> notices,
    List<String> daysOff) {
  public RunPlan {
    additions = List.copyOf(additions);
    manualSteps = List.copyOf(manualSteps);
    leftAsIs = List.copyOf(leftAsIs);
    workloads = List.copyOf(workloads);
    selfApproved = List.copyOf(selfApproved);
    notices = List.copyOf(notices);
    daysOff = List.copyOf(daysOff);
  }

  /// A plan without notices and dates on days off.
  public RunPlan(
      PlannedRun run,
      List<TaskAddition> additions,
      List<ManualStep> manualSteps,
      List<String> leftAsIs,
      List<PersonWorkload> workloads,
      List<String> selfApproved) {
    this(run, additions, manualSteps, leftAsIs, workloads, selfApproved, List.of(), List.of());
  }

  /// The run as it was read.
  ///
  /// @param id of the run
  /// @param process from which it was started; a former one if that was replaced since
  /// @param status the server's word: `running`, `waiting`, ...
  /// @param startDate day of its start, ISO; null if unknown
  /// @param dueDate of the process in the run, ISO; null if it has none
  /// @param jobCount number of tasks
  /// @param doneCount number of tasks that are done or cancelled
  public record PlannedRun(
      String id,
      String process,
      String status,
      @Nullable String startDate,
      @Nullable String dueDate,
      int jobCount,
      int doneCount) {}

  /// The work of a person after all steps and additions.
  ///
  /// @param person id
  /// @param tasks unfinished tasks of that person in the run
  /// @param busiestDay the day on which most of them are due, ISO; null if none has a date
  /// @param dueOnBusiestDay number of tasks due then
  /// @param firstDay the day on which the first of them is due, ISO; null if none has a date
  public record PersonWorkload(
      String person,
      int tasks,
      @Nullable String busiestDay,
      int dueOnBusiestDay,
      @Nullable String firstDay) {}

  /// The id of the run.
  public String id() {
    return run.id();
  }

  /// Whether the run is as the definition says.
  public boolean isSettled() {
    return additions.isEmpty() && manualSteps.isEmpty();
  }

  /// Whether the run has ended.
  public boolean hasEnded() {
    return run.status().equalsIgnoreCase("complete") || run.status().equalsIgnoreCase("cancelled");
  }
}
