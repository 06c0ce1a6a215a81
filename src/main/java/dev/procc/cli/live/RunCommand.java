package dev.procc.cli.live;

import dev.procc.app.Failure;
import dev.procc.app.live.LiveSession;
import dev.procc.app.live.ServerValidation;
import dev.procc.base.finding.Finding;
import dev.procc.base.json.Json;
import dev.procc.base.text.ShellWord;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.Confirmation;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.FindingsPrinter;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.Options;
import dev.procc.cli.frame.ProjectArguments;
import dev.procc.cli.frame.ValueKind;
import dev.procc.live.apply.ProcessRuns.StartOption;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ServerFinding;
import dev.procc.live.wire.RunSummary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// `procc run`: starts a run, after the checks that the server would make.
public final class RunCommand extends Command {
  public RunCommand() {
    super(CommandGroup.WATCH, "run", "start a run of a process");
  }

  @Override
  public Options options() {
    return Options.of(
            Option.flag("--yes", "do not ask"),
            Option.flag("--again", "start it although a run has already ended"),
            Option.flag("--no-complete-mail", "send no mail when the run ends"),
            ProjectArguments.AS_OF)
        .formats("text", "json")
        .operands("[KEY]", 0, 1)
        .completes(ValueKind.PROCESS);
  }

  @Override
  public String details() {
    return """
    Starting sends tasks to people: it asks first, or takes --yes. The process is validated before;
    with errors, or while a run is active, nothing is started. The call is never repeated: when its
    response is lost, the list of the workspace says whether a run has begun. Where a run has ended,
    it asks for the key, or takes --again: all tasks go to people once more.

    Examples:
      procc run close@2024-Q4
    """;
  }

  @Override
  public int run(Invocation invocation) throws Failure, IOException {
    try (LiveSession session =
        LiveSession.open(ProjectArguments.request(invocation, List.of()), invocation::note)) {
      String identity = session.resolveIdentity(invocation.firstOperand());
      Set<StartOption> options = options(invocation);
      if (session.hasUnappliedChanges(identity)) {
        invocation.note(
            identity
                + ": the definition changed since the last apply, and the run gets what is in"
                + " Workiva; whether they differ: procc plan "
                + ShellWord.quoted(identity)
                + invocation.sameProject());
      }
      try {
        if (!invocation.args().has("--yes")) {
          confirm(invocation, session, identity, options);
        }
        String run = session.start(identity, options);
        if (invocation.isJson()) {
          invocation.print(
              ExitCode.OK, Json.object().put("identity", identity).put("run", run).build());
        } else {
          invocation.println(identity + " is running: run " + run);
          invocation.println(
              "Next: procc status " + ShellWord.quoted(identity) + invocation.sameProject());
        }
        return ExitCode.OK;
      } catch (ApplyException halt) {
        return reportStopped(invocation, session, identity, halt);
      }
    }
  }

  private static int reportStopped(
      Invocation invocation, LiveSession session, String identity, ApplyException halt)
      throws Failure {
    if (halt.findings().isEmpty()) {
      throw LiveSession.failure(halt);
    }
    List<Finding> found = new ArrayList<>();
    for (ServerFinding finding : halt.findings()) {
      found.add(ServerValidation.finding(finding, session.compiledProcess(identity)));
    }
    return FindingsPrinter.print(invocation, found);
  }

  private static Set<StartOption> options(Invocation invocation) {
    Set<StartOption> options = EnumSet.noneOf(StartOption.class);
    if (!invocation.args().has("--no-complete-mail")) {
      options.add(StartOption.COMPLETION_MAIL);
    }
    if (invocation.args().has("--again")) {
      options.add(StartOption.AGAIN);
    }
    return options;
  }

  /// Asks for confirmation; if an earlier run has ended, by the key, since it starts again.
  private static void confirm(
      Invocation invocation, LiveSession session, String identity, Set<StartOption> options)
      throws Failure, IOException, ApplyException {
    Confirmation confirmation =
        Confirmation.of(
            invocation, invocation.env().errIsTerminal(), "the start of " + identity, "add --yes");
    String start = "Start " + identity + " on target " + session.target();
    RunSummary ended = session.runs().endedRun(identity).orElse(null);
    if (ended == null) {
      confirmation.requireTyped(
          start + "? Tasks go to people. Type yes: ", "yes", "nothing was started");
      return;
    }
    confirmation.requireTyped(
        start
            + " again? Its run "
            + ended.id()
            + " has "
            + ended.endText(session.zone())
            + "; all tasks go to people once more. Type "
            + identity
            + ": ",
        identity,
        "nothing was started");
    options.add(StartOption.AGAIN);
  }
}
