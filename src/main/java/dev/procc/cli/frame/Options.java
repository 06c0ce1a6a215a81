package dev.procc.cli.frame;

import java.util.ArrayList;
import java.util.List;

/// The options, formats and operands of a command.
///
/// ```java
/// Options.of(Option.flag("--fix", "repair what can be repaired safely"))
///     .formats("text", "json")
///     .operands("[FILE...]", 0, Integer.MAX_VALUE)
/// ```
///
/// @param options in the order to show
/// @param formats the values of `--format`, the default first; empty if the command has none
/// @param operands how help shows them, `[FILE...]`
/// @param minOperands their lowest number
/// @param maxOperands their highest number
/// @param operandKinds the kind of each operand; any further operand is of the last kind
public record Options(
    List<Option> options,
    List<String> formats,
    String operands,
    int minOperands,
    int maxOperands,
    List<ValueKind> operandKinds) {

  /// The options that every command has, before or after its name.
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

  /// A command's own options, without formats and operands.
  public static Options of(Option... options) {
    return of(List.of(options));
  }

  public static Options of(List<Option> options) {
    return new Options(options, List.of(), "", 0, 0, List.of());
  }

  /// A copy with formats, the default first.
  public Options formats(String... names) {
    return formats(List.of(names));
  }

  public Options formats(List<String> names) {
    return new Options(options, names, operands, minOperands, maxOperands, operandKinds);
  }

  /// A copy with operands.
  public Options operands(String shown, int atLeast, int atMost) {
    return new Options(options, formats, shown, atLeast, atMost, operandKinds);
  }

  /// A copy with the kinds of its operands, in order.
  public Options completes(ValueKind... kinds) {
    return new Options(options, formats, operands, minOperands, maxOperands, List.of(kinds));
  }

  /// The kind of the operand at an index.
  public ValueKind operandKind(int index) {
    return operandKinds.isEmpty()
        ? ValueKind.FILE
        : operandKinds.get(Math.min(index, operandKinds.size() - 1));
  }

  /// Its own options, then the global ones.
  public List<Option> all() {
    List<Option> all = new ArrayList<>(options);
    all.addAll(GLOBAL);
    return all;
  }
}
