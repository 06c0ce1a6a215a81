package dev.procc.view.report;

import dev.procc.live.planfile.Operation;
import dev.procc.live.planfile.ProcessPlan;
import java.util.ArrayList;
import java.util.List;

/// The calls of one process in their order, the reads between them with what they must show.
final class CallSteps {
  /// A call.
  ///
  /// @param request `PATCH /processes/p1`; for people, not to be sent
  /// @param note what must be true, or how much it carries; empty where nothing is to be said
  record Step(String request, String note) {}

  private CallSteps() {}

  static List<Step> of(ProcessPlan process) {
    List<Step> steps = new ArrayList<>();
    if (process.operations().isEmpty()) {
      return steps;
    }
    if (process.ofRun()) {
      steps.add(new Step("GET /processRuns", "the run must be as it was seen"));
    } else {
      String run =
          process.runs().equals("none") ? "must show no run" : "must show run " + process.runs();
      boolean asks = process.replaces() || process.trashes();
      steps.add(new Step("GET /processes", asks ? run : ""));
      if (process.live().read()) {
        Long revision = process.live().revision();
        steps.add(
            new Step(
                "GET /processes/" + process.id(),
                revision == null
                    ? "must be as it was seen"
                    : "must be as in revision " + revision));
      }
    }
    for (Operation operation : process.operations()) {
      String size = operation.size() > 1 ? PlanWords.count(operation.size(), "change") : "";
      steps.add(new Step(operation.method() + " " + operation.path(), size));
      if (!operation.id().equals("validate") && !operation.id().equals("trash")) {
        steps.add(new Step("GET", "read back and compare"));
      }
    }
    return steps;
  }
}
