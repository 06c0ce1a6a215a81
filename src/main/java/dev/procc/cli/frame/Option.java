package dev.procc.cli.frame;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One option of a command, as data: the reader of arguments, the help and the completion all look
/// at this.
///
/// @param name with its dashes: `--fail-on`
/// @param shortName a one-letter form, `-o`; null if there is none
/// @param environment the variable that stands in for it, `PROCC_TARGET`; null if there is none
/// @param summary one line, lower case, no stop
public record Option(
    String name,
    @Nullable String shortName,
    OptionValue value,
    @Nullable String environment,
    String summary) {

  private static Option of(String name, OptionValue value, String summary) {
    return new Option(name, null, value, null, summary);
  }

  /// A switch: there or not.
  public static Option flag(String name, String summary) {
    return flag(name, List.of(), summary);
  }

  /// A switch that may say more behind an equals sign.
  public static Option flag(String name, List<String> choices, String summary) {
    return of(name, new OptionValue(null, false, choices, ValueKind.FILE), summary);
  }

  /// An option with a value; given twice, the last one counts.
  public static Option value(String name, String label, String summary) {
    return of(name, new OptionValue(label, false, List.of(), ValueKind.FILE), summary);
  }

  /// An option with a value that may be given any number of times.
  public static Option values(String name, String label, String summary) {
    return of(name, new OptionValue(label, true, List.of(), ValueKind.FILE), summary);
  }

  /// An option whose value is one of a few words.
  public static Option choice(String name, List<String> choices, String summary) {
    return of(
        name, new OptionValue(String.join("|", choices), false, choices, ValueKind.FILE), summary);
  }

  /// The same with a one-letter form.
  public Option letter(String other) {
    return new Option(name, other, value, environment, summary);
  }

  /// The same with a variable of the environment that stands in for it.
  public Option environment(String other) {
    return new Option(name, shortName, value, other, summary);
  }

  /// The same with a value of that kind.
  public Option completes(ValueKind kind) {
    OptionValue other = new OptionValue(value.label(), value.repeatable(), value.choices(), kind);
    return new Option(name, shortName, other, environment, summary);
  }

  public boolean takesValue() {
    return value.label() != null;
  }

  /// What help calls the value; null for a switch.
  public @Nullable String valueName() {
    return value.label();
  }

  public boolean repeatable() {
    return value.repeatable();
  }

  /// The values it takes, in the order to show; empty if any will do.
  public List<String> choices() {
    return value.choices();
  }

  public ValueKind kind() {
    return value.kind();
  }
}
