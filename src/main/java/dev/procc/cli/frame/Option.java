package dev.procc.cli.frame;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One option of a command, as data: the reader of arguments, the help and the completion scripts
/// all look at this.
///
/// @param name with its dashes: `--fail-on`
/// @param shortName a one-letter form, `-o`
/// @param valueName what the value is, `FILE`; absent for a switch, which may still take one of its
///   choices behind an equals sign: `--fix`, `--fix=unsafe`
/// @param repeatable whether it may be given more than once, each time adding a value
/// @param choices the values it takes, in the order to show; empty when any will do
/// @param environment the variable that stands in for it, `PROCC_TARGET`
/// @param summary one line, lower case, no stop
public record Option(
    String name,
    @Nullable String shortName,
    @Nullable String valueName,
    boolean repeatable,
    List<String> choices,
    @Nullable String environment,
    String summary) {

  public Option {
    choices = List.copyOf(choices);
  }

  /// A switch: there or not.
  public static Option flag(String name, String summary) {
    return new Option(name, null, null, false, List.of(), null, summary);
  }

  /// An option with a value; given twice, the last one counts.
  public static Option value(String name, String label, String summary) {
    return new Option(name, null, label, false, List.of(), null, summary);
  }

  /// An option with a value that may be given any number of times.
  public static Option values(String name, String label, String summary) {
    return new Option(name, null, label, true, List.of(), null, summary);
  }

  /// An option whose value is one of a few words.
  public static Option choice(String name, List<String> choices, String summary) {
    return new Option(name, null, String.join("|", choices), false, choices, null, summary);
  }

  /// A switch that may say more behind an equals sign.
  public static Option flag(String name, List<String> choices, String summary) {
    return new Option(name, null, null, false, choices, null, summary);
  }

  /// The same with a one-letter form.
  public Option letter(String other) {
    return new Option(name, other, valueName, repeatable, choices, environment, summary);
  }

  /// The same with a variable of the environment that stands in for it.
  public Option environment(String other) {
    return new Option(name, shortName, valueName, repeatable, choices, other, summary);
  }

  public boolean takesValue() {
    return valueName != null;
  }
}
