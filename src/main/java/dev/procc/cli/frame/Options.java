package dev.procc.cli.frame;

import java.util.ArrayList;
import java.util.List;

/// What a command can be given: its options, its formats, its operands.
///
/// ```java
/// Options.of(Option.flag("--fix", "repair what can be repaired safely"))
///     .formats("text", "json")
///     .operands("[FILE...]", 0, Integer.MAX_VALUE)
/// ```
///
/// @param options in the order to show
/// @param formats what `--format` takes, the default first; empty when the command has none
/// @param operands how the words that are no options are shown, `[FILE...]`
/// @param minOperands how many of them there must be
/// @param maxOperands how many of them there may be
/// @param operandKinds what they are, one after the other; more of them are what the last one is
public record Options(
    List<Option> options,
    List<String> formats,
    String operands,
    int minOperands,
    int maxOperands,
    List<ValueKind> operandKinds) {

  /// What every command takes, before its name or after it.
  public static final List<Option> GLOBAL =
      List.of(
          Option.value("--directory", "DIR", "run as if started in DIR").letter("-C"),
          Option.value("--config", "FILE", "the project file, instead of searching for procc.yaml")
              .environment("PROCC_CONFIG"),
          Option.value("--target", "NAME", "the target of the project file")
              .environment("PROCC_TARGET")
              .completes(ValueKind.TARGET),
          Option.choice("--color", List.of("auto", "always", "never"), "when to colour"),
          Option.value("--format", "NAME", "the form of the result"),
          Option.value("--output", "FILE", "write the result to FILE, whole or not at all")
              .letter("-o"),
          Option.flag("--quiet", "no notes on standard error").letter("-q"),
          Option.flag("--verbose", "more notes on standard error").letter("-v"),
          Option.flag("--help", "show this help").letter("-h"),
          Option.flag("--version", "show the version"));

  public Options {
    options = List.copyOf(options);
    formats = List.copyOf(formats);
    operandKinds = List.copyOf(operandKinds);
  }

  /// Options of its own, text only, no operands.
  public static Options of(Option... options) {
    return of(List.of(options));
  }

  public static Options of(List<Option> options) {
    return new Options(options, List.of(), "", 0, 0, List.of());
  }

  /// The same with the formats it can answer in, the default first.
  public Options formats(String... names) {
    return formats(List.of(names));
  }

  public Options formats(List<String> names) {
    return new Options(options, names, operands, minOperands, maxOperands, operandKinds);
  }

  /// The same with operands.
  public Options operands(String shown, int atLeast, int atMost) {
    return new Options(options, formats, shown, atLeast, atMost, operandKinds);
  }

  /// The same with operands of these kinds, one after the other.
  public Options completes(ValueKind... kinds) {
    return new Options(options, formats, operands, minOperands, maxOperands, List.of(kinds));
  }

  /// What the operand at an index is.
  public ValueKind operandKind(int index) {
    return operandKinds.isEmpty()
        ? ValueKind.FILE
        : operandKinds.get(Math.min(index, operandKinds.size() - 1));
  }

  /// Its own options and the global ones, its own first.
  public List<Option> all() {
    List<Option> all = new ArrayList<>(options);
    all.addAll(GLOBAL);
    return all;
  }
}
