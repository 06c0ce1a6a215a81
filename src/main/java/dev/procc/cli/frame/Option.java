package dev.procc.cli.frame;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An option of a command, as data for the parser of arguments, help and completion.
///
/// @param name with its dashes: `--fail-on`
/// @param shortName a one-letter form, `-o`; null if there is none
/// @param environment the variable that is used if it is not given, `PROCC_TARGET`; null if there
///   is none
/// @param summary one line in lower case, without a full stop
public record Option(
    String name,
    @Nullable String shortName,
    OptionValue value,
    @Nullable String environment,
    String summary) {

  private static Option of(String name, OptionValue value, String summary) {
    return new Option(name, null, value, null, summary);
  }

  /// A switch.
  public static Option flag(String name, String summary) {
    return flag(name, List.of(), summary);
  }

  /// A switch that takes an optional value after an equals sign.
  public static Option flag(String name, List<String> choices, String summary) {
    return of(name, new OptionValue(null, false, choices, ValueKind.FILE), summary);
  }

  /// An option with a value; if it is given several times, the last one counts.
  public static Option value(String name, String label, String summary) {
    return of(name, new OptionValue(label, false, List.of(), ValueKind.FILE), summary);
  }

  /// An option with a value that can be given any number of times.
  public static Option values(String name, String label, String summary) {
    return of(name, new OptionValue(label, true, List.of(), ValueKind.FILE), summary);
  }

  /// An option whose value is one of several words.
  public static Option choice(String name, List<String> choices, String summary) {
    return of(
        name, new OptionValue(String.join("|", choices), false, choices, ValueKind.FILE), summary);
  }

  /// A copy with a one-letter form.
  public Option letter(String other) {
    return new Option(name, other, value, environment, summary);
  }

  /// A copy with a variable that is used if it is not given.
  public Option environment(String other) {
    return new Option(name, shortName, value, other, summary);
  }

  /// A copy with a kind of value.
  public Option completes(ValueKind kind) {
    OptionValue other = new OptionValue(value.label(), value.repeatable(), value.choices(), kind);
    return new Option(name, shortName, other, environment, summary);
  }

  public boolean takesValue() {
    return value.label() != null;
  }

  /// The name of the value in help; null for a switch.
  public @Nullable String valueName() {
    return value.label();
  }

  public boolean repeatable() {
    return value.repeatable();
  }

  /// The possible values, in the order to show; empty if any is.
  public List<String> choices() {
    return value.choices();
  }

  public ValueKind kind() {
    return value.kind();
  }
}
