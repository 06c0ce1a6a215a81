package dev.procc.cli.plan;

import dev.procc.app.Failure;
import dev.procc.app.connection.TargetConnection;
import dev.procc.app.connection.TargetDay;
import dev.procc.app.plan.PlanApproval;
import dev.procc.app.plan.PlanRequest;
import dev.procc.app.plan.PlanService;
import dev.procc.app.project.ProjectSession;
import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import dev.procc.base.text.ShellWord;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.FindingsPrinter;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.Options;
import dev.procc.cli.frame.ProjectArguments;
import dev.procc.cli.frame.ValueKind;
import dev.procc.language.compile.Compilation;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.format.PlanFile;
import java.time.LocalDate;
import java.util.List;

/// `procc plan`: shows what apply would do, and why.
public final class PlanCommand extends Command {
  public PlanCommand() {
    super(CommandGroup.LIVE, "plan", "show what apply would change, and why");
  }

  @Override
  public Options options() {
    List<Option> all = new java.util.ArrayList<>(PlanArguments.OPTIONS);
    all.add(Option.value("--save", "FILE", "save the plan, for procc show and procc apply"));
    all.add(Option.value("--live-from", "FILE", "compare with a saved GET body instead of asking"));
    all.add(
        Option.value("--run", "KEY|ID", "plan what the run of a process gets; or a run by its id")
            .completes(ValueKind.PROCESS));
    all.add(
        Option.value(
            "--base",
            "REF|DIR",
            "keep to what this version guards as well, and say what is loosened"));
    all.add(Option.flag("--check", "only say whether what was approved would still happen"));
    all.add(
        Option.values(
            "--approved", "HASH", "what was approved, with --check; repeat it for each process"));
    all.add(
        Option.flag(
            "--detailed-exitcode", "exit 2 when there are changes, 4 when apply would refuse"));
    all.addAll(PlanPrinter.OPTIONS);
    return Options.of(all)
        .formats("text", "json")
        .operands(ProjectArguments.OPERANDS, 0, Integer.MAX_VALUE)
        .completes(ValueKind.PROCESS);
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
  public int run(Invocation invocation) throws Failure {
    PlanRequest request = PlanArguments.request(invocation.args());
    ProjectSession session = ProjectSession.open(PlanArguments.project(invocation));
    LocalDate today =
        invocation.args().has("--live-from")
            ? session.today()
            : TargetDay.of(session, invocation::note);
    Compilation compilation = session.compile(today);
    if (compilation.hasErrors()) {
      PlanPrinter.writeErrors(invocation, compilation);
      return FindingsPrinter.printErrors(invocation, compilation.findings());
    }
    Plan plan;
    try {
      TargetConnection connection = TargetConnection.of(session, compilation, invocation::note);
      plan =
          PlanPrinter.withWays(
              invocation,
              plan(
                  invocation,
                  new PlanService(
                      session, compilation, connection, request, today, invocation::trace)));
    } catch (Failure failure) {
      PlanPrinter.writeFailure(invocation, compilation, failure);
      throw failure;
    }
    if (invocation.args().has("--check")) {
      return checkApproved(invocation, plan);
    }
    String saved = invocation.args().value("--save");
    if (saved != null) {
      save(invocation, saved, PlanFile.write(plan));
    }
    PlanPrinter.print(invocation, plan, saved);
    return exit(invocation, plan);
  }

  private static void save(Invocation invocation, String file, String text) throws Failure {
    if (!PlanFile.isReadBack(text)) {
      throw Failure.error(
          "the plan is larger than the 64 MiB that procc apply reads, and was not saved",
          "save it in parts: procc plan KEY --save " + ShellWord.quoted(file));
    }
    invocation.writePrivateFile(file, text);
  }

  private static Plan plan(Invocation invocation, PlanService service) throws Failure {
    String from = invocation.args().value("--live-from");
    String run = invocation.args().value("--run");
    if (run == null) {
      return from == null ? service.planLive() : service.planOffline(json(invocation, from));
    }
    if (from != null || !invocation.operands().isEmpty()) {
      throw Failure.usage(
          "--run names the process itself", "write procc plan --run " + run + " and nothing else");
    }
    return service.planRun(run);
  }

  /// Checks that the approved hashes are those of this plan: exit 0, otherwise 5.
  private static int checkApproved(Invocation invocation, Plan plan) throws Failure {
    List<String> approved = PlanArguments.approved(invocation.args());
    if (approved.isEmpty()) {
      throw Failure.usage("--check needs to know what was approved", "add --approved HASH");
    }
    List<String> unapproved = PlanApproval.unapproved(plan, approved);
    int exit = unapproved.isEmpty() ? ExitCode.OK : ExitCode.STALE;
    if (invocation.isJson()) {
      invocation.print(
          exit,
          Json.object()
              .put("planHash", plan.planHash())
              .put("valid", unapproved.isEmpty())
              .put("notApproved", Json.texts(unapproved))
              .build());
    } else if (unapproved.isEmpty()) {
      invocation.println("What was approved is what would happen: " + plan.planHash());
    } else {
      invocation.println("What would happen is not what was approved:");
      unapproved.forEach(line -> invocation.println("  " + line));
      String flags = PlanApproval.missingFlags(plan);
      invocation.println(
          (flags.isEmpty() ? "L" : "I" + flags.substring(1) + "l")
              + "ook at the plan, and approve it again. Next: procc plan"
              + invocation.sameProject());
    }
    return exit;
  }

  private static int exit(Invocation invocation, Plan plan) {
    if (!invocation.args().has("--detailed-exitcode")) {
      return ExitCode.OK;
    }
    return plan.isRefused() ? ExitCode.REFUSED : plan.hasActions() ? ExitCode.CHANGES : ExitCode.OK;
  }

  private static Json json(Invocation invocation, String file) throws Failure {
    try {
      return JsonReader.read(invocation.readFile(file));
    } catch (JsonException e) {
      throw Failure.error(
          "\"" + file + "\" is not JSON: " + e.getMessage() + " at line " + e.line(),
          "give the body of GET /processes/{id}");
    }
  }
}
