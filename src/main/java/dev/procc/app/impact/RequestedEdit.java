package dev.procc.app.impact;

import dev.procc.language.whatif.HypotheticalEdit;

/// An edit of the definitions that is assumed, as a request describes it.
public sealed interface RequestedEdit {
  /// An edit that says what it changes.
  ///
  /// @param label `us-close + Thu 2025-01-09 National Day of Mourning`
  record NamedEdit(HypotheticalEdit edit, String label) implements RequestedEdit {}

  /// Another text for a field, wherever that is written.
  ///
  /// @param address of a process, a period or a node; that of a node may omit the period
  record FieldText(String address, String field, String text) implements RequestedEdit {}
}
