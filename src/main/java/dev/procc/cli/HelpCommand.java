package dev.procc.cli;

import dev.procc.app.Failure;
import dev.procc.base.finding.Spelling;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Options;
import dev.procc.cli.frame.Usage;
import dev.procc.cli.frame.ValueKind;
import java.util.ArrayList;
import java.util.List;

/// `procc help [COMMAND]`.
final class HelpCommand extends Command {
  HelpCommand() {
    super(CommandGroup.TOOLS, "help", "show the commands, or the options of one");
  }

  @Override
  public Options options() {
    return Options.of().operands("[COMMAND]", 0, 2).completes(ValueKind.COMMAND);
  }

  @Override
  public String details() {
    return """
    Examples:
      procc help
      procc help plan
      procc help state
    """;
  }

  @Override
  public int run(Invocation invocation) throws Failure {
    String name = String.join(" ", invocation.operands());
    if (name.isEmpty()) {
      invocation.printLines(Usage.overview(Commands.all()));
      return ExitCode.OK;
    }
    Command command = Commands.find(name);
    if (command != null) {
      invocation.printLines(Usage.command(command));
      return ExitCode.OK;
    }
    List<Command> family = Commands.family(name);
    if (family.isEmpty()) {
      List<String> names = new ArrayList<>();
      Commands.all().forEach(each -> names.add(each.name()));
      String hint =
          Spelling.nearest(name, names)
              .map(n -> "did you mean \"" + n + "\"?")
              .orElse("see procc help");
      throw Failure.usage("unknown command \"" + name + "\"", hint);
    }
    invocation.printLines(Usage.family(family));
    return ExitCode.OK;
  }
}
