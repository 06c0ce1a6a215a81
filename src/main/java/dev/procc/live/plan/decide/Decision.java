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

/// What becomes of one process. What follows a decision explains it, checks it and writes it down;
/// nothing decides again.
public sealed interface Decision {
  /// The process and its definition are those of the last apply: nothing is done.
  record Unchanged() implements Decision {}

  /// Nothing is done although something differs.
  ///
  /// @param reason in one sentence without a full stop
  record Keep(String reason) implements Decision {}

  /// Nothing can be planned.
  record Refuse(PlanRefusal refusal) implements Decision {}

  /// It is created.
  record Create(List<PlanOperation> operations) implements Decision {}

  /// It stays, and some of its fields change; without operations nothing does.
  ///
  /// @param deltas the fields that differ, those of the process first
  /// @param pairs the live node of each address
  /// @param drift what was done to its structure in Workiva and stays
  /// @param shifted the live process with its dates as the server will have moved them
  record InPlace(
      ProcessComparison comparison,
      List<FieldDelta> deltas,
      Map<String, String> pairs,
      StructuralDrift drift,
      Process shifted,
      List<PlanOperation> operations)
      implements Decision {}

  /// A new process takes its place.
  ///
  /// @param causes the differences that no call can make in place; empty if the command line asks
  ///   for the replacement
  /// @param shifted the live process with its dates as the server would have moved them
  /// @param afterRelativeDates what would be done in place once `relativeDates: true` were applied
  ///   alone; null if it would not be in place
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

  /// Its definition is gone, and it goes to the bin.
  record Trash(LiveProcess live, List<PlanOperation> operations) implements Decision {}

  /// Its definition and the process are gone, and the ledger forgets it.
  record Forget() implements Decision {}

  /// A live process becomes the one of its definition, as it is.
  ///
  /// @param entry what the ledger then says
  /// @param next what the plan after that decides
  record Adopt(LedgerEntry entry, Decision next) implements Decision {}

  /// Tasks are added to a run of it, and the process stays as it is.
  record AddTasks(RunPlan run, List<PlanOperation> operations, List<FieldChange> changes)
      implements Decision {}

  /// The calls that carry it out, in their order.
  default List<PlanOperation> operations() {
    return List.of();
  }

  /// What is done; empty if nothing is.
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
