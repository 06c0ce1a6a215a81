package dev.procc.live.planfile;

import dev.procc.live.ledger.RemovalPolicy;
import dev.procc.live.planfile.change.Lazy;
import dev.procc.live.planfile.operation.LedgerUpdate;

/// The ledger update of a plan, made when it is first needed, with the two settings in it that
/// belong to the hash of the plan.
///
/// @param protect whether the ledger records the process as protected
/// @param onRemoval what it records for a removal of the definition
public record PlannedLedgerUpdate(
    boolean protect, RemovalPolicy onRemoval, Lazy<LedgerUpdate> lazyUpdate) {
  /// An update that is already made, as a plan file has it.
  public static PlannedLedgerUpdate of(LedgerUpdate update) {
    return new PlannedLedgerUpdate(update.protect(), update.onRemoval(), Lazy.of(update));
  }
}
