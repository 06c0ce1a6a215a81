package dev.procc.cli.live;

import dev.procc.app.Failure;
import dev.procc.app.live.LiveSession;
import dev.procc.app.plan.DesiredProcesses;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.Options;
import dev.procc.cli.frame.ProjectArguments;
import dev.procc.cli.frame.ValueKind;
import dev.procc.cli.plan.ApplyCommand;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ApplyResult;
import dev.procc.live.outcome.ProcessResult;
import dev.procc.live.recover.ProcessAdoption;
import java.util.List;

/// `procc adopt`: binds a key to a process that lives already.
public final class AdoptCommand extends Command {
  public AdoptCommand() {
    super(CommandGroup.LIVE, "adopt", "bind a definition to a process that is live already");
  }

  @Override
  public Options options() {
    return Options.of(
            Option.flag(
                "--instead", "take it although the key has a live one, which goes into the bin"),
            ProjectArguments.AS_OF)
        .formats("text", "json")
        .operands("KEY ID", 2, 2)
        .completes(ValueKind.PROCESS);
  }

  @Override
  public String details() {
    return """
    Nothing is written to Workiva: the ledger notes the id, and which live node is which node of the
    definition. Where the two differ the next plan says so. With --instead the process the key has
    goes into the bin.

    Examples:
      procc adopt close@2024-Q4 e7b9920095e342889190b4d7eaeca6fa
    """;
  }

  @Override
  public int run(Invocation invocation) throws Failure {
    try (LiveSession session =
        LiveSession.open(ProjectArguments.request(invocation, List.of()), invocation::note)) {
      String identity = session.resolveIdentity(invocation.firstOperand());
      CompiledProcess compiled = session.requireProcess(identity);
      String id = invocation.operands().getLast();
      ProcessAdoption adoption = session.adoption(DesiredProcesses.of(compiled), id);
      ProcessResult adopted =
          invocation.args().has("--instead") ? adoption.adoptInstead(id) : adoption.adopt(id);
      ApplyResult all = new ApplyResult(List.of(adopted), "", "");
      if (invocation.isJson()) {
        ApplyCommand.printJson(invocation, all);
      } else {
        invocation.println(adopted.message());
        adopted.details().warnings().forEach(invocation::note);
        invocation.println(adopted.help());
      }
      return ExitCode.of(all.verdict());
    } catch (ApplyException halt) {
      throw LiveSession.failure(halt);
    }
  }
}
