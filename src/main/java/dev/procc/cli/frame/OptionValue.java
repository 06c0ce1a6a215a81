package dev.procc.cli.frame;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an option takes behind its name.
///
/// @param label what help calls it, `FILE`; null for a switch, which may still take one of its
///   choices behind an equals sign: `--fix`, `--fix=unsafe`
/// @param repeatable whether the option may be given more than once, each time adding a value
/// @param choices the values it takes, in the order to show; empty if any will do
/// @param kind what it is where any will do
record OptionValue(
    @Nullable String label, boolean repeatable, List<String> choices, ValueKind kind) {
  OptionValue {
    choices = List.copyOf(choices);
  }
}
