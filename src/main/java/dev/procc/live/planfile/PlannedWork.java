package dev.procc.live.planfile;

import dev.procc.live.planfile.change.Lazy;
import dev.procc.live.planfile.operation.PlanOperation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The work of an apply on one process.
///
/// @param actions empty if nothing is done; `create`, `trash` is a replacement
/// @param operations in the order in which they are made
/// @param ledgerUpdate what the ledger records; null if it records nothing
/// @param lazyHash SHA-256 over what was seen, what will be sent and what is shown of it, to which
///   an approval refers. Empty if nothing will be sent
public record PlannedWork(
    List<PlanAction> actions,
    List<PlanOperation> operations,
    @Nullable PlannedLedgerUpdate ledgerUpdate,
    Lazy<String> lazyHash) {
  /// No work.
  public static final PlannedWork NONE = new PlannedWork(List.of(), List.of(), null, Lazy.of(""));

  public PlannedWork {
    actions = List.copyOf(actions);
    operations = List.copyOf(operations);
  }
}
