package dev.procc.cli.command;

import dev.procc.base.json.Json;
import dev.procc.cli.Call;
import dev.procc.cli.Command;
import dev.procc.cli.Exit;
import dev.procc.cli.Failure;
import dev.procc.cli.Group;
import dev.procc.cli.Option;
import dev.procc.cli.Options;
import dev.procc.language.compile.Compilation;
import dev.procc.live.planfile.Action;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanFile;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.view.report.DiffText;
import dev.procc.view.report.Style;
import java.util.ArrayList;
import java.util.List;

/// `procc diff`: what differs between two versions, classified as a plan would be.
final class DiffCommand implements Command {
  /// What of a process in a plan means something without a live one.
  private static final List<String> MEMBERS =
      List.of("key", "period", "name", "changes", "replacePaths", "counterfactual");

  @Override
  public String name() {
    return "diff";
  }

  @Override
  public String summary() {
    return "compare two versions as a plan would";
  }

  @Override
  public Group group() {
    return Group.WRITE;
  }

  @Override
  public Options options() {
    return Options.of(
            Option.value("--base", "REF|DIR", "compare with a commit or a folder; HEAD by default"),
            Option.value("--head", "REF|DIR", "what it became; the files here by default"),
            Option.flag("--keys", "show only which processes change, one a line"),
            Definitions.VAR,
            Definitions.VAR_FILE,
            Definitions.AS_OF,
            Option.flag("--detail", "show every name"),
            Option.flag("--detailed-exitcode", "exit 2 when anything differs"))
        .formats("text", "json")
        .operands(Definitions.OPERANDS, 0, Integer.MAX_VALUE);
  }

  @Override
  public String details() {
    return """
    Offline. What would be patched and what replaced is what the planner says if live equals the
    base; whether anybody edited the live one since, only a plan can tell. Exit 3 when either
    version has errors.

    Examples:
      procc diff
      procc diff --base origin/main --keys
      procc diff --base v1 --head v2 close@2024-Q4 --format json
    """;
  }

  @Override
  public int run(Call call) throws Failure {
    ImpactMaking making = ImpactMaking.between(call, call.args().value("--base", "HEAD"));
    for (Compilation each : List.of(making.base(), making.head())) {
      if (each.hasErrors()) {
        String which = each == making.base() ? making.from() : making.to();
        call.note("procc diff: nothing can be compared: there are errors in " + which);
        return Definitions.complain(call, each);
      }
    }
    Plan plan = making.plan();
    int exit = call.args().has("--detailed-exitcode") && plan.acts() ? Exit.CHANGES : Exit.OK;
    if (call.json()) {
      call.print(exit, json(making, plan));
    } else if (call.args().has("--keys")) {
      for (ProcessPlan process : plan.processes()) {
        if (process.acts()) {
          call.println(process.identity());
        }
      }
    } else {
      boolean detail = call.args().has("--detail");
      call.print(
          DiffText.render(plan, making.from(), making.to(), detail, Style.of(call.colour())));
    }
    return exit;
  }

  private static Json.Obj json(ImpactMaking making, Plan plan) {
    List<Json> processes = new ArrayList<>();
    List<Json> planned = PlanFile.toJson(plan).items("processes");
    for (int i = 0; i < planned.size(); i++) {
      Action action = plan.processes().get(i).action();
      Json.Builder process = Json.object().put("action", action == null ? "noop" : action.word());
      for (String member : MEMBERS) {
        Json value = planned.get(i) instanceof Json.Obj all ? all.get(member) : null;
        process.put(member, value == null ? Json.NULL : value);
      }
      processes.add(process.build());
    }
    return Json.object()
        .put("from", making.from())
        .put("to", making.to())
        .put("asOf", plan.asOf())
        .put("processes", Json.array(processes))
        .build();
  }
}
