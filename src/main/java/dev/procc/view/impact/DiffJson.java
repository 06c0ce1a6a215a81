package dev.procc.view.impact;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanAction;
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
    List<Json> planned = PlanFile.toJson(plan).items("processes");
    for (int i = 0; i < planned.size(); i++) {
      PlanAction action = plan.processes().get(i).mainAction();
      Json.Builder process = Json.object().put("action", action == null ? "noop" : action.word());
      for (String member : MEMBERS) {
        Json value = planned.get(i) instanceof Json.Obj all ? all.get(member) : null;
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
