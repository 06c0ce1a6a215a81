package dev.procc.view.impact;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanAction;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.format.PlanFile;
import java.util.ArrayList;
import java.util.List;

/// The difference between two versions of the definitions as JSON.
public final class DiffJson {
  /// The members of a process in a plan that make sense without a live process.
  private static final List<String> MEMBERS =
      List.of("key", "period", "name", "changes", "replacePaths", "counterfactual");

  private DiffJson() {}

  /// @param from the first version, in words
  /// @param to the second version, in words
  public static Json.Obj of(Plan plan, String from, String to) {
    List<Json> processes = new ArrayList<>();
    for (ProcessPlan planned : plan.processes()) {
      PlanAction action = planned.mainAction();
      Json.Obj all = PlanFile.toJson(planned);
      Json.Builder process = Json.object().put("action", action == null ? "noop" : action.word());
      for (String member : MEMBERS) {
        Json value = all.get(member);
        process.put(member, value == null ? Json.NULL : value);
      }
      processes.add(process.build());
    }
    return Json.object()
        .put("from", from)
        .put("to", to)
        .put("asOf", plan.header().asOf().toString())
        .put("loosened", PlanFile.toJson(plan.loosened()))
        .put("processes", Json.array(processes))
        .build();
  }
}
