package dev.procc.cli.command;

import dev.procc.base.diagnostic.Spelling;
import dev.procc.cli.Call;
import dev.procc.cli.Command;
import dev.procc.cli.Exit;
import dev.procc.cli.Failure;
import dev.procc.cli.Group;
import dev.procc.cli.Options;
import dev.procc.cli.Usage;
import java.util.ArrayList;
import java.util.List;

/// `procc help [COMMAND]`.
final class HelpCommand implements Command {
  @Override
  public String name() {
    return "help";
  }

  @Override
  public String summary() {
    return "show the commands, or the options of one";
  }

  @Override
  public Group group() {
    return Group.TOOLS;
  }

  @Override
  public Options options() {
    return Options.of().operands("[COMMAND]", 0, 2);
  }

  @Override
  public int run(Call call) throws Failure {
    String name = String.join(" ", call.operands());
    if (name.isEmpty()) {
      call.print(Usage.overview(Commands.all()));
      return Exit.OK;
    }
    Command command = Commands.find(name);
    if (command != null) {
      call.print(Usage.of(command));
      return Exit.OK;
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
    call.print(Usage.family(family));
    return Exit.OK;
  }
}
