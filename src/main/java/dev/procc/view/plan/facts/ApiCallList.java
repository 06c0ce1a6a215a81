package dev.procc.view.plan.facts;

import dev.procc.base.text.Plural;
import dev.procc.live.planfile.PlanAction;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.planfile.operation.RunState;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The list of calls for one process in order, reads included.
public final class ApiCallList {
  /// A call.
  ///
  /// @param request `PATCH /processes/p1`; for people, not to be sent
  /// @param note its condition, or its size; empty if there is none
  public record ApiCall(String request, String note) {}

  /// What is left when a call fails.
  ///
  /// @param replaces whether a process is replaced: the new one is there before the old one goes
  public static String ifOneFails(boolean replaces) {
    return replaces
        ? "If the create is refused, the old process stays as it is; if a later call fails, both"
            + " are live until procc apply --resume goes on"
        : "If a call fails, procc says what was done and how to go on";
  }

  /// The way back once it is applied: a command, and what belongs to it, either of which may be
  /// empty; null if there is none, or each process has its own.
  public record WayBack(String command, String rest) {}

  /// @param processes of a plan
  public static @Nullable WayBack wayBack(List<ProcessPlan> processes) {
    List<ProcessPlan> acting = processes.stream().filter(ProcessPlan::hasActions).toList();
    List<ProcessPlan> replaced = acting.stream().filter(ProcessPlan::replaces).toList();
    if (!replaced.isEmpty()) {
      return new WayBack("procc rollback " + key(replaced), ", and the definition as it was");
    }
    if (acting.isEmpty() || acting.stream().anyMatch(ProcessPlan::isRunPlan)) {
      return null;
    }
    if (acting.stream().allMatch(ProcessPlan::creates)) {
      return new WayBack("procc trash " + key(acting), ", and the definition taken out");
    }
    return acting.stream().allMatch(ApiCallList::isInPlace)
        ? new WayBack("", "the definition as it was, applied again")
        : null;
  }

  private static boolean isInPlace(ProcessPlan process) {
    PlanAction action = process.mainAction();
    return action == PlanAction.PATCH || action == PlanAction.RENAME;
  }

  private static String key(List<ProcessPlan> processes) {
    return processes.size() == 1 ? processes.getFirst().identity() : "KEY";
  }

  private ApiCallList() {}

  public static List<ApiCall> of(ProcessPlan process) {
    List<ApiCall> steps = new ArrayList<>();
    if (process.operations().isEmpty()) {
      return steps;
    }
    if (process.isRunPlan()) {
      steps.add(new ApiCall("GET /processRuns", "the run must be as it was seen"));
    } else {
      String run =
          process.runState() == RunState.NONE
              ? "must show no run"
              : "must show run " + process.runState().word();
      boolean requiresRunState = process.replaces() || process.trashes();
      steps.add(new ApiCall("GET /processes", requiresRunState ? run : ""));
      if (process.live().wasRead()) {
        Long revision = process.live().revision();
        steps.add(
            new ApiCall(
                "GET /processes/" + process.id(),
                revision == null
                    ? "must be as it was seen"
                    : "must be as in revision " + revision));
      }
    }
    for (PlanOperation operation : process.operations()) {
      String size = operation.changeCount() > 1 ? Plural.of(operation.changeCount(), "change") : "";
      steps.add(new ApiCall(operation.call().requestLine(), size));
      if (operation.kind().isReadBack()) {
        steps.add(new ApiCall("GET", "read back and compare"));
      }
    }
    return steps;
  }

  /// The number of calls. The list of processes is one call for all.
  public static String title(AlikeProcesses alike) {
    boolean lists = alike.isMany() && !alike.told().isRunPlan();
    IntSummaryStatistics calls = new IntSummaryStatistics();
    alike.processes().forEach(each -> calls.accept(of(each).size() - (lists ? 1 : 0)));
    if (!alike.isMany()) {
      return Plural.of(calls, "API call");
    }
    return Plural.of(calls, "API call")
        + " for each process"
        + (lists ? ", 1 list for all" : "")
        + "; here those of the first";
  }
}
