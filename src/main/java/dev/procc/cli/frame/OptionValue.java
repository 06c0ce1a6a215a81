package dev.procc.cli.frame;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The value of an option.
///
/// @param label its name in help, `FILE`; null for a switch, which can still take one of its
///   choices after an equals sign: `--fix`, `--fix=unsafe`
/// @param repeatable whether the option can be given several times, each adding a value
/// @param choices the possible values, in the order to show; empty if any is
/// @param kind of the value, if any is possible
record OptionValue(
    @Nullable String label, boolean repeatable, List<String> choices, ValueKind kind) {
  OptionValue {
    choices = List.copyOf(choices);
  }
}
