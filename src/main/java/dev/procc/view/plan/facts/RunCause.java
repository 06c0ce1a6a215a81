package dev.procc.view.plan.facts;

import dev.procc.base.text.Plural;
import dev.procc.live.planfile.change.Cause;
import dev.procc.live.planfile.run.ManualStep;
import dev.procc.live.planfile.run.RunPlan;
import dev.procc.live.planfile.run.TaskAddition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A source line that causes manual steps and new tasks of a run.
///
/// @param text the line, or that it was removed
/// @param effect `2 steps by hand, neither done, 1 new task`
public record RunCause(String location, String text, String effect) {
  /// The lines in the order in which steps and then tasks name them.
  public static List<RunCause> of(RunPlan run) {
    Map<Cause, int[]> counts = new LinkedHashMap<>();
    for (ManualStep step : run.manualSteps()) {
      count(counts, step.causes(), 0);
    }
    for (TaskAddition addition : run.additions()) {
      count(counts, addition.causes(), 1);
    }
    List<RunCause> causes = new ArrayList<>();
    counts.forEach((cause, count) ->
        causes.add(
            new RunCause(
                cause.location(), CauseGroup.lineText(cause), effect(count[0], count[1]))));
    return causes;
  }

  private static void count(Map<Cause, int[]> counts, List<Cause> causes, int which) {
    if (!causes.isEmpty()) {
      counts.computeIfAbsent(causes.getFirst(), cause -> new int[2])[which]++;
    }
  }

  private static String effect(int steps, int tasks) {
    List<String> parts = new ArrayList<>();
    if (steps > 0) {
      parts.add(
          Plural.of(steps, "step")
              + " by hand, "
              + (steps == 1 ? "not done" : steps == 2 ? "neither done" : "none done"));
    }
    if (tasks > 0) {
      parts.add(Plural.of(tasks, "new task"));
    }
    return String.join(", ", parts);
  }
}
