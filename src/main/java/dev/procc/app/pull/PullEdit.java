package dev.procc.app.pull;

import dev.procc.live.planfile.change.FieldChange;

/// Drift that is to be pulled.
///
/// @param identity of its process
/// @param change from the live value to the definition's
record PullEdit(String identity, FieldChange change) {
  /// `close@2024-Q4/entities:name`.
  String ref() {
    return change.address() + ":" + change.field();
  }

  /// Whether a node is in another group.
  boolean isMove() {
    return change.field().equals(FieldChange.PARENT);
  }

  boolean isStructural() {
    return switch (change.field()) {
      case FieldChange.NODE, FieldChange.PARENT, FieldChange.POSITION -> true;
      default -> false;
    };
  }
}
