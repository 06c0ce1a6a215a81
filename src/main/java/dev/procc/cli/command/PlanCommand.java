package dev.procc.cli.command;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import dev.procc.cli.Call;
import dev.procc.cli.Command;
import dev.procc.cli.Exit;
import dev.procc.cli.Failure;
import dev.procc.cli.Group;
import dev.procc.cli.Option;
import dev.procc.cli.Options;
import dev.procc.language.compile.Compilation;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanFile;
import java.util.List;

/// `procc plan`: what apply would do, and why.
final class PlanCommand implements Command {
  @Override
  public String name() {
    return "plan";
  }

  @Override
  public String summary() {
    return "show what apply would change, and why";
  }

  @Override
  public Group group() {
    return Group.LIVE;
  }

  @Override
  public Options options() {
    List<Option> all = new java.util.ArrayList<>(PlanMaking.OPTIONS);
    all.add(Option.value("--save", "FILE", "save the plan, for procc show and procc apply"));
    all.add(Option.value("--live-from", "FILE", "compare with a saved GET body instead of asking"));
    all.add(
        Option.value("--run", "KEY|ID", "plan what a run gets: of a process, or by its own id"));
    all.add(Option.flag("--check", "only tell whether what was approved would still happen"));
    all.add(Option.values("--approved", "HASH", "what was approved, with --check; once a process"));
    all.add(
        Option.flag(
            "--detailed-exitcode", "exit 2 when there are changes, 4 when apply would refuse"));
    all.addAll(PlanShowing.OPTIONS);
    return Options.of(all.toArray(Option[]::new))
        .formats("text", "json")
        .operands(Definitions.OPERANDS, 0, Integer.MAX_VALUE);
  }

  @Override
  public String details() {
    return """
    Reads what is live (a token with file:read is enough) and writes nothing. With findings that
    are errors there is no plan: exit 3.

    With --run it compares the definition with a run that is under way: tasks that can be added to
    it, and a list of what has to be done by hand. procc amend carries it out.

    Examples:
      procc plan
      procc plan close@2024-Q4 --save q4.plan.json
      procc plan --live-from live.json --format json
      procc plan --run close@2024-Q4
    """;
  }

  @Override
  public int run(Call call) throws Failure {
    Compilation compilation = Definitions.compileToday(call);
    if (compilation.hasErrors()) {
      return Definitions.complain(call, compilation);
    }
    Plan plan = plan(call, new PlanMaking(call, compilation, Definitions.today(call, compilation)));
    if (call.args().has("--check")) {
      return check(call, plan);
    }
    String saved = call.args().value("--save");
    if (saved != null) {
      call.write(saved, PlanFile.write(plan));
    }
    PlanShowing.show(call, plan, saved);
    return exit(call, plan);
  }

  private static Plan plan(Call call, PlanMaking making) throws Failure {
    String from = call.args().value("--live-from");
    String run = call.args().value("--run");
    if (run == null) {
      return from == null ? making.live() : making.offline(json(call, from));
    }
    if (from != null || !call.operands().isEmpty()) {
      throw Failure.usage(
          "--run names the process itself", "write procc plan --run " + run + " and nothing else");
    }
    return making.ofRun(run);
  }

  /// Whether the approved hashes are those of what would happen now: exit 0, else 5.
  private static int check(Call call, Plan plan) throws Failure {
    List<String> approved = call.args().values("--approved");
    if (approved.isEmpty()) {
      throw Failure.usage("--check needs to know what was approved", "add --approved HASH");
    }
    List<String> other = Approval.missing(plan, approved);
    int exit = other.isEmpty() ? Exit.OK : Exit.STALE;
    if (call.json()) {
      call.print(
          exit,
          Json.object()
              .put("planHash", plan.planHash())
              .put("valid", other.isEmpty())
              .put("notApproved", Json.texts(other))
              .build());
    } else if (other.isEmpty()) {
      call.println("What was approved is what would happen: " + plan.planHash());
    } else {
      call.println("What would happen is not what was approved:");
      other.forEach(line -> call.println("  " + line));
      call.println("Next: procc plan, and approve it again");
    }
    return exit;
  }

  private static int exit(Call call, Plan plan) {
    if (!call.args().has("--detailed-exitcode")) {
      return Exit.OK;
    }
    return plan.refused() ? Exit.REFUSED : plan.acts() ? Exit.CHANGES : Exit.OK;
  }

  private static Json json(Call call, String file) throws Failure {
    try {
      return JsonReader.read(call.read(file));
    } catch (JsonException e) {
      throw Failure.error(
          "\"" + file + "\" is not JSON: " + e.getMessage() + " at line " + e.line(),
          "give the body of GET /processes/{id}");
    }
  }
}
