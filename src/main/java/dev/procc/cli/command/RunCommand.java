package dev.procc.cli.command;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.json.Json;
import dev.procc.cli.Call;
import dev.procc.cli.Command;
import dev.procc.cli.Exit;
import dev.procc.cli.Failure;
import dev.procc.cli.Group;
import dev.procc.cli.Option;
import dev.procc.cli.Options;
import dev.procc.cli.Version;
import dev.procc.live.apply.Halt;
import dev.procc.live.apply.ServerFinding;
import dev.procc.view.report.DiagnosticText;
import dev.procc.view.report.Emitters;
import dev.procc.view.report.Findings;
import dev.procc.view.report.Style;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// `procc run`: starts a run after the checks that the server would make.
final class RunCommand implements Command {
  @Override
  public String name() {
    return "run";
  }

  @Override
  public String summary() {
    return "start a run of a process";
  }

  @Override
  public Group group() {
    return Group.WATCH;
  }

  @Override
  public Options options() {
    return Options.of(
            Option.flag("--yes", "do not ask"),
            Option.flag("--no-complete-mail", "send no mail when the run ends"),
            Definitions.AS_OF)
        .formats("text", "json")
        .operands("[KEY]", 0, 1);
  }

  @Override
  public String details() {
    return """
    Starting sends tasks to people: it asks first, or takes --yes. The process is validated before;
    with errors, or while a run is active, nothing is started. The call is never repeated: when its
    answer is lost, the list of the workspace says whether a run has begun.

    Example:
      procc run close@2024-Q4
    """;
  }

  @Override
  public int run(Call call) throws Failure, IOException {
    try (LiveSession session = LiveSession.open(call)) {
      String identity = session.identity();
      if (!call.args().has("--yes")) {
        confirm(call, identity, session.target());
      }
      try {
        String run = session.runs().start(identity, !call.args().has("--no-complete-mail"));
        if (call.json()) {
          call.print(Exit.OK, Json.object().put("identity", identity).put("run", run).build());
        } else {
          call.println(identity + " is running: run " + run);
          call.println("Next: procc status " + identity);
        }
        return Exit.OK;
      } catch (Halt halt) {
        return stopped(call, session, identity, halt);
      }
    }
  }

  private static int stopped(Call call, LiveSession session, String identity, Halt halt)
      throws Failure {
    if (halt.findings().isEmpty()) {
      throw LiveSession.failure(halt);
    }
    List<Diagnostic> found = new ArrayList<>();
    for (ServerFinding finding : halt.findings()) {
      found.add(ValidateCommand.diagnostic(finding, session.compiled(identity)));
    }
    Findings findings = Findings.of(call.command(), Version.PROCC, Exit.FINDINGS, found);
    if (call.json()) {
      var json = Emitters.find("json");
      if (json != null) {
        call.print(json.emit(findings, Style.PLAIN));
      }
    } else {
      call.env().err().print(new DiagnosticText().emit(findings, Style.of(call.colour())));
      call.env().err().flush();
    }
    return Exit.FINDINGS;
  }

  private static void confirm(Call call, String identity, String target)
      throws Failure, IOException {
    Confirmation.of(call, call.env().errTerminal(), "the start of " + identity, "add --yes")
        .typed(
            "Start " + identity + " on target " + target + "? Tasks go to people. Type yes: ",
            "yes",
            "nothing was started");
  }
}
