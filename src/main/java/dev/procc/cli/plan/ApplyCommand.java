package dev.procc.cli.plan;

import dev.procc.app.Failure;
import dev.procc.app.connection.TargetConnection;
import dev.procc.app.connection.TargetDay;
import dev.procc.app.plan.ApplySession;
import dev.procc.app.plan.OverrideNames;
import dev.procc.app.plan.PlanApproval;
import dev.procc.app.plan.PlanRequest;
import dev.procc.app.plan.PlanService;
import dev.procc.app.plan.ReadDefinitions;
import dev.procc.app.project.ProjectRequest;
import dev.procc.app.project.ProjectSession;
import dev.procc.base.finding.Spelling;
import dev.procc.base.json.Json;
import dev.procc.cli.frame.Args;
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
import dev.procc.live.outcome.ApplyEvents;
import dev.procc.live.outcome.ApplyOptions;
import dev.procc.live.outcome.ApplyOptions.ApplyOption;
import dev.procc.live.outcome.ApplyResult;
import dev.procc.live.outcome.ApplySettings;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.model.catalog.Catalog;
import dev.procc.view.live.ApplyText;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `procc apply`: applies a plan, saved or made now.
public final class ApplyCommand extends Command {
  private static final String STOPPING =
      "Stopping: the call in flight ends, nothing more is written, and what is left is told";

  public ApplyCommand() {
    super(CommandGroup.LIVE, "apply", "carry out a plan");
  }

  @Override
  public Options options() {
    List<Option> all = new ArrayList<>();
    all.add(Option.flag("--yes", "do not ask"));
    all.add(
        Option.values(
            "--approved", "HASH", "carry out only what has this hash; repeat it for each process"));
    all.add(Option.flag("--resume", "go on with an apply that was not ended"));
    all.add(Option.flag("--keep-old", "leave a replaced process where it is"));
    all.add(Option.flag("--allow-invalid", "keep a new process that the server finds invalid"));
    all.add(
        Option.values(
            "--accept-server-value",
            "FIELD",
            "take the server's value of a field it rewrote, or of ADDRESS:FIELD alone"));
    all.add(Option.flag("--detailed-exitcode", "exit 2 when something was changed"));
    all.add(ProjectArguments.REASON);
    all.addAll(PlanArguments.OPTIONS);
    all.addAll(PlanPrinter.OPTIONS);
    return Options.of(all)
        .formats("text", "json")
        .operands("[PLAN | FILE|KEY|GLOB...]", 0, Integer.MAX_VALUE)
        .completes(ValueKind.PROCESS);
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
      procc apply --overwrite-live close@2024-Q4:dueDate --reason "agreed with the controller"
    """;
  }

  @Override
  public int run(Invocation invocation) throws Failure, IOException {
    Plan saved = savedPlan(invocation);
    PlanRequest request = PlanArguments.request(invocation.args());
    ProjectRequest project = PlanArguments.project(invocation);
    ProjectSession session =
        ProjectSession.open(saved == null ? project : project.withSelectors(List.of()));
    LocalDate today = TargetDay.of(session, invocation::note);
    Compilation compilation = session.compile(saved == null ? today : null);
    TargetConnection connection = TargetConnection.of(session, compilation, invocation::note);
    boolean resume = invocation.args().has("--resume");
    if (saved == null && !resume && compilation.hasErrors()) {
      return FindingsPrinter.printErrors(invocation, compilation.findings());
    }
    requireRead(compilation, saved, resume, invocation.operands());
    try (StopSignal stop = StopSignal.listen(invocation, STOPPING);
        ApplySession apply =
            ApplySession.open(
                session,
                connection,
                settings(invocation.args(), connection.applySettings(today))
                    .withGuards(PlanService.guards(session, compilation, request, today)),
                shown(invocation.args(), saved),
                host(invocation, stop))) {
      if (resume) {
        invocation.progress("looking where the last apply stands");
        return report(invocation, apply.resume(connection.target(), invocation.operands()));
      }
      if (saved != null) {
        checkSaved(request, saved, connection.version());
      }
      Plan plan =
          saved != null
              ? saved
              : new PlanService(session, compilation, connection, request, today, invocation::trace)
                  .planLive(apply.client(), apply.store());
      return carryOut(invocation, apply.apply(), plan, saved != null);
    }
  }

  /// Checks that the definitions can be read that may say something about what is applied.
  private static void requireRead(
      Compilation compilation, @Nullable Plan saved, boolean resume, List<String> operands)
      throws Failure {
    List<String> words = new ArrayList<>(resume ? operands : List.of());
    if (saved != null) {
      saved.processes().forEach(process -> words.add(process.identity()));
    }
    if (words.isEmpty()) {
      ReadDefinitions.require(compilation);
    } else {
      ReadDefinitions.require(compilation, words);
    }
  }

  /// The hashes that people saw: the approved ones, otherwise that of the saved plan.
  private static List<String> shown(Args args, @Nullable Plan saved) throws Failure {
    List<String> approved = PlanArguments.approved(args);
    return approved.isEmpty() && saved != null ? List.of(saved.planHash()) : approved;
  }

  /// Checks that a saved plan is of the API that is called, and that flags name processes of it.
  private static void checkSaved(PlanRequest request, Plan saved, String apiVersion)
      throws Failure {
    String planned = saved.header().apiVersion();
    if (!planned.equals(apiVersion)) {
      throw new Failure(
          Failure.Kind.STALE,
          "the plan was made for version " + planned + " of the API, not for " + apiVersion,
          "plan again: procc plan");
    }
    Set<String> replace = request.overrides().replace();
    if (!replace.isEmpty()) {
      throw Failure.usage(
          "--replace is for a plan that is made now, and a saved one is carried out as it is",
          "plan again: procc plan --replace " + String.join(" --replace ", replace));
    }
    List<String> processes = new ArrayList<>();
    saved.processes().forEach(process -> processes.add(process.identity()));
    OverrideNames.check(request.overrides(), processes);
  }

  private static ApplySettings settings(Args args, ApplySettings settings) throws Failure {
    for (String field : args.values("--accept-server-value")) {
      checkField(field);
    }
    return settings.withOptions(
        ApplyOptions.NONE
            .with(ApplyOption.KEEP_OLD, args.has("--keep-old"))
            .with(ApplyOption.ALLOW_INVALID, args.has("--allow-invalid"))
            .withAccepted(new LinkedHashSet<>(args.values("--accept-server-value"))));
  }

  /// @param given `FIELD`, or `ADDRESS:FIELD`
  private static void checkField(String given) throws Failure {
    String name = given.substring(given.lastIndexOf(':') + 1);
    Set<String> known = new LinkedHashSet<>();
    Catalog.definable().forEach(field -> known.add(field.name()));
    if (!known.contains(name)) {
      throw Failure.usage(
          "--accept-server-value \"" + name + "\" names no field",
          Spelling.hint(name, known).orElse("procc explain lists the fields of a kind"));
    }
  }

  static ApplySession.ApplyHost host(Invocation invocation, StopSignal stop) {
    return new ApplySession.ApplyHost(
        new ApplyProgress(invocation), stop::pause, stop::isRequested);
  }

  private static int carryOut(Invocation invocation, Apply apply, Plan plan, boolean saved)
      throws Failure, IOException {
    List<ProcessPlan> selected = approvedProcesses(invocation, plan);
    boolean approved = saved || !PlanArguments.approved(invocation.args()).isEmpty();
    if (!plan.hasActions() && !plan.isRefused()) {
      ApplyResult noted = saved ? apply.run(plan, selected) : apply.recordSettings(selected);
      if (noted.verdict().isFailure()) {
        return report(invocation, noted);
      }
      if (invocation.isJson()) {
        invocation.print(ExitCode.OK, new ApplyResult(List.of(), "", "").toJson());
      } else if (saved) {
        invocation.println("The saved plan changes nothing. What is live now: procc plan");
      } else {
        PlanPrinter.print(invocation, plan, null);
      }
      return ExitCode.OK;
    }
    if (!approved && !invocation.args().has("--yes")) {
      confirm(invocation, plan);
    }
    invocation.progress("looking whether anything changed since the plan");
    if (saved && plan.isRefused()) {
      invocation.note("a saved plan stays refused: once that is settled, plan again: procc plan");
    }
    return report(invocation, apply.run(plan, selected));
  }

  /// The saved plan, if the only operand is a plan file; otherwise null.
  private static @Nullable Plan savedPlan(Invocation invocation) throws Failure {
    if (invocation.operands().size() != 1) {
      return null;
    }
    String word = invocation.operands().getFirst();
    boolean plan = word.endsWith(".json") && Files.isRegularFile(invocation.resolve(word));
    if (word.endsWith(".json") && !plan) {
      throw Failure.error("no file \"" + word + "\"", "make one: procc plan --save " + word);
    }
    return plan ? ShowCommand.read(invocation, word) : null;
  }

  /// The processes whose hashes are approved; all processes if no approval is required.
  private static List<ProcessPlan> approvedProcesses(Invocation invocation, Plan plan)
      throws Failure {
    Set<String> hashes = new LinkedHashSet<>(PlanArguments.approved(invocation.args()));
    if (hashes.isEmpty()) {
      return plan.processes();
    }
    List<String> unapproved = PlanApproval.unapproved(plan, hashes);
    if (!unapproved.isEmpty()) {
      throw new Failure(
          Failure.Kind.STALE,
          "what would happen is not what was approved: " + String.join(", ", unapproved),
          PlanApproval.missingFlags(plan) + "look at it: procc plan; approve it again");
    }
    return PlanApproval.approvedProcesses(plan, hashes);
  }

  /// Shows the plan and asks for confirmation. A replacement or a move to the bin is confirmed by
  /// typing the key.
  private static void confirm(Invocation invocation, Plan plan) throws Failure, IOException {
    Confirmation confirmation =
        Confirmation.of(
            invocation,
            invocation.env().errIsTerminal() && invocation.env().outIsTerminal(),
            "the plan",
            "add --yes, or save the plan and apply it: procc plan --save FILE");
    Plan shown = PlanPrinter.withWays(invocation, plan);
    invocation.printNow(PlanPrinter.render(invocation, shown, null));
    String otherwise = "nothing was changed";
    for (ProcessPlan process : plan.processes()) {
      if (process.replaces() || process.trashes()) {
        String identity = process.identity();
        confirmation.requireTyped("Type " + identity + " to confirm: ", identity, otherwise);
      }
    }
    confirmation.requireTyped("Type yes to apply: ", "yes", otherwise);
  }

  static int report(Invocation invocation, ApplyResult result) {
    int exit = ExitCode.of(result.verdict());
    if (invocation.isJson()) {
      printJson(invocation, result);
    } else {
      invocation.print(ApplyText.render(result));
    }
    boolean changed = result.processes().stream().anyMatch(p -> p.changed());
    return exit == ExitCode.OK && changed && invocation.args().has("--detailed-exitcode")
        ? ExitCode.CHANGES
        : exit;
  }

  /// Prints the result as JSON.
  public static void printJson(Invocation invocation, ApplyResult result) {
    int exit = ExitCode.of(result.verdict());
    Json.Builder document = Json.object().put("exit", exit);
    result.toJson().members().forEach(document::put);
    invocation.print(exit, document.build());
  }

  /// The progress of an apply, for people.
  private record ApplyProgress(Invocation invocation) implements ApplyEvents {
    @Override
    public void processStarted(String identity, String action, int number, int of) {
      invocation.progress("[" + number + "/" + of + "] " + identity + ": " + action);
    }

    @Override
    public void step(String identity, String words) {
      invocation.progress(identity + ": " + words);
    }

    @Override
    public void waiting(String identity, Duration time, String why) {
      invocation.note(identity + ": waiting " + Math.max(1, time.toSeconds()) + " s, " + why);
    }

    @Override
    public void processEnded(dev.procc.live.outcome.ProcessResult result) {
      invocation.progress(result.identity() + ": " + result.conclusion().message());
    }
  }
}
