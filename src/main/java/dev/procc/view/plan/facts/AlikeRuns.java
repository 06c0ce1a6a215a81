package dev.procc.view.plan.facts;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.run.ManualStep;
import dev.procc.live.planfile.run.RunPlan;
import dev.procc.live.planfile.run.TaskAddition;
import dev.procc.live.wire.BodyNodes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The runs of alike processes: whether each leaves the same manual steps, and all of them as one
/// run.
final class AlikeRuns {
  private AlikeRuns() {}

  /// What has to be equal for two runs to be alike; recipients of mail and progress may differ.
  static List<Object> likeness(ProcessPlan process) {
    RunPlan run = process.run();
    List<Object> same = new ArrayList<>();
    if (run == null) {
      return same;
    }
    same.add(process.isRunPlan());
    same.add(run.run().status());
    for (ManualStep step : run.manualSteps()) {
      same.add(step.kind());
      same.add(relative(process, step.address()));
      same.add(step.target().state());
      same.add(String.valueOf(step.target().dueBy()));
      step.edits().forEach(edit -> same.add(edit(edit)));
      same.add(step.effect().restartsTask());
      same.add(step.effect().note());
      same.add(step.causes());
    }
    for (TaskAddition addition : run.additions()) {
      same.add(relative(process, addition.address()));
      same.add(relative(process, addition.group()));
      same.add(addition.starts().start());
      same.add(untitled(addition.job()));
      same.add(addition.causes());
    }
    run.leftAsIs().forEach(sentence -> same.add(sentence.replace(process.identity(), "")));
    run.selfApproved().forEach(address -> same.add(relative(process, address)));
    return same;
  }

  private static List<Object> edit(ManualStep.FieldEdit edit) {
    return List.of(
        edit.field(),
        edit.screen(),
        edit.changedBy(),
        String.valueOf(edit.before()),
        edit.field().equals("node") ? untitled(edit.after()) : String.valueOf(edit.after()));
  }

  private static String untitled(@Nullable Json job) {
    return job instanceof Json.Obj object
        ? object.write().replace(Json.of(BodyNodes.title(object)).write(), "")
        : String.valueOf(job);
  }

  private static String relative(ProcessPlan process, String address) {
    return address.startsWith(process.identity())
        ? address.substring(process.identity().length())
        : address;
  }

  /// One run with the work and the mail of all of them, and with the steps of the first.
  static @Nullable RunPlan merged(List<ProcessPlan> processes) {
    List<RunPlan> runs = new ArrayList<>();
    processes.forEach(process -> {
      RunPlan run = process.run();
      if (run != null) {
        runs.add(run);
      }
    });
    if (runs.size() < processes.size()) {
      return processes.getFirst().run();
    }
    RunPlan first = runs.getFirst();
    int jobs = 0;
    int done = 0;
    List<String> selfApproved = new ArrayList<>();
    for (RunPlan run : runs) {
      jobs += run.run().jobCount();
      done += run.run().doneCount();
      selfApproved.addAll(run.selfApproved());
    }
    RunPlan.PlannedRun of = first.run();
    return new RunPlan(
        new RunPlan.PlannedRun(
            of.id(),
            of.process(),
            of.status(),
            common(runs, RunPlan.PlannedRun::startDate),
            common(runs, RunPlan.PlannedRun::dueDate),
            jobs,
            done),
        first.additions(),
        steps(runs),
        first.leftAsIs(),
        workloads(runs),
        selfApproved,
        first.notices(),
        runs.stream().flatMap(run -> run.daysOff().stream()).distinct().toList());
  }

  /// The day of all runs; null if they differ.
  private static @Nullable String common(
      List<RunPlan> runs, Function<RunPlan.PlannedRun, @Nullable String> day) {
    String first = day.apply(runs.getFirst().run());
    return runs.stream().allMatch(run -> Objects.equals(day.apply(run.run()), first))
        ? first
        : null;
  }

  private static List<ManualStep> steps(List<RunPlan> runs) {
    List<ManualStep> steps = new ArrayList<>();
    for (ManualStep step : runs.getFirst().manualSteps()) {
      Set<String> mail = new LinkedHashSet<>();
      for (RunPlan run : runs) {
        mail.addAll(run.manualSteps().get(steps.size()).effect().mailRecipients());
      }
      ManualStep.SaveEffect own = step.effect();
      steps.add(
          new ManualStep(
              step.number(),
              step.kind(),
              step.target(),
              step.edits(),
              new ManualStep.SaveEffect(own.restartsTask(), List.copyOf(mail), own.note()),
              step.causes(),
              step.after()));
    }
    return steps;
  }

  private static @Nullable String earlier(@Nullable String a, @Nullable String b) {
    return a == null || b != null && b.compareTo(a) < 0 ? b : a;
  }

  /// The work of each person in all runs; the busiest day if it is the same in all.
  private static List<RunPlan.PersonWorkload> workloads(List<RunPlan> runs) {
    Map<String, RunPlan.PersonWorkload> loads = new LinkedHashMap<>();
    for (RunPlan run : runs) {
      for (RunPlan.PersonWorkload load : run.workloads()) {
        loads.merge(
            load.person(),
            load,
            (a, b) -> {
              boolean sameDay = Objects.equals(a.busiestDay(), b.busiestDay());
              return new RunPlan.PersonWorkload(
                  a.person(),
                  a.tasks() + b.tasks(),
                  sameDay ? a.busiestDay() : null,
                  a.dueOnBusiestDay() + b.dueOnBusiestDay(),
                  earlier(a.firstDay(), b.firstDay()));
            });
      }
    }
    return List.copyOf(loads.values());
  }
}
