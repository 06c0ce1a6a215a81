package dev.procc.cli.plan;

import dev.procc.app.Failure;
import dev.procc.app.connection.TargetConnection;
import dev.procc.app.connection.TargetDay;
import dev.procc.app.plan.ApplySession;
import dev.procc.app.plan.PlanApproval;
import dev.procc.app.plan.PlanRequest;
import dev.procc.app.plan.PlanService;
import dev.procc.app.plan.ReadDefinitions;
import dev.procc.app.project.ProjectSession;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.Confirmation;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.FindingsPrinter;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.Options;
import dev.procc.cli.frame.ProjectArguments;
import dev.procc.cli.frame.StopSignal;
import dev.procc.cli.frame.ValueKind;
import dev.procc.language.compile.Compilation;
import dev.procc.live.apply.Apply;
import dev.procc.live.outcome.ApplyResult;
import dev.procc.live.planfile.Plan;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// `procc amend`: adds the new tasks of a definition to a run that is under way.
public final class AmendCommand extends Command {
  private static final String STOPPING =
      "Stopping: the call in flight ends, nothing more is written, and what is left is told";

  public AmendCommand() {
    super(CommandGroup.WATCH, "amend", "add tasks to a run that is under way");
  }

  @Override
  public Options options() {
    List<Option> all = new ArrayList<>();
    all.add(Option.flag("--yes", "do not ask"));
    all.add(Option.flag("--resume", "go on with one that was not ended"));
    all.add(Option.value("--approved", "HASH", "carry it out only when it has this hash"));
    all.add(ProjectArguments.AS_OF);
    all.add(ProjectArguments.VAR);
    all.add(ProjectArguments.VAR_FILE);
    all.add(Option.flag("--allow-past", "send due dates that are not after the day of the plan"));
    all.add(Option.flag("--during-freeze", "add although the target is frozen"));
    all.add(Option.flag("--detailed-exitcode", "exit 2 when something was added"));
    all.addAll(PlanPrinter.OPTIONS);
    return Options.of(all)
        .formats("text", "json")
        .operands("KEY|ID", 1, 1)
        .completes(ValueKind.PROCESS);
  }

  @Override
  public String details() {
    return """
    The API adds tasks to a run and changes nothing else in it: each goes where the definition has
    it, and what no call can do is listed as steps by hand. A task may start at once, and people
    then get mail: it shows the plan and asks, or takes --yes or --approved. Nothing is ever added
    twice: when a response is lost, the run is looked at before anything is sent again.

    Examples:
      procc plan --run close@2024-Q4
      procc amend close@2024-Q4
      procc status close@2024-Q4 --confirm
    """;
  }

  @Override
  public int run(Invocation invocation) throws Failure, IOException {
    ProjectSession session = ProjectSession.open(ProjectArguments.request(invocation, List.of()));
    LocalDate today = TargetDay.of(session, invocation::note);
    Compilation compilation = session.compile(today);
    boolean resume = invocation.args().has("--resume");
    PlanRequest request = PlanArguments.request(invocation.args());
    if (compilation.hasErrors() && !resume) {
      return FindingsPrinter.printErrors(invocation, compilation.findings());
    }
    ReadDefinitions.require(compilation, invocation.operands());
    TargetConnection connection = TargetConnection.of(session, compilation, invocation::note);
    try (StopSignal stop = StopSignal.listen(invocation, STOPPING);
        ApplySession apply =
            ApplySession.open(
                session,
                connection,
                connection
                    .applySettings(today)
                    .withGuards(PlanService.guards(session, compilation, request, today)),
                invocation.args().values("--approved"),
                ApplyCommand.host(invocation, stop))) {
      String word = invocation.operands().getFirst();
      if (resume) {
        return ApplyCommand.report(invocation, apply.resume(connection.target(), List.of(word)));
      }
      PlanService service =
          new PlanService(session, compilation, connection, request, today, invocation::trace);
      return carryOut(
          invocation, apply.apply(), service.planRun(word, apply.client(), apply.store()));
    }
  }

  private static int carryOut(Invocation invocation, Apply apply, Plan plan)
      throws Failure, IOException {
    if (!plan.hasActions() && !plan.isRefused()) {
      if (invocation.isJson()) {
        invocation.print(
            ExitCode.OK, new ApplyResult(List.of(), "", "").toJson().without("formatVersion"));
      } else {
        PlanPrinter.print(invocation, plan, null);
      }
      return ExitCode.OK;
    }
    String approved = invocation.args().value("--approved");
    if (approved != null) {
      checkApproval(invocation, plan, approved);
    } else if (!invocation.args().has("--yes") && !plan.isRefused()) {
      confirm(invocation, plan);
    }
    return ApplyCommand.report(invocation, apply.run(plan));
  }

  private static void checkApproval(Invocation invocation, Plan plan, String hash) throws Failure {
    List<String> unapproved = PlanApproval.unapproved(plan, List.of(hash));
    if (!unapproved.isEmpty()) {
      throw new Failure(
          Failure.Kind.STALE,
          "what would happen is not what was approved: " + String.join(", ", unapproved),
          PlanApproval.missingFlags(plan)
              + "look at it: procc plan --run "
              + invocation.operands().getFirst()
              + "; approve it again");
    }
  }

  private static void confirm(Invocation invocation, Plan plan) throws Failure, IOException {
    Confirmation confirmation =
        Confirmation.of(
            invocation,
            invocation.env().errIsTerminal() && invocation.env().outIsTerminal(),
            "what is added to the run",
            "add --yes, or save the plan and apply it: procc plan --run "
                + invocation.operands().getFirst()
                + " --save FILE");
    invocation.printNow(PlanPrinter.render(invocation, plan, null));
    confirmation.requireTyped("Type yes to add: ", "yes", "nothing was added");
  }
}
