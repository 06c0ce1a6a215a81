package dev.procc.live.plan.decide;

import dev.procc.live.diff.ChangedBy;
import dev.procc.live.diff.ProcessDifference;
import dev.procc.live.planfile.change.ChangeReason;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.change.ReplacementCause;

/// A structural difference between the definition and the live process.
///
/// @param address of the node in the definition, actual or possible
public record StructuralChange(ProcessDifference difference, ChangedBy changedBy, String address) {
  /// The difference as a cause of a replacement.
  ReplacementCause toCause() {
    return switch (difference) {
      case ProcessDifference.Added added -> structureCause(FieldChange.NODE);
      case ProcessDifference.Removed removed -> structureCause(FieldChange.NODE);
      case ProcessDifference.Moved moved -> structureCause(FieldChange.PARENT);
      case ProcessDifference.Reordered reordered ->
          new ReplacementCause(address, FieldChange.POSITION, ChangeReason.ORDER_CHANGED);
      case ProcessDifference.Changed changed ->
          new ReplacementCause(address, changed.field().name(), ChangeReason.NOT_PATCHABLE);
    };
  }

  private ReplacementCause structureCause(String field) {
    return new ReplacementCause(address, field, ChangeReason.STRUCTURE_CHANGED);
  }
}
