package dev.procc.cli.live;

import dev.procc.app.Failure;
import dev.procc.app.live.LiveSession;
import dev.procc.app.project.ProjectRequest.EmptyProject;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Options;
import dev.procc.cli.frame.ProjectArguments;
import dev.procc.live.apply.WorkspaceProcesses;
import dev.procc.live.apply.WorkspaceProcesses.ListedProcess;
import dev.procc.live.outcome.ApplyException;
import dev.procc.view.live.ProcessListText;
import java.util.List;

/// `procc list`: lists the processes of the workspace and which definitions they belong to.
public final class ListCommand extends Command {
  public ListCommand() {
    super(CommandGroup.WATCH, "list", "list the processes of the workspace");
  }

  @Override
  public Options options() {
    return Options.of().formats("text", "json").operands("", 0, 0);
  }

  @Override
  public String details() {
    return """
    Each process of the workspace with its id, its name, and its key where the ledger knows it. No
    definition is needed: procc import takes the ids.

    Examples:
      procc list
      procc list --target prod --format json
    """;
  }

  @Override
  public int run(Invocation invocation) throws Failure {
    try (LiveSession session =
        LiveSession.open(
            ProjectArguments.request(invocation, List.of()).withEmptyProject(EmptyProject.ALLOWED),
            invocation::note)) {
      List<ListedProcess> processes = WorkspaceProcesses.list(session.applyContext());
      if (invocation.isJson()) {
        invocation.print(ExitCode.OK, ProcessListText.json(processes));
      } else {
        invocation.print(ProcessListText.render(processes, session.target()));
      }
      return ExitCode.OK;
    } catch (ApplyException halt) {
      throw LiveSession.failure(halt);
    }
  }
}
