package dev.procc.cli.lint;

import dev.procc.app.Failure;
import dev.procc.app.project.ProjectSession;
import dev.procc.base.finding.Finding;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.FindingsPrinter;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Options;
import dev.procc.cli.frame.ProjectArguments;
import dev.procc.cli.frame.ValueKind;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.expand.scope.ExpandCodes;
import dev.procc.view.values.VariablesText;
import java.util.ArrayList;
import java.util.List;

/// `procc vars`: every variable with its value, its type and where the value came from.
public final class VarsCommand extends Command {
  public VarsCommand() {
    super(CommandGroup.WRITE, "vars", "show variables: value, type, origin");
  }

  @Override
  public Options options() {
    return Options.of(ProjectArguments.VAR, ProjectArguments.VAR_FILE)
        .formats("text", "json")
        .operands(ProjectArguments.OPERANDS, 0, Integer.MAX_VALUE)
        .completes(ValueKind.PROCESS);
  }

  @Override
  public String details() {
    return """
    A value on the command line wins over the environment (PROCC_VAR_name), that over --var-file,
    that over the period, that over the target, that over the project, that over the default.

    Examples:
      procc vars close@2024-Q4
      procc vars --var threshold=20000 --format json
    """;
  }

  @Override
  public int run(Invocation invocation) throws Failure {
    Compilation compilation =
        ProjectSession.open(ProjectArguments.request(invocation)).compile(null);
    List<CompiledProcess> processes = compilation.processes();
    if (processes.isEmpty() && compilation.hasErrors()) {
      return FindingsPrinter.printErrors(invocation, compilation.findings());
    }
    if (processes.isEmpty()) {
      throw ProjectSession.noProcesses(compilation);
    }
    List<Finding> unfit = new ArrayList<>();
    for (Finding finding : compilation.findings()) {
      if (finding.code().equals(ExpandCodes.VALUE_TYPE)
          || finding.code().equals(ExpandCodes.MISSING_VARIABLE)) {
        unfit.add(finding);
      }
    }
    if (!unfit.isEmpty()) {
      return FindingsPrinter.printErrors(invocation, unfit);
    }
    if (invocation.isJson()) {
      invocation.print(ExitCode.OK, VariablesText.json(processes));
    } else {
      invocation.print(VariablesText.render(processes));
    }
    return ExitCode.OK;
  }
}
