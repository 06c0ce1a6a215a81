package dev.procc.view.plan.facts;

import dev.procc.base.text.Plural;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.planfile.operation.RunState;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;

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

  /// The command that takes a replacement back.
  ///
  /// @param replaced the processes that are replaced, of which there is at least one
  public static String rollback(List<ProcessPlan> replaced) {
    return "procc rollback " + (replaced.size() == 1 ? replaced.getFirst().identity() : "KEY");
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
