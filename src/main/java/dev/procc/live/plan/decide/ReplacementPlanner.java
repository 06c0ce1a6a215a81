package dev.procc.live.plan.decide;

import dev.procc.live.diff.ChangedBy;
import dev.procc.live.diff.LastApplied;
import dev.procc.live.diff.NodeMatching;
import dev.procc.live.diff.ProcessDiff;
import dev.procc.live.diff.ProcessDifference;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.ledger.FieldHash;
import dev.procc.live.plan.compare.LiveEdits;
import dev.procc.live.plan.compare.ProcessComparison;
import dev.procc.live.plan.input.PlanOverrides;
import dev.procc.live.plan.input.ProcessFlag;
import dev.procc.live.planfile.change.ChangeReason;
import dev.procc.live.planfile.change.ReplacementCause;
import dev.procc.model.process.Process;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The planner of a replacement: its differences, its causes, and the new process.
final class ReplacementPlanner {
  private final ProcessComparison comparison;
  private final ProcessTree desired;
  private final ProcessTree live;
  private final ProcessTree shifted;
  private final NodeMatching matching;
  private final LastApplied lastApplied;
  private final LiveEdits edits;
  private final FieldPlanner fieldPlanner;
  private final PlanOverrides overrides;

  /// @param shifted the live process with its dates as the server would have moved them
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
    this.edits = comparison.edits();
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
      if (change.changedBy() != ChangedBy.DRIFT || isOverwritten(change)) {
        causes.add(change.toCause());
      }
    }
    return causes;
  }

  /// Whether the command line says that this drift is undone.
  private boolean isOverwritten(StructuralChange change) {
    return overrides.allowsOverwrite(change.address() + ":" + change.toCause().field());
  }

  /// Whether a field that the definition changed cannot change in place.
  private boolean forcesReplacement(FieldDelta item) {
    return item.kind() == FieldDelta.DeltaKind.NOT_PATCHABLE
        && !item.isServerDefault()
        && (item.changedBy() != ChangedBy.DRIFT
            || overrides.allowsOverwrite(item.address() + ":" + item.field().name()));
  }

  /// The nodes that were added, removed, moved and, if their order matters, reordered.
  List<StructuralChange> structuralChanges() {
    boolean strictOrder = comparison.definition().desired().is(ProcessFlag.STRICT_ORDER);
    List<StructuralChange> changes = new ArrayList<>();
    for (ProcessDifference difference : ProcessDiff.differences(desired, live, matching)) {
      ChangedBy changedBy =
          switch (difference) {
            case ProcessDifference.Changed changed -> null;
            case ProcessDifference.Added added -> addedBy(added.place());
            case ProcessDifference.Removed removed ->
                edits.isRecorded(removed.place().ref())
                    ? edits.withDefinition(removed.place().ref())
                    : lastApplied.isRecorded() ? ChangedBy.DRIFT : ChangedBy.UNKNOWN;
            case ProcessDifference.Moved moved -> movedBy(moved);
            case ProcessDifference.Reordered reordered ->
                reordered.orderMatters() || strictOrder ? reorderedBy(reordered) : null;
          };
      if (changedBy != null) {
        changes.add(new StructuralChange(difference, changedBy, addressOf(difference, changedBy)));
      }
    }
    return changes;
  }

  /// The address of a difference; for an order that was changed in Workiva, that of the group.
  private String addressOf(ProcessDifference difference, ChangedBy changedBy) {
    return switch (difference) {
      case ProcessDifference.Added added -> added.place().ref();
      case ProcessDifference.Removed removed -> comparison.addressOf(removed.place());
      case ProcessDifference.Moved moved -> moved.place().ref();
      case ProcessDifference.Reordered reordered -> {
        ProcessTree.PlacedNode group = reordered.place().parent();
        yield changedBy == ChangedBy.DRIFT && group != null ? group.ref() : reordered.place().ref();
      }
      case ProcessDifference.Changed changed -> changed.address();
    };
  }

  /// The party that added a node to the definition. It may be one that was removed in Workiva, with
  /// a new key or one that it traded.
  private ChangedBy addedBy(ProcessTree.PlacedNode place) {
    if (comparison.isRemovedInWorkiva(place)) {
      return ChangedBy.DRIFT;
    }
    if (lastApplied.id(place.ref()) != null || place.parent() == null) {
      return edits.withDefinition(null);
    }
    if (edits.isRecorded(FieldHash.UNKNOWN)) {
      // It may be one of the nodes that an adoption did not find.
      return ChangedBy.UNKNOWN;
    }
    String parent = matching.liveRef(place.parent().ref());
    for (String id : edits.recordedIds()) {
      String address = edits.isGone(id) ? lastApplied.address(id) : null;
      if (address != null
          && (desired.get(address) == null || !id.equals(lastApplied.id(address)))
          && Objects.equals(lastApplied.parentId(id), parent)) {
        return ChangedBy.UNKNOWN;
      }
    }
    return edits.withDefinition(null);
  }

  private ChangedBy movedBy(ProcessDifference.Moved moved) {
    ProcessTree.PlacedNode parent = moved.place().parent();
    ProcessTree.PlacedNode liveParent = moved.from().parent();
    String recorded = lastApplied.parentId(moved.from().ref());
    if (parent == null || liveParent == null || recorded == null) {
      return ChangedBy.UNKNOWN;
    }
    // Its group may be gone from Workiva.
    if (recorded.equals(matching.liveRef(parent.ref()))
        || recorded.equals(lastApplied.id(parent.ref()))) {
      return ChangedBy.DRIFT;
    }
    return recorded.equals(liveParent.ref()) ? edits.withDefinition(null) : ChangedBy.BOTH;
  }

  /// The party whose order of the group differs from the recorded one.
  private ChangedBy reorderedBy(ProcessDifference.Reordered reordered) {
    ProcessTree.PlacedNode parent = reordered.place().parent();
    String ref = parent == null ? null : matching.liveRef(parent.ref());
    ProcessTree.PlacedNode there = ref == null ? null : live.get(ref);
    if (parent == null || there == null || !edits.isRecorded(there.ref())) {
      return ChangedBy.UNKNOWN;
    }
    boolean drift = !isInRecordedOrder(there);
    if (!drift) {
      return edits.withDefinition(null);
    }
    return isInRecordedOrderHere(parent) ? ChangedBy.DRIFT : ChangedBy.BOTH;
  }

  private boolean isInRecordedOrderHere(ProcessTree.PlacedNode parent) {
    int last = -1;
    for (ProcessTree.PlacedNode sibling : desired.children(parent)) {
      String id = lastApplied.id(sibling.ref());
      int order = id == null ? -1 : lastApplied.position(id);
      if (order >= 0 && order < last) {
        return false;
      }
      last = Math.max(order, last);
    }
    return true;
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
