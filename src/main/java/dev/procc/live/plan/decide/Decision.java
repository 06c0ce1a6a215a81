package dev.procc.live.plan.decide;

import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.plan.compare.ProcessComparison;
import dev.procc.live.planfile.PlanAction;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.change.ReplacementCause;
import dev.procc.live.planfile.operation.OperationKind;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.planfile.run.RunPlan;
import dev.procc.live.wire.LiveProcess;
import dev.procc.model.process.Process;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The decision about one process. Later steps explain it, check it and record it, but never decide
/// again.
public sealed interface Decision {
  /// Nothing is done: the process and its definition are those of the last apply.
  record Unchanged() implements Decision {}

  /// Nothing is done although something differs.
  ///
  /// @param reason in one sentence without a full stop
  record Keep(String reason) implements Decision {}

  /// Nothing can be planned.
  record Refuse(PlanRefusal refusal) implements Decision {}

  /// The process is created.
  record Create(List<PlanOperation> operations) implements Decision {}

  /// The process stays, and some of its fields change; none if there are no operations.
  ///
  /// @param deltas the fields that differ, those of the process first
  /// @param pairs the live nodes by address
  /// @param drift structural drift that stays
  /// @param shifted the live process with its dates as the server will have moved them
  record InPlace(
      ProcessComparison comparison,
      List<FieldDelta> deltas,
      Map<String, String> pairs,
      StructuralDrift drift,
      Process shifted,
      List<PlanOperation> operations)
      implements Decision {}

  /// A new process replaces it.
  ///
  /// @param causes the differences that no call can make in place; empty if the command line
  ///   requests the replacement
  /// @param shifted the live process with its dates as the server would have moved them
  /// @param afterRelativeDates the decision in place that would be left if `relativeDates: true`
  ///   were applied alone first; null if it would still be a replacement
  record Replace(
      ProcessComparison comparison,
      List<FieldDelta> deltas,
      List<StructuralChange> structure,
      List<ReplacementCause> causes,
      List<String> carriedOver,
      Process shifted,
      @Nullable InPlace afterRelativeDates,
      List<PlanOperation> operations)
      implements Decision {}

  /// Its definition was removed, and it is moved to the bin.
  record Trash(LiveProcess live, List<PlanOperation> operations) implements Decision {}

  /// Its definition and the process are gone, and its ledger entry is removed.
  record Forget() implements Decision {}

  /// A live process is adopted by its definition, as it is.
  ///
  /// @param entry the ledger entry after it
  /// @param next the decision of the next plan
  record Adopt(LedgerEntry entry, Decision next) implements Decision {}

  /// Tasks are added to a run of it, and the process itself stays as it is.
  record AddTasks(RunPlan run, List<PlanOperation> operations, List<FieldChange> changes)
      implements Decision {}

  /// The calls that carry it out, in order.
  default List<PlanOperation> operations() {
    return List.of();
  }

  /// The actions; empty if nothing is done.
  default List<PlanAction> actions() {
    return switch (this) {
      case Unchanged unchanged -> List.of();
      case Keep keep -> List.of();
      case Refuse refuse -> List.of();
      case Create create -> List.of(PlanAction.CREATE);
      case InPlace inPlace ->
          inPlace.operations().stream()
              .map(o -> o.kind() == OperationKind.PATCH ? PlanAction.PATCH : PlanAction.RENAME)
              .distinct()
              .toList();
      case Replace replace -> List.of(PlanAction.CREATE, PlanAction.TRASH);
      case Trash trash -> List.of(PlanAction.TRASH);
      case Forget forget -> List.of(PlanAction.FORGET);
      case Adopt adopt -> List.of(PlanAction.ADOPT);
      case AddTasks add -> add.operations().isEmpty() ? List.of() : List.of(PlanAction.AMEND);
    };
  }
}
