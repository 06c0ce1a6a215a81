package dev.procc.cli.plan;

import dev.procc.app.Failure;
import dev.procc.app.plan.PlanApproval;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.Confirmation;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.Options;
import dev.procc.cli.frame.StopSignal;
import dev.procc.cli.session.ProjectSession;
import dev.procc.cli.session.TargetConnection;
import dev.procc.language.compile.Compilation;
import dev.procc.live.api.ApiClient;
import dev.procc.live.apply.Apply;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.outcome.ApplyResult;
import dev.procc.live.planfile.Plan;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// `procc amend`: adds the tasks that a definition has more to a run that is under way.
public final class AmendCommand implements Command {
  @Override
  public String name() {
    return "amend";
  }

  @Override
  public String summary() {
    return "add tasks to a run that is under way";
  }

  @Override
  public CommandGroup group() {
    return CommandGroup.WATCH;
  }

  @Override
  public Options options() {
    List<Option> all = new ArrayList<>();
    all.add(Option.flag("--yes", "do not ask"));
    all.add(Option.flag("--resume", "go on with one that was not ended"));
    all.add(Option.value("--approved", "HASH", "carry it out only when it has this hash"));
    all.add(ProjectSession.AS_OF);
    all.add(ProjectSession.VAR);
    all.add(ProjectSession.VAR_FILE);
    all.add(Option.flag("--allow-past", "send due dates that are not after the day of the plan"));
    all.add(Option.flag("--during-freeze", "add although the target is frozen"));
    all.add(Option.flag("--detailed-exitcode", "exit 2 when something was added"));
    all.addAll(PlanPrinter.OPTIONS);
    return Options.of(all.toArray(Option[]::new)).formats("text", "json").operands("KEY|ID", 1, 1);
  }

  @Override
  public String details() {
    return """
    The API adds tasks to a run and changes nothing else in it: each goes where the definition has
    it, and what no call can do is listed for hands. A task may start at once, and people then get
    mail: it shows the plan and asks, or takes --yes or --approved. Nothing is ever added twice:
    when an answer is lost, the run is looked at before anything is sent again.

    Examples:
      procc plan --run close@2024-Q4
      procc amend close@2024-Q4
      procc status close@2024-Q4 --confirm
    """;
  }

  @Override
  public int run(Invocation invocation) throws Failure, IOException {
    Compilation compilation = ProjectSession.compileToday(invocation, List.of());
    LocalDate today = ProjectSession.today(invocation, compilation);
    boolean resume = invocation.args().has("--resume");
    if (compilation.hasErrors() && !resume) {
      return ProjectSession.reportErrors(invocation, compilation);
    }
    TargetConnection access = TargetConnection.of(invocation, compilation);
    try (StopSignal stop = StopSignal.listen();
        ApiClient client = access.open(stop::pause)) {
      LedgerStore store = TargetConnection.ledgerStore(invocation, compilation);
      Apply apply =
          ApplyCommand.createApply(invocation, compilation, access, client, store, stop, today);
      String word = invocation.operands().getFirst();
      return resume
          ? ApplyCommand.report(invocation, apply.resume(Set.of(word)))
          : carryOut(
              invocation,
              apply,
              new PlanService(invocation, compilation, today).planRun(word, client, store));
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
          "look at it: procc plan --run "
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
    invocation.env().out().print(PlanPrinter.render(invocation, plan, null));
    invocation.env().out().flush();
    confirmation.requireTyped("Type yes to add: ", "yes", "nothing was added");
  }
}
