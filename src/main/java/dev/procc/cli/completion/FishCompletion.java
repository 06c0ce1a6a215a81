package dev.procc.cli.completion;

import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.Options;
import java.util.List;

/// The completion script for fish.
public final class FishCompletion {
  private FishCompletion() {}

  public static String script(List<Command> commands) {
    StringBuilder out = new StringBuilder();
    out.append("# fish completion for procc: ");
    out.append("procc completion fish > ~/.config/fish/completions/procc.fish\n");
    for (Command command : commands) {
      if (command.name().indexOf(' ') < 0) {
        out.append("complete -c procc -f -n __fish_use_subcommand -a ").append(command.name());
        out.append(" -d ").append(quoted(command.summary())).append('\n');
      }
    }
    for (String first : CompletionModel.firstWords(commands)) {
      List<String> seconds = CompletionModel.secondWords(commands, first);
      if (!seconds.isEmpty()) {
        out.append("complete -c procc -f -n __fish_use_subcommand -a ").append(first).append('\n');
        out.append("complete -c procc -f -n '__fish_seen_subcommand_from ").append(first);
        out.append("' -a ").append(quoted(String.join(" ", seconds))).append('\n');
      }
    }
    for (Option option : Options.GLOBAL) {
      if (!option.name().equals("--format")) {
        appendOption(out, "", option);
      }
    }
    for (Command command : commands) {
      appendCommand(out, command, commands);
    }
    return out.toString();
  }

  private static void appendCommand(StringBuilder out, Command command, List<Command> commands) {
    String seen = "-n '__fish_seen_subcommand_from " + lastWord(command.name()) + "' ";
    for (Option option : CompletionModel.options(command)) {
      if (!Options.GLOBAL.contains(option)) {
        appendOption(out, seen, option);
      }
    }
    List<String> operands = CompletionModel.operands(command, commands);
    if (!operands.isEmpty()) {
      out.append("complete -c procc ").append(seen).append("-f -a ");
      out.append(quoted(String.join(" ", operands))).append('\n');
    }
  }

  private static void appendOption(StringBuilder out, String seen, Option option) {
    out.append("complete -c procc ").append(seen).append("-l ").append(option.name().substring(2));
    if (option.shortName() != null) {
      out.append(" -s ").append(option.shortName().substring(1));
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
