package dev.procc.cli.tools;

import dev.procc.app.Failure;
import dev.procc.app.Version;
import dev.procc.app.project.ProjectRequest.EmptyProject;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Options;
import dev.procc.cli.frame.ProjectArguments;
import dev.procc.ide.Workspace;
import dev.procc.lsp.LspMain;
import java.util.List;

/// `procc lsp`: runs the language server on standard input and output.
public final class LspCommand extends Command {
  public LspCommand() {
    super(CommandGroup.WRITE, "lsp", "serve an editor: findings, hovers, completion, renames");
  }

  @Override
  public Options options() {
    return Options.of(ProjectArguments.AS_OF, ProjectArguments.VAR, ProjectArguments.VAR_FILE);
  }

  @Override
  public String details() {
    return """
    It speaks the language server protocol on standard input and output; editors start it. What it
    finds is what procc lint finds, in texts that are not saved yet too. Nothing is sent anywhere.
    It ends with its editor, and takes up to 1 GiB of memory; PROCC_JAVA_OPTS=-Xmx4g gives more.

    Examples:
      procc lsp
      procc lsp --target local --as-of 2024-12-31
    """;
  }

  @Override
  public int run(Invocation invocation) throws Failure {
    invocation.endWork();
    Workspace workspace =
        new Workspace(
            ProjectArguments.request(invocation, List.of()).withEmptyProject(EmptyProject.ALLOWED));
    try {
      boolean left =
          LspMain.serve(workspace, Version.PROCC, invocation.env().in(), invocation.env().out());
      return left ? ExitCode.OK : ExitCode.ERROR;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.INTERRUPTED;
    }
  }
}
