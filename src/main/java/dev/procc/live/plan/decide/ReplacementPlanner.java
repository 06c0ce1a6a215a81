package dev.procc.live.plan.decide;

import dev.procc.base.json.Json;
import dev.procc.live.diff.ChangedBy;
import dev.procc.live.diff.LastApplied;
import dev.procc.live.diff.NodeMatching;
import dev.procc.live.diff.ProcessDiff;
import dev.procc.live.diff.ProcessDifference;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.ledger.FieldHash;
import dev.procc.live.plan.compare.LiveNodeAddress;
import dev.procc.live.plan.input.PlanOverrides;
import dev.procc.live.plan.input.ServerCapabilities;
import dev.procc.live.wire.LiveProcess;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Owner;
import dev.procc.model.process.Process;
import dev.procc.model.process.ProcessGroup;
import dev.procc.model.process.ProcessJob;
import dev.procc.model.process.ProcessNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;

/// What differs when a process is built anew, and what the new one is.
public final class ReplacementPlanner {
  private final ProcessTree writtenTree;
  private final ProcessTree desired;
  private final ProcessTree live;
  private final ProcessTree shifted;
  private final NodeMatching matching;
  private final LastApplied lastApplied;
  private final FieldPlanner fieldPlanner;
  private final BiPredicate<String, String> waivers;
  private final PlanOverrides overrides;
  private final boolean strictOrder;
  private final List<String> carriedOver = new ArrayList<>();

  /// @param writtenTree the tree of the definition as written
  /// @param shifted the live tree as the server would have moved its dates
  public ReplacementPlanner(
      ProcessTree writtenTree,
      ProcessTree desired,
      LiveProcess live,
      Process shifted,
      NodeMatching matching,
      LastApplied lastApplied,
      BiPredicate<String, String> waivers,
      PlanOverrides overrides,
      ServerCapabilities capabilities,
      boolean strictOrder) {
    this.writtenTree = writtenTree;
    this.desired = desired;
    this.live = ProcessTree.ofLive(live.process());
    this.shifted = ProcessTree.ofLive(shifted);
    this.matching = matching;
    this.lastApplied = lastApplied;
    this.fieldPlanner =
        new FieldPlanner(writtenTree, live, lastApplied, waivers, overrides, capabilities, true);
    this.waivers = waivers;
    this.overrides = overrides;
    this.strictOrder = strictOrder;
  }

  /// A structural difference and who made it.
  public record StructuralChange(ProcessDifference difference, ChangedBy changedBy) {}

  /// The fields of the nodes that are on both sides, in document order; those of the process itself
  /// first.
  public List<FieldDelta> fieldDeltas(List<FieldDelta> processDeltas) {
    List<FieldDelta> deltas = new ArrayList<>(processDeltas);
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

  /// Whether nobody made this difference: the server shows other than was sent.
  public static boolean isServerDefault(FieldDelta item) {
    return item.changedBy() == ChangedBy.NOBODY && !Objects.equals(item.before(), item.after());
  }

  /// Whether this field, changed by the definition, cannot change in place.
  public boolean forcesReplacement(FieldDelta item) {
    return item.kind() == FieldDelta.DeltaKind.NOT_PATCHABLE
        && !isServerDefault(item)
        && (item.changedBy() != ChangedBy.DRIFT
            || overrides.allowsOverwrite(item.address() + ":" + item.field().name()));
  }

  /// Nodes added, removed, moved and, where the order counts, reordered.
  public List<StructuralChange> structuralChanges() {
    List<StructuralChange> found = new ArrayList<>();
    for (ProcessDifference fact : ProcessDiff.differences(desired, live, matching)) {
      switch (fact) {
        case ProcessDifference.Changed changed -> {}
        case ProcessDifference.Added added ->
            found.add(
                new StructuralChange(
                    fact,
                    isRemovedInWorkiva(added.place()) ? ChangedBy.DRIFT : ChangedBy.DEFINITION));
        case ProcessDifference.Removed removed ->
            found.add(
                new StructuralChange(
                    fact,
                    lastApplied.isRecorded() && lastApplied.address(removed.place().ref()) == null
                        ? ChangedBy.DRIFT
                        : ChangedBy.DEFINITION));
        case ProcessDifference.Moved moved -> found.add(new StructuralChange(fact, movedBy(moved)));
        case ProcessDifference.Reordered reordered -> {
          if (reordered.orderMatters() || strictOrder) {
            found.add(new StructuralChange(fact, reorderedBy(reordered)));
          }
        }
      }
    }
    return found;
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

  /// The new process: what the definition says, and of the old one what is nobody's but Workiva's.
  public Process newProcess() {
    carriedOver.clear();
    Process wanted = desired.process();
    Map<FieldSpec, Json> fields =
        mergedFields(
            wanted.identity(),
            lastApplied.isRecorded(),
            writtenTree.process().fields(),
            wanted.fields(),
            live.process().fields());
    return new Process(wanted.identity(), fields, group(desired.root()));
  }

  /// `ADDRESS:FIELD` of what `body` took from the old process.
  public List<String> carriedOver() {
    return carriedOver;
  }

  private ProcessGroup group(ProcessTree.PlacedNode place) {
    List<ProcessNode> children = new ArrayList<>();
    for (ProcessTree.PlacedNode child : desired.children(place)) {
      children.add(
          switch (child.node()) {
            case ProcessGroup g -> group(child);
            case ProcessJob job -> new ProcessJob(job.key(), job.kind(), fields(child));
          });
    }
    return new ProcessGroup(place.node().key(), fields(place), children);
  }

  private Map<FieldSpec, Json> fields(ProcessTree.PlacedNode place) {
    String ref = matching.liveRef(place.ref());
    ProcessTree.PlacedNode other = ref == null ? null : live.get(ref);
    ProcessTree.PlacedNode written = writtenTree.get(place.ref());
    boolean sameKind =
        !(place.node() instanceof ProcessJob one)
            || other != null
                && other.node() instanceof ProcessJob job
                && job.kind().name().equals(one.kind().name());
    if (other == null || !sameKind) {
      return place.node().fields();
    }
    return mergedFields(
        place.ref(),
        other.ref().equals(lastApplied.id(place.ref())),
        written == null ? Map.of() : written.node().fields(),
        place.node().fields(),
        other.node().fields());
  }

  private Map<FieldSpec, Json> mergedFields(
      String address,
      boolean isRecorded,
      Map<FieldSpec, Json> writtenFields,
      Map<FieldSpec, Json> desiredFields,
      Map<FieldSpec, Json> liveFields) {
    Map<FieldSpec, Json> all = new LinkedHashMap<>(desiredFields);
    for (Map.Entry<FieldSpec, Json> entry : liveFields.entrySet()) {
      FieldSpec field = entry.getKey();
      String sent = isRecorded ? lastApplied.sentHash(address, field.name()) : null;
      boolean isManaged =
          writtenFields.containsKey(field)
              || desiredFields.containsKey(field)
              || sent != null && !sent.equals(FieldHash.ABSENT);
      if (field.owner() == Owner.DEFINITION
          && (!isManaged || isRecorded && waivers.test(address, field.name()))
          && !Objects.equals(all.put(field, entry.getValue()), entry.getValue())) {
        carriedOver.add(address + ":" + field.name());
      }
    }
    return all;
  }

  /// The address of a live node.
  public String addressOf(ProcessTree.PlacedNode there) {
    return LiveNodeAddress.address(there, desired, matching, lastApplied);
  }
}
