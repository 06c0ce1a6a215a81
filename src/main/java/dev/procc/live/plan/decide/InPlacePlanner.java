package dev.procc.live.plan.decide;

import dev.procc.live.diff.LastApplied;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.plan.compare.ProcessComparison;
import dev.procc.live.plan.input.PlanOverrides;
import dev.procc.live.plan.input.ProcessFlag;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.model.process.ProcessGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The decision whether a process can stay, and what then changes: the trees have to be equal apart
/// from patchable fields and names.
///
/// Children of a group that runs one after another are paired by position. Those of a parallel
/// group are paired so that the fewest names change, whatever their keys. Nodes that were added,
/// removed or moved in Workiva stay as they are.
final class InPlacePlanner {
  private final ProcessComparison comparison;
  private final ProcessTree desired;
  private final ProcessTree live;
  private final ProcessTree shifted;
  private final LastApplied lastApplied;
  private final FieldPlanner fieldPlanner;
  private final PlanOverrides overrides;
  private final UnorderedPairing unorderedPairing;
  private final Set<ProcessTree.PlacedNode> setAsideDesired = new LinkedHashSet<>();
  private final Set<ProcessTree.PlacedNode> setAsideLive = new LinkedHashSet<>();
  private final Map<ProcessTree.PlacedNode, ProcessTree.PlacedNode> movedByDrift =
      new LinkedHashMap<>();
  private final List<ProcessTree.PlacedNode> reorderedByDrift = new ArrayList<>();
  private final List<ProcessTree.PlacedNode> reorderedParallel = new ArrayList<>();
  private final Map<String, String> pairs = new LinkedHashMap<>();
  private final Map<CostKey, Integer> costs = new HashMap<>();

  /// @param shifted the live tree with its dates as the server will have moved them
  InPlacePlanner(
      ProcessComparison comparison,
      ProcessTree shifted,
      FieldPlanner fieldPlanner,
      PlanOverrides overrides) {
    this.comparison = comparison;
    this.desired = comparison.definition().normal();
    this.live = comparison.liveTree();
    this.shifted = shifted;
    this.lastApplied = comparison.lastApplied();
    this.fieldPlanner = fieldPlanner;
    this.overrides = overrides;
    this.unorderedPairing = new UnorderedPairing(comparison, this::cost);
    setAsideDrift();
  }

  /// The match of a process that can stay.
  ///
  /// @param deltas the fields of its nodes that differ, in document order
  /// @param pairs the live nodes by address
  record InPlaceMatch(List<FieldDelta> deltas, Map<String, String> pairs, StructuralDrift drift) {}

  /// The match; null if the process cannot stay.
  @Nullable InPlaceMatch match() {
    List<FieldDelta> deltas = new ArrayList<>();
    if (!pair(desired.root(), live.root(), deltas)) {
      return null;
    }
    for (Map.Entry<ProcessTree.PlacedNode, ProcessTree.PlacedNode> moved :
        movedByDrift.entrySet()) {
      if (!pair(moved.getKey(), moved.getValue(), deltas)) {
        return null;
      }
    }
    for (FieldDelta item : deltas) {
      if (item.kind() == FieldDelta.DeltaKind.NOT_PATCHABLE) {
        return null;
      }
    }
    return new InPlaceMatch(deltas, pairs, drift());
  }

  private StructuralDrift drift() {
    List<ProcessTree.PlacedNode> removed = new ArrayList<>(setAsideDesired);
    removed.removeAll(movedByDrift.keySet());
    List<ProcessTree.PlacedNode> added = new ArrayList<>(setAsideLive);
    added.removeAll(movedByDrift.values());
    return new StructuralDrift(removed, movedByDrift, added, reorderedByDrift, reorderedParallel);
  }

  private void setAsideDrift() {
    if (!lastApplied.isRecorded()) {
      return;
    }
    for (ProcessTree.PlacedNode place : desired.nodes()) {
      String ref = comparison.matching().liveRef(place.ref());
      if (ref == null) {
        String id = lastApplied.id(place.ref());
        if (id != null && live.get(id) == null && !isOverwritten(place.ref(), FieldChange.NODE)) {
          setAsideDesired.add(place);
        }
      } else if (isMovedInWorkiva(place, ref)) {
        ProcessTree.PlacedNode other = live.get(ref);
        if (other != null) {
          setAsideDesired.add(place);
          setAsideLive.add(other);
          movedByDrift.put(place, other);
        }
      }
    }
    for (ProcessTree.PlacedNode place : live.nodes()) {
      if (comparison.matching().definitionRef(place.ref()) == null
          && lastApplied.address(place.ref()) == null
          && !isOverwritten(comparison.addressOf(place), FieldChange.NODE)) {
        setAsideLive.add(place);
      }
    }
  }

  /// Whether the command line says that this drift is undone.
  private boolean isOverwritten(String address, String field) {
    return overrides.allowsOverwrite(address + ":" + field);
  }

  /// Whether the definition has a node where it was recorded, and Workiva has it elsewhere.
  private boolean isMovedInWorkiva(ProcessTree.PlacedNode place, String ref) {
    ProcessTree.PlacedNode other = live.get(ref);
    if (place.parent() == null
        || other == null
        || other.parent() == null
        || !ref.equals(lastApplied.id(place.ref()))
        || isOverwritten(place.ref(), FieldChange.PARENT)) {
      return false;
    }
    String recorded = lastApplied.parentId(ref);
    return recorded != null
        && recorded.equals(comparison.matching().liveRef(place.parent().ref()))
        && !recorded.equals(other.parent().ref());
  }

  private boolean pair(
      ProcessTree.PlacedNode here, ProcessTree.PlacedNode there, List<FieldDelta> deltas) {
    if (here.node() instanceof ProcessGroup != there.node() instanceof ProcessGroup) {
      return false;
    }
    pairs.put(here.ref(), there.ref());
    deltas.addAll(nodeDeltas(here, there));
    if (!(here.node() instanceof ProcessGroup)) {
      return true;
    }
    Map<ProcessTree.PlacedNode, ProcessTree.PlacedNode> children = pairChildren(here, there);
    if (children == null) {
      return false;
    }
    for (Map.Entry<ProcessTree.PlacedNode, ProcessTree.PlacedNode> child : children.entrySet()) {
      if (!pair(child.getKey(), child.getValue(), deltas)) {
        return false;
      }
    }
    return true;
  }

  private List<FieldDelta> nodeDeltas(ProcessTree.PlacedNode here, ProcessTree.PlacedNode there) {
    ProcessTree.PlacedNode later = shifted.get(there.ref());
    return fieldPlanner.nodeDeltas(here, there, later == null ? there : later);
  }

  /// The pairs of children in document order; null if some have no partner.
  private @Nullable Map<ProcessTree.PlacedNode, ProcessTree.PlacedNode> pairChildren(
      ProcessTree.PlacedNode here, ProcessTree.PlacedNode there) {
    List<ProcessTree.PlacedNode> ours = new ArrayList<>(desired.children(here));
    ours.removeAll(setAsideDesired);
    List<ProcessTree.PlacedNode> theirs = new ArrayList<>(live.children(there));
    theirs.removeAll(setAsideLive);
    if (ours.size() != theirs.size()) {
      return null;
    }
    boolean strictOrder = comparison.definition().desired().is(ProcessFlag.STRICT_ORDER);
    boolean unordered = here.group().isParallel() && !strictOrder;
    boolean reorderedByEdit = !unordered && isReorderedInWorkiva(here, ours, theirs);
    if (reorderedByEdit) {
      reorderedByDrift.add(here);
    }
    Map<ProcessTree.PlacedNode, ProcessTree.PlacedNode> childPairs =
        unordered
            ? unorderedPairing.pair(ours, theirs)
            : reorderedByEdit ? pairById(ours) : pairByPosition(ours, theirs);
    if (unordered && !isInOrder(childPairs)) {
      reorderedParallel.add(here);
    }
    return childPairs;
  }

  private static boolean isInOrder(Map<ProcessTree.PlacedNode, ProcessTree.PlacedNode> found) {
    int last = -1;
    for (ProcessTree.PlacedNode there : found.values()) {
      if (there.index() < last) {
        return false;
      }
      last = there.index();
    }
    return true;
  }

  /// Whether the definition has them in the recorded order, and Workiva in another one.
  private boolean isReorderedInWorkiva(
      ProcessTree.PlacedNode group,
      List<ProcessTree.PlacedNode> ours,
      List<ProcessTree.PlacedNode> theirs) {
    if (isOverwritten(group.ref(), FieldChange.POSITION)) {
      return false;
    }
    Set<String> there = new HashSet<>();
    boolean sameOrder = true;
    int last = -1;
    for (ProcessTree.PlacedNode place : theirs) {
      there.add(place.ref());
    }
    for (int i = 0; i < ours.size(); i++) {
      String id = lastApplied.id(ours.get(i).ref());
      int order = id == null ? -1 : lastApplied.position(id);
      if (id == null || order <= last || !there.contains(id)) {
        return false;
      }
      last = order;
      sameOrder &= id.equals(theirs.get(i).ref());
    }
    return !sameOrder;
  }

  private Map<ProcessTree.PlacedNode, ProcessTree.PlacedNode> pairById(
      List<ProcessTree.PlacedNode> ours) {
    Map<ProcessTree.PlacedNode, ProcessTree.PlacedNode> found = new LinkedHashMap<>();
    for (ProcessTree.PlacedNode place : ours) {
      String id = lastApplied.id(place.ref());
      ProcessTree.PlacedNode other = id == null ? null : live.get(id);
      if (other != null) {
        found.put(place, other);
      }
    }
    return found;
  }

  private static Map<ProcessTree.PlacedNode, ProcessTree.PlacedNode> pairByPosition(
      List<ProcessTree.PlacedNode> ours, List<ProcessTree.PlacedNode> theirs) {
    Map<ProcessTree.PlacedNode, ProcessTree.PlacedNode> found = new LinkedHashMap<>();
    for (int i = 0; i < ours.size(); i++) {
      found.put(ours.get(i), theirs.get(i));
    }
    return found;
  }

  private record CostKey(String here, String there) {}

  /// The number of names that change if two nodes are the same; very high if they cannot be.
  private int cost(ProcessTree.PlacedNode here, ProcessTree.PlacedNode there) {
    CostKey key = new CostKey(here.ref(), there.ref());
    Integer known = costs.get(key);
    if (known == null) {
      known = computeCost(here, there);
      costs.put(key, known);
    }
    return known;
  }

  private int computeCost(ProcessTree.PlacedNode here, ProcessTree.PlacedNode there) {
    if (here.node() instanceof ProcessGroup != there.node() instanceof ProcessGroup) {
      return UnorderedPairing.IMPOSSIBLE_COST;
    }
    int cost = 0;
    for (FieldDelta item : nodeDeltas(here, there)) {
      switch (item.kind()) {
        case NOT_PATCHABLE -> {
          return UnorderedPairing.IMPOSSIBLE_COST;
        }
        case RENAME -> cost++;
        default -> {}
      }
    }
    if (!(here.node() instanceof ProcessGroup)) {
      return cost;
    }
    int marks = reorderedByDrift.size();
    int freeMarks = reorderedParallel.size();
    Map<ProcessTree.PlacedNode, ProcessTree.PlacedNode> children = pairChildren(here, there);
    reorderedByDrift.subList(marks, reorderedByDrift.size()).clear();
    reorderedParallel.subList(freeMarks, reorderedParallel.size()).clear();
    if (children == null) {
      return UnorderedPairing.IMPOSSIBLE_COST;
    }
    for (Map.Entry<ProcessTree.PlacedNode, ProcessTree.PlacedNode> child : children.entrySet()) {
      cost += cost(child.getKey(), child.getValue());
    }
    return Math.min(cost, UnorderedPairing.IMPOSSIBLE_COST);
  }
}
