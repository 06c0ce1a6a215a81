package dev.procc.cli.command;

import dev.procc.base.diagnostic.Severity;
import dev.procc.cli.Call;
import dev.procc.cli.Command;
import dev.procc.cli.Exit;
import dev.procc.cli.Failure;
import dev.procc.cli.Group;
import dev.procc.cli.Option;
import dev.procc.cli.Options;
import dev.procc.cli.Version;
import dev.procc.language.compile.Compilation;
import dev.procc.language.yaml.Scalar;
import dev.procc.live.api.ApiClient;
import dev.procc.live.apply.Apply;
import dev.procc.live.apply.ApplyEvents;
import dev.procc.live.apply.ApplyResult;
import dev.procc.live.apply.ApplySettings;
import dev.procc.live.apply.Evidence;
import dev.procc.live.apply.PlanFolder;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `procc apply`: carries out a plan, saved or made now.
final class ApplyCommand implements Command {
  @Override
  public String name() {
    return "apply";
  }

  @Override
  public String summary() {
    return "carry out a plan";
  }

  @Override
  public Group group() {
    return Group.LIVE;
  }

  @Override
  public Options options() {
    List<Option> all = new ArrayList<>();
    all.add(Option.flag("--yes", "do not ask"));
    all.add(
        Option.values("--approved", "HASH", "carry out only what has this hash; once a process"));
    all.add(Option.flag("--resume", "go on with an apply that was not ended"));
    all.add(Option.flag("--keep-old", "leave a replaced process where it is"));
    all.add(Option.flag("--allow-invalid", "keep a new process that the server finds invalid"));
    all.add(
        Option.values(
            "--accept-server-value", "FIELD", "take the server's value of a field it rewrote"));
    all.add(Option.flag("--detailed-exitcode", "exit 2 when something was changed"));
    all.addAll(PlanMaking.OPTIONS);
    all.addAll(PlanShowing.OPTIONS);
    return Options.of(all.toArray(Option[]::new))
        .formats("text", "json")
        .operands("[PLAN | FILE|KEY|GLOB...]", 0, Integer.MAX_VALUE);
  }

  @Override
  public String details() {
    return """
    PLAN is a file written by procc plan --save: that plan is carried out and no other; if anything
    changed since, nothing is done and the exit is 5. Without one a plan is made, shown, and asked
    for; where nobody can be asked, --yes, --approved or a saved plan is needed.

    Each write is read back. An apply that was cut off goes on with procc apply --resume.

    Examples:
      procc apply q4.plan.json
      procc apply close@2024-Q4
      procc apply --approved 5e1d0c7a9b42...
    """;
  }

  @Override
  public int run(Call call) throws Failure, IOException {
    Plan saved = saved(call);
    Compilation compilation =
        saved == null ? Definitions.compileToday(call) : Definitions.compileAll(call);
    LocalDate asOf = Definitions.today(call, compilation);
    LiveAccess access = LiveAccess.of(call, compilation);
    boolean resume = call.args().has("--resume");
    if (saved == null && !resume && compilation.hasErrors()) {
      return Definitions.complain(call, compilation);
    }
    try (StopSignal stop = StopSignal.listen();
        ApiClient client = access.open(stop::pause)) {
      LedgerStore store = LiveAccess.store(call, compilation);
      Apply apply = applying(call, compilation, access, client, store, stop, asOf);
      if (resume) {
        return finish(call, apply.resume(new LinkedHashSet<>(call.operands())));
      }
      Plan plan =
          saved != null ? saved : new PlanMaking(call, compilation, asOf).live(client, store);
      return carryOut(call, apply, plan, saved != null);
    }
  }

  /// What carries a plan out, with evidence of it.
  static Apply applying(
      Call call,
      Compilation compilation,
      LiveAccess access,
      ApiClient client,
      LedgerStore store,
      StopSignal stop,
      LocalDate asOf)
      throws Failure {
    return new Apply(
            client,
            store,
            settings(call, access, compilation, asOf).withStop(stop::asked),
            new Progress(call),
            new PlanFolder(LiveAccess.root(compilation).resolve(".procc")),
            call.env().clock(),
            stop::pause)
        .withEvidence(evidence(call, store, compilation));
  }

  private static int carryOut(Call call, Apply apply, Plan plan, boolean saved)
      throws Failure, IOException {
    List<ProcessPlan> selected = selected(call, plan);
    boolean approved = saved || !call.args().values("--approved").isEmpty();
    if (!plan.acts() && !plan.refused()) {
      Optional<String> fault = apply.settle(selected);
      if (fault.isPresent()) {
        throw Failure.error(fault.get(), "procc state verify");
      }
      if (call.json()) {
        call.print(Exit.OK, new ApplyResult(List.of(), "", "").toJson());
      } else {
        PlanShowing.show(call, plan, null);
      }
      return Exit.OK;
    }
    if (!approved && !call.args().has("--yes")) {
      confirm(call, plan);
    }
    return finish(call, apply.run(plan, selected));
  }

  /// The plan of the file that is the only operand, when it is one.
  private static @Nullable Plan saved(Call call) throws Failure {
    if (call.operands().size() != 1) {
      return null;
    }
    String word = call.operands().getFirst();
    boolean plan = word.endsWith(".json") && Files.isRegularFile(call.path(word));
    if (word.endsWith(".json") && !plan) {
      throw Failure.error("no file \"" + word + "\"", "make one: procc plan --save " + word);
    }
    return plan ? ShowCommand.read(call, word) : null;
  }

  /// The processes whose hashes were approved; all of them where none was asked for.
  private static List<ProcessPlan> selected(Call call, Plan plan) throws Failure {
    Set<String> hashes = new LinkedHashSet<>(call.args().values("--approved"));
    if (hashes.isEmpty()) {
      return plan.processes();
    }
    List<String> other = Approval.missing(plan, hashes);
    if (!other.isEmpty()) {
      throw new Failure(
          Exit.STALE,
          "what would happen is not what was approved: " + String.join(", ", other),
          "look at it: procc plan; approve it again");
    }
    return Approval.selected(plan, hashes);
  }

  /// Shows the plan and asks. What is replaced or trashed is confirmed by typing its key.
  private static void confirm(Call call, Plan plan) throws Failure, IOException {
    Confirmation confirmation =
        Confirmation.of(
            call,
            call.env().errTerminal() && call.env().outTerminal(),
            "the plan",
            "add --yes, or save the plan and apply it: procc plan --save FILE");
    call.env().out().print(PlanShowing.text(call, plan, null));
    call.env().out().flush();
    String otherwise = "nothing was changed";
    for (ProcessPlan process : plan.processes()) {
      if (process.replaces() || process.trashes()) {
        String identity = process.identity();
        confirmation.typed("Type " + identity + " to confirm: ", identity, otherwise);
      }
    }
    confirmation.typed("Type yes to apply: ", "yes", otherwise);
  }

  private static ApplySettings settings(
      Call call, LiveAccess access, Compilation compilation, LocalDate today) throws Failure {
    ApplySettings settings =
        ApplySettings.of(access.target(), access.url().toString(), today)
            .withKeepOld(call.args().has("--keep-old"))
            .withAllowInvalid(call.args().has("--allow-invalid"))
            .withAccepted(new LinkedHashSet<>(call.args().values("--accept-server-value")));
    var target = compilation.target();
    Scalar canary = target == null ? null : target.canary();
    return canary == null ? settings : settings.withCanary(canary.value());
  }

  static Evidence evidence(Call call, LedgerStore store, Compilation compilation) {
    List<String> approved = call.args().values("--approved");
    Evidence.Context context =
        new Evidence.Context(
            new Tool("procc", Version.PROCC),
            "",
            ChangeOrigin.of(call.env()),
            String.join(" ", approved),
            (int)
                compilation.diagnostics().stream()
                    .filter(d -> d.severity() == Severity.WARNING)
                    .count());
    return new Evidence(LiveAccess.evidence(store, compilation), context, call.env().clock());
  }

  static int finish(Call call, ApplyResult result) {
    int exit = result.exit();
    if (call.json()) {
      call.print(exit, result.toJson().without("formatVersion"));
    } else {
      call.print(ApplyShowing.text(result));
    }
    boolean changed = result.processes().stream().anyMatch(p -> p.changed());
    return exit == Exit.OK && changed && call.args().has("--detailed-exitcode")
        ? Exit.CHANGES
        : exit;
  }

  /// Tells a person how far it is.
  private record Progress(Call call) implements ApplyEvents {
    @Override
    public void begun(String identity, String action, int number, int of) {
      call.progress("[" + number + "/" + of + "] " + identity + ": " + action);
    }

    @Override
    public void step(String identity, String words) {
      call.progress(identity + ": " + words);
    }

    @Override
    public void waiting(String identity, Duration time, String why) {
      call.note(identity + ": waiting " + Math.max(1, time.toSeconds()) + " s, " + why);
    }

    @Override
    public void ended(dev.procc.live.apply.ProcessResult result) {
      call.progress("");
    }
  }
}
