package dev.procc.cli.command;

import dev.procc.cli.Call;
import dev.procc.cli.Command;
import dev.procc.cli.Exit;
import dev.procc.cli.Failure;
import dev.procc.cli.Group;
import dev.procc.cli.Option;
import dev.procc.cli.Options;
import dev.procc.language.compile.Compilation;
import dev.procc.live.api.ApiClient;
import dev.procc.live.apply.Apply;
import dev.procc.live.apply.ApplyResult;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.planfile.Plan;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// `procc amend`: adds the tasks that a definition has more to a run that is under way.
final class AmendCommand implements Command {
  @Override
  public String name() {
    return "amend";
  }

  @Override
  public String summary() {
    return "add tasks to a run that is under way";
  }

  @Override
  public Group group() {
    return Group.WATCH;
  }

  @Override
  public Options options() {
    List<Option> all = new ArrayList<>();
    all.add(Option.flag("--yes", "do not ask"));
    all.add(Option.flag("--resume", "go on with one that was not ended"));
    all.add(Option.value("--approved", "HASH", "carry it out only when it has this hash"));
    all.add(Definitions.AS_OF);
    all.add(Definitions.VAR);
    all.add(Definitions.VAR_FILE);
    all.add(Option.flag("--allow-past", "send due dates that are not after the day of the plan"));
    all.add(Option.flag("--during-freeze", "add although the target is frozen"));
    all.add(Option.flag("--detailed-exitcode", "exit 2 when something was added"));
    all.addAll(PlanShowing.OPTIONS);
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
  public int run(Call call) throws Failure, IOException {
    Compilation compilation = Definitions.compileToday(call, List.of());
    LocalDate today = Definitions.today(call, compilation);
    boolean resume = call.args().has("--resume");
    if (compilation.hasErrors() && !resume) {
      return Definitions.complain(call, compilation);
    }
    LiveAccess access = LiveAccess.of(call, compilation);
    try (StopSignal stop = StopSignal.listen();
        ApiClient client = access.open(stop::pause)) {
      LedgerStore store = LiveAccess.store(call, compilation);
      Apply apply = ApplyCommand.applying(call, compilation, access, client, store, stop, today);
      String word = call.operands().getFirst();
      return resume
          ? ApplyCommand.finish(call, apply.resume(Set.of(word)))
          : carryOut(
              call, apply, new PlanMaking(call, compilation, today).ofRun(word, client, store));
    }
  }

  private static int carryOut(Call call, Apply apply, Plan plan) throws Failure, IOException {
    if (!plan.acts() && !plan.refused()) {
      if (call.json()) {
        call.print(Exit.OK, new ApplyResult(List.of(), "", "").toJson().without("formatVersion"));
      } else {
        PlanShowing.show(call, plan, null);
      }
      return Exit.OK;
    }
    String approved = call.args().value("--approved");
    if (approved != null) {
      approved(call, plan, approved);
    } else if (!call.args().has("--yes") && !plan.refused()) {
      confirm(call, plan);
    }
    return ApplyCommand.finish(call, apply.run(plan));
  }

  private static void approved(Call call, Plan plan, String hash) throws Failure {
    List<String> other = Approval.missing(plan, List.of(hash));
    if (!other.isEmpty()) {
      throw new Failure(
          Exit.STALE,
          "what would happen is not what was approved: " + String.join(", ", other),
          "look at it: procc plan --run " + call.operands().getFirst() + "; approve it again");
    }
  }

  private static void confirm(Call call, Plan plan) throws Failure, IOException {
    Confirmation confirmation =
        Confirmation.of(
            call,
            call.env().errTerminal() && call.env().outTerminal(),
            "what is added to the run",
            "add --yes, or save the plan and apply it: procc plan --run "
                + call.operands().getFirst()
                + " --save FILE");
    call.env().out().print(PlanShowing.text(call, plan, null));
    call.env().out().flush();
    confirmation.typed("Type yes to add: ", "yes", "nothing was added");
  }
}
