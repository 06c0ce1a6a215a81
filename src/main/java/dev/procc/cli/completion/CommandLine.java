package dev.procc.cli.completion;

import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.Options;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The command line before the cursor, parsed as far as possible, without errors.
final class CommandLine {
  private final List<Command> commands;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final List<String> operands = new ArrayList<>();
  private List<Option> known = Options.GLOBAL;
  private String commandWords = "";
  private @Nullable Command command;
  private @Nullable Option waiting;
  private boolean onlyOperands;

  private CommandLine(List<Command> commands) {
    this.commands = commands;
  }

  static CommandLine read(List<Command> commands, List<String> words) {
    CommandLine line = new CommandLine(commands);
    words.forEach(line::addWord);
    return line;
  }

  private void addWord(String word) {
    if (waiting != null) {
      values.put(waiting.name(), word);
      waiting = null;
    } else if (word.equals("--")) {
      onlyOperands = true;
    } else if (!onlyOperands && word.length() > 1 && word.charAt(0) == '-') {
      addOption(word);
    } else if (command == null) {
      addCommandWord(word);
    } else {
      operands.add(word);
    }
  }

  private void addOption(String word) {
    if (!word.startsWith("--")) {
      addLetters(word);
      return;
    }
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    for (Option option : known) {
      if (option.name().equals(name)) {
        if (equals < 0 && option.takesValue()) {
          waiting = option;
        } else {
          values.put(option.name(), equals < 0 ? "" : word.substring(equals + 1));
        }
      }
    }
  }

  /// Adds options of one letter, `-qC DIR`, `-CDIR`.
  private void addLetters(String word) {
    for (int i = 1; i < word.length(); i++) {
      String letter = "-" + word.charAt(i);
      for (Option option : known) {
        if (letter.equals(option.shortName()) && option.takesValue()) {
          if (i + 1 == word.length()) {
            waiting = option;
          } else {
            values.put(option.name(), word.substring(i + 1));
          }
          return;
        }
        if (letter.equals(option.shortName())) {
          values.put(option.name(), "");
        }
      }
    }
  }

  private void addCommandWord(String word) {
    commandWords = commandWords.isEmpty() ? word : commandWords + " " + word;
    for (Command each : commands) {
      if (each.name().equals(commandWords)) {
        command = each;
        known = each.options().all();
      }
    }
  }

  /// The command; null if it has not been named yet.
  @Nullable Command command() {
    return command;
  }

  /// The typed words of the command's name; empty if there are none.
  String commandWords() {
    return commandWords;
  }

  /// The options that are possible here.
  List<Option> options() {
    return known;
  }

  /// The option whose value is expected next; null if there is none.
  @Nullable Option waiting() {
    return waiting;
  }

  boolean takesOptions() {
    return !onlyOperands;
  }

  boolean has(Option option) {
    return values.containsKey(option.name());
  }

  /// The value of an option; null if it is not given.
  @Nullable String value(String option) {
    return values.get(option);
  }

  int operandCount() {
    return operands.size();
  }

  /// The operand before the cursor; empty if there is none.
  String lastOperand() {
    return operands.isEmpty() ? "" : operands.getLast();
  }
}
