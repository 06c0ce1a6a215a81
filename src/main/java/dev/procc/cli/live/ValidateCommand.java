package dev.procc.cli.live;

import dev.procc.app.Failure;
import dev.procc.app.Version;
import dev.procc.app.live.LiveSession;
import dev.procc.app.live.ServerValidation;
import dev.procc.base.finding.Finding;
import dev.procc.base.json.Json;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Options;
import dev.procc.cli.frame.ProjectArguments;
import dev.procc.cli.frame.ValueKind;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ServerFinding;
import dev.procc.view.findings.Emitter;
import dev.procc.view.findings.Emitters;
import dev.procc.view.findings.FindingsReport;
import dev.procc.view.text.Style;
import java.util.ArrayList;
import java.util.List;

/// `procc validate`: runs the server's own validation, and shows each error at its line.
public final class ValidateCommand extends Command {
  public ValidateCommand() {
    super(CommandGroup.LIVE, "validate", "ask the server what is wrong with the live process");
  }

  @Override
  public Options options() {
    return Options.of(ProjectArguments.AS_OF)
        .formats(Emitters.NAMES)
        .operands("[KEY]", 0, 1)
        .completes(ValueKind.PROCESS);
  }

  @Override
  public String details() {
    return """
    The live process is validated as it stands, not the definition: apply first. Each error is
    shown at the line that made the value. Exit 3 when there are errors.

    Examples:
      procc validate close@2024-Q4
    """;
  }

  @Override
  public int run(Invocation invocation) throws Failure {
    try (LiveSession session =
        LiveSession.open(ProjectArguments.request(invocation, List.of()), invocation::note)) {
      String identity = session.resolveIdentity(invocation.firstOperand());
      List<Finding> found = new ArrayList<>();
      for (ServerFinding finding : session.runs().validate(identity)) {
        found.add(ServerValidation.finding(finding, session.compiledProcess(identity)));
      }
      int exit = found.isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
      FindingsReport findings =
          FindingsReport.of(invocation.command(), Version.PROCC, exit, found)
              .withScope(
                  identity + " on target " + session.target(),
                  Json.object().put("identity", identity).put("target", session.target()).build());
      Emitter emitter = Emitters.find(invocation.format());
      if (emitter != null) {
        invocation.print(emitter.emit(findings, Style.of(invocation.usesColour())));
      }
      return exit;
    } catch (ApplyException halt) {
      throw LiveSession.failure(halt);
    }
  }
}
