package dev.procc.app.impact;

import dev.procc.language.whatif.HypotheticalEdit;

/// An edit of the definitions that nobody has made yet, as a request names it.
public sealed interface RequestedEdit {
  /// An edit that names what it changes.
  ///
  /// @param label `us-close + Thu 2025-01-09 National Day of Mourning`
  record NamedEdit(HypotheticalEdit edit, String label) implements RequestedEdit {}

  /// Another text of a field, wherever that is written.
  ///
  /// @param address of a process, a period or a node; a node's may leave the period out
  record FieldText(String address, String field, String text) implements RequestedEdit {}
}
