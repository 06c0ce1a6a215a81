package dev.procc.cli.command;

import dev.procc.cli.Command;
import dev.procc.cli.Option;
import dev.procc.cli.Options;
import java.util.List;

/// The completion script for fish.
final class FishCompletion {
  private FishCompletion() {}

  static String script(List<Command> commands) {
    StringBuilder out = new StringBuilder();
    out.append("# fish completion for procc: ");
    out.append("procc completion fish > ~/.config/fish/completions/procc.fish\n");
    for (Command command : commands) {
      if (command.name().indexOf(' ') < 0) {
        out.append("complete -c procc -f -n __fish_use_subcommand -a ").append(command.name());
        out.append(" -d ").append(quoted(command.summary())).append('\n');
      }
    }
    for (String first : Words.first(commands)) {
      List<String> seconds = Words.second(commands, first);
      if (!seconds.isEmpty()) {
        out.append("complete -c procc -f -n __fish_use_subcommand -a ").append(first).append('\n');
        out.append("complete -c procc -f -n '__fish_seen_subcommand_from ").append(first);
        out.append("' -a ").append(quoted(String.join(" ", seconds))).append('\n');
      }
    }
    for (Option option : Options.GLOBAL) {
      if (!option.name().equals("--format")) {
        option(out, "", option);
      }
    }
    for (Command command : commands) {
      command(out, command, commands);
    }
    return out.toString();
  }

  private static void command(StringBuilder out, Command command, List<Command> commands) {
    String seen = "-n '__fish_seen_subcommand_from " + lastWord(command.name()) + "' ";
    for (Option option : Words.options(command)) {
      if (!Options.GLOBAL.contains(option)) {
        option(out, seen, option);
      }
    }
    List<String> operands = Words.operands(command, commands);
    if (!operands.isEmpty()) {
      out.append("complete -c procc ").append(seen).append("-f -a ");
      out.append(quoted(String.join(" ", operands))).append('\n');
    }
  }

  private static void option(StringBuilder out, String seen, Option option) {
    out.append("complete -c procc ").append(seen).append("-l ").append(option.name().substring(2));
    if (option.letter() != null) {
      out.append(" -s ").append(option.letter().substring(1));
    }
    if (option.takesValue() && !option.choices().isEmpty()) {
      out.append(" -x -a ").append(quoted(String.join(" ", option.choices())));
    } else if (option.takesValue()) {
      out.append(" -r");
    }
    out.append(" -d ").append(quoted(option.summary())).append('\n');
  }

  private static String lastWord(String name) {
    return name.substring(name.lastIndexOf(' ') + 1);
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
