package dev.procc.cli.completion;

import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.Options;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What completion scripts need to know of commands, whatever the shell.
final class CompletionModel {
  private CompletionModel() {}

  /// The first words of all commands, each once.
  static List<String> firstWords(List<Command> commands) {
    Set<String> words = new LinkedHashSet<>();
    for (Command command : commands) {
      int blank = command.name().indexOf(' ');
      words.add(blank < 0 ? command.name() : command.name().substring(0, blank));
    }
    return List.copyOf(words);
  }

  /// The second words of a family; none for a plain command.
  static List<String> secondWords(List<Command> commands, String first) {
    List<String> words = new ArrayList<>();
    for (Command command : commands) {
      if (command.name().startsWith(first + " ")) {
        words.add(command.name().substring(first.length() + 1));
      }
    }
    return words;
  }

  /// Every option of a command, the global ones too, with the formats as choices.
  static List<Option> options(Command command) {
    Options options = command.options();
    List<Option> all = new ArrayList<>(options.options());
    for (Option option : Options.GLOBAL) {
      if (!option.name().equals("--format")) {
        all.add(option);
      } else if (!options.formats().isEmpty()) {
        all.add(Option.choice("--format", options.formats(), option.summary()));
      }
    }
    return all;
  }

  /// The words of a command that is given words, such as `bash|zsh|fish`; empty for files.
  static List<String> operands(Command command, List<Command> commands) {
    String shown = command.options().operands();
    if (command.name().equals("help")) {
      return firstWords(commands);
    }
    return shown.indexOf('|') < 0 || shown.indexOf('[') >= 0
        ? List.of()
        : List.of(shown.split("\\|", -1));
  }
}
