package dev.procc.cli.frame;

import dev.procc.app.Failure;
import dev.procc.base.finding.Spelling;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A parser of command lines for the declared options.
///
/// It accepts `--name value`, `--name=value`, `-o FILE`, `-oFILE` and `-qv`; `--` ends the options;
/// `-` is an operand. Names have to be complete: an abbreviation that works today would break with
/// the next option.
public final class ArgsReader {
  private final List<Option> known;
  private final String context;
  private final Args args;

  /// @param known the options that are allowed
  /// @param where the name of the place in messages, `procc lint`
  /// @param args receives what is parsed
  public ArgsReader(List<Option> known, String where, Args args) {
    this.known = known;
    this.context = where;
    this.args = args;
  }

  /// Parses up to the first operand.
  ///
  /// @return the index of that operand, or the number of words if there is none
  public int readLeading(String[] words) throws Failure {
    int at = 0;
    while (at < words.length && words[at].startsWith("-") && words[at].length() > 1) {
      at = option(words, at);
    }
    return at;
  }

  /// Parses all words from an index on.
  public void readAll(String[] words, int from) throws Failure {
    int at = from;
    while (at < words.length) {
      String word = words[at];
      if (word.equals("--")) {
        for (int i = at + 1; i < words.length; i++) {
          addOperand(words[i]);
        }
        return;
      }
      if (word.startsWith("-") && word.length() > 1) {
        at = option(words, at);
      } else {
        addOperand(word);
        at++;
      }
    }
  }

  /// Adds an operand. An empty one is a variable of a script that is not set: it must not stand for
  /// everything.
  private void addOperand(String word) throws Failure {
    if (word.isEmpty()) {
      throw Failure.usage("an argument is empty", "leave it out, or give it a value");
    }
    args.addOperand(word);
  }

  private int option(String[] words, int at) throws Failure {
    String word = words[at];
    return word.startsWith("--") ? longOption(words, at) : shortOptions(words, at);
  }

  private int longOption(String[] words, int at) throws Failure {
    String word = words[at];
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    Option option = findByName(name);
    if (option == null) {
      throw unknownOption(name);
    }
    if (!option.takesValue()) {
      if (equals >= 0 && !option.choices().isEmpty()) {
        addValue(option, word.substring(equals + 1));
        return at + 1;
      }
      if (equals >= 0) {
        throw Failure.usage(name + " takes no value, \"" + word + "\" gives it one", null);
      }
      args.add(option.name(), "");
      return at + 1;
    }
    if (equals >= 0) {
      addValue(option, word.substring(equals + 1));
      return at + 1;
    }
    addValue(option, nextValue(option, name, words, at));
    return at + 2;
  }

  private int shortOptions(String[] words, int at) throws Failure {
    String word = words[at];
    for (int i = 1; i < word.length(); i++) {
      String letter = "-" + word.charAt(i);
      Option option = findByShortName(letter);
      if (option == null) {
        throw unknownOption(i == 1 ? word : letter);
      }
      if (!option.takesValue()) {
        args.add(option.name(), "");
      } else if (i + 1 < word.length()) {
        addValue(option, word.substring(i + 1));
        return at + 1;
      } else {
        addValue(option, nextValue(option, letter, words, at));
        return at + 2;
      }
    }
    return at + 1;
  }

  /// The word after an option. The name of another option is none, unless it stands behind `=`.
  private String nextValue(Option option, String given, String[] words, int at) throws Failure {
    if (at + 1 >= words.length || findByName(words[at + 1].split("=", 2)[0]) != null) {
      throw Failure.usage(given + " needs a value", given + " " + option.valueName());
    }
    return words[at + 1];
  }

  private void addValue(Option option, String value) throws Failure {
    if (value.isEmpty()) {
      throw Failure.usage(
          option.name() + " is given an empty value", "leave it out, or give it a value");
    }
    List<String> choices = option.choices();
    if (!choices.isEmpty() && !choices.contains(value)) {
      throw Failure.usage(
          "\"" + value + "\" is not a value of " + option.name(),
          Spelling.hint(value, choices).orElse(null));
    }
    args.add(option.name(), value);
  }

  private @Nullable Option findByName(String name) {
    for (Option option : known) {
      if (option.name().equals(name)) {
        return option;
      }
    }
    return null;
  }

  private @Nullable Option findByShortName(String letter) {
    for (Option option : known) {
      if (letter.equals(option.shortName())) {
        return option;
      }
    }
    return null;
  }

  /// The option here for one that people know from other tools; null if there is none.
  private static @Nullable String wordElsewhere(String name, List<String> known) {
    List<String> words =
        switch (name) {
          case "--auto-approve", "--force", "--assume-yes", "--no-confirm", "-y" ->
              List.of("--yes");
          case "--out" -> List.of("--save", "--output");
          case "--chdir", "--cwd", "--dir" -> List.of("--directory");
          case "--holiday", "--day-off", "--close" -> List.of("--add");
          case "--json" -> List.of("--format json");
          case "--var-files" -> List.of("--var-file");
          case "--date", "--today", "--now" -> List.of("--as-of");
          case "--env", "--environment", "--stage", "--workspace" -> List.of("--target");
          case "--no-color", "--no-colour" -> List.of("--color never");
          default -> List.of();
        };
    for (String word : words) {
      if (known.contains(word.split(" ", 2)[0])) {
        return word;
      }
    }
    return null;
  }

  private Failure unknownOption(String name) {
    List<String> names = new ArrayList<>();
    for (Option option : known) {
      names.add(option.name());
    }
    String other = wordElsewhere(name, names);
    if (other != null) {
      return Failure.usage("unknown option " + name, "procc calls it " + other);
    }
    String hint =
        Spelling.nearest(name, names)
            .map(near -> "did you mean " + near + "?")
            .orElse("see " + context + " --help");
    return Failure.usage("unknown option " + name, hint);
  }
}
