package dev.procc.live.plan.decide;

import dev.procc.live.diff.ChangedBy;
import dev.procc.live.diff.LastApplied;
import dev.procc.live.diff.NodeMatching;
import dev.procc.live.diff.ProcessDiff;
import dev.procc.live.diff.ProcessDifference;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.plan.compare.ProcessComparison;
import dev.procc.live.plan.input.PlanOverrides;
import dev.procc.live.plan.input.ProcessFlag;
import dev.procc.live.planfile.change.ChangeReason;
import dev.procc.live.planfile.change.ReplacementCause;
import dev.procc.model.process.Process;
import java.util.ArrayList;
import java.util.List;

/// What differs when a process is replaced, why it must be, and what the new one is.
final class ReplacementPlanner {
  private final ProcessComparison comparison;
  private final ProcessTree desired;
  private final ProcessTree live;
  private final ProcessTree shifted;
  private final NodeMatching matching;
  private final LastApplied lastApplied;
  private final FieldPlanner fieldPlanner;
  private final PlanOverrides overrides;

  /// @param shifted the live process as the server would have moved its dates
  ReplacementPlanner(
      ProcessComparison comparison,
      Process shifted,
      FieldPlanner fieldPlanner,
      PlanOverrides overrides) {
    this.comparison = comparison;
    this.desired = comparison.definition().normal();
    this.live = comparison.liveTree();
    this.shifted = ProcessTree.ofLive(shifted);
    this.matching = comparison.matching();
    this.lastApplied = comparison.lastApplied();
    this.fieldPlanner = fieldPlanner;
    this.overrides = overrides;
  }

  /// The fields of the nodes that are on both sides, in document order.
  List<FieldDelta> nodeDeltas() {
    List<FieldDelta> deltas = new ArrayList<>();
    for (ProcessTree.PlacedNode place : desired.nodes()) {
      String ref = matching.liveRef(place.ref());
      ProcessTree.PlacedNode other = ref == null ? null : live.get(ref);
      if (other != null) {
        ProcessTree.PlacedNode later = shifted.get(other.ref());
        deltas.addAll(fieldPlanner.nodeDeltas(place, other, later == null ? other : later));
      }
    }
    return deltas;
  }

  /// The differences that no call can make in place.
  List<ReplacementCause> causes(List<FieldDelta> deltas, List<StructuralChange> structure) {
    List<ReplacementCause> causes = new ArrayList<>();
    for (FieldDelta item : deltas) {
      if (forcesReplacement(item)) {
        causes.add(
            new ReplacementCause(item.address(), item.field().name(), ChangeReason.NOT_PATCHABLE));
      }
    }
    for (StructuralChange change : structure) {
      if (change.changedBy() != ChangedBy.DRIFT || overrides.allowsOverwrite(change.address())) {
        causes.add(change.toCause());
      }
    }
    return causes;
  }

  /// Whether this field, changed by the definition, cannot change in place.
  private boolean forcesReplacement(FieldDelta item) {
    return item.kind() == FieldDelta.DeltaKind.NOT_PATCHABLE
        && !item.isServerDefault()
        && (item.changedBy() != ChangedBy.DRIFT
            || overrides.allowsOverwrite(item.address() + ":" + item.field().name()));
  }

  /// Nodes added, removed, moved and, if the order counts, reordered.
  List<StructuralChange> structuralChanges() {
    boolean strictOrder = comparison.definition().desired().is(ProcessFlag.STRICT_ORDER);
    List<StructuralChange> changes = new ArrayList<>();
    for (ProcessDifference difference : ProcessDiff.differences(desired, live, matching)) {
      ChangedBy changedBy =
          switch (difference) {
            case ProcessDifference.Changed changed -> null;
            case ProcessDifference.Added added ->
                isRemovedInWorkiva(added.place()) ? ChangedBy.DRIFT : ChangedBy.DEFINITION;
            case ProcessDifference.Removed removed ->
                lastApplied.isRecorded() && lastApplied.address(removed.place().ref()) == null
                    ? ChangedBy.DRIFT
                    : ChangedBy.DEFINITION;
            case ProcessDifference.Moved moved -> movedBy(moved);
            case ProcessDifference.Reordered reordered ->
                reordered.orderMatters() || strictOrder ? reorderedBy(reordered) : null;
          };
      if (changedBy != null) {
        changes.add(new StructuralChange(difference, changedBy, addressOf(difference)));
      }
    }
    return changes;
  }

  private String addressOf(ProcessDifference difference) {
    return switch (difference) {
      case ProcessDifference.Added added -> added.place().ref();
      case ProcessDifference.Removed removed -> comparison.addressOf(removed.place());
      case ProcessDifference.Moved moved -> moved.place().ref();
      case ProcessDifference.Reordered reordered -> reordered.place().ref();
      case ProcessDifference.Changed changed -> changed.address();
    };
  }

  /// Whether somebody removed it in Workiva: it was recorded, and its node is gone. Where the node
  /// is there and cannot be the same, the definition made a group of a task or a task of a group.
  private boolean isRemovedInWorkiva(ProcessTree.PlacedNode place) {
    String id = lastApplied.id(place.ref());
    return id != null && live.get(id) == null;
  }

  private ChangedBy movedBy(ProcessDifference.Moved moved) {
    ProcessTree.PlacedNode parent = moved.place().parent();
    String recorded = lastApplied.parentId(moved.from().ref());
    return parent != null && recorded != null && recorded.equals(matching.liveRef(parent.ref()))
        ? ChangedBy.DRIFT
        : ChangedBy.DEFINITION;
  }

  /// By whoever: the definition when its order of that group is not the recorded one, or when that
  /// of Workiva still is.
  private ChangedBy reorderedBy(ProcessDifference.Reordered reordered) {
    ProcessTree.PlacedNode parent = reordered.place().parent();
    String ref = parent == null ? null : matching.liveRef(parent.ref());
    ProcessTree.PlacedNode there = ref == null ? null : live.get(ref);
    if (parent == null || there == null || !lastApplied.isRecorded()) {
      return ChangedBy.DEFINITION;
    }
    int last = -1;
    for (ProcessTree.PlacedNode sibling : desired.children(parent)) {
      String id = lastApplied.id(sibling.ref());
      int order = id == null ? -1 : lastApplied.position(id);
      if (order >= 0 && order < last) {
        return ChangedBy.DEFINITION;
      }
      last = Math.max(order, last);
    }
    return isInRecordedOrder(there) ? ChangedBy.DEFINITION : ChangedBy.DRIFT;
  }

  private boolean isInRecordedOrder(ProcessTree.PlacedNode group) {
    int last = -1;
    for (ProcessTree.PlacedNode child : live.children(group)) {
      int order =
          group.ref().equals(lastApplied.parentId(child.ref()))
              ? lastApplied.position(child.ref())
              : -1;
      if (order >= 0 && order < last) {
        return false;
      }
      last = Math.max(order, last);
    }
    return true;
  }
}
