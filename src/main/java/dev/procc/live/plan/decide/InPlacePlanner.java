package dev.procc.live.plan.decide;

import dev.procc.live.diff.BodyNumbering;
import dev.procc.live.diff.LastApplied;
import dev.procc.live.diff.NodeMatching;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.plan.input.PlanOverrides;
import dev.procc.model.process.ProcessGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds out whether a process can stay, and what then changes: the trees must be equal once the
/// patchable fields and the names are erased.
///
/// Children of a group that works one after another are paired by position. Those of a parallel
/// group by recorded id; what is not recorded so that the fewest names change. Nodes that somebody
/// added, removed or moved in Workiva are left as they are.
public final class InPlacePlanner {
  private static final int IMPOSSIBLE_COST = 1_000_000;
  private static final int MAX_EXACT_PAIRING = 60;

  private final ProcessTree desired;
  private final ProcessTree live;
  private final ProcessTree shifted;
  private final NodeMatching matching;
  private final LastApplied lastApplied;
  private final FieldPlanner fieldPlanner;
  private final BodyNumbering bodies;
  private final PlanOverrides overrides;
  private final boolean strictOrder;
  private final Set<ProcessTree.PlacedNode> setAsideDesired = new LinkedHashSet<>();
  private final Set<ProcessTree.PlacedNode> setAsideLive = new LinkedHashSet<>();
  private final Map<ProcessTree.PlacedNode, ProcessTree.PlacedNode> movedByDrift =
      new LinkedHashMap<>();
  private final List<ProcessTree.PlacedNode> reorderedByDrift = new ArrayList<>();
  private final List<ProcessTree.PlacedNode> reorderedParallel = new ArrayList<>();
  private final Map<String, String> pairs = new LinkedHashMap<>();
  private final Map<CostKey, Integer> costs = new HashMap<>();

  /// @param shifted the live tree as the server will have moved its dates
  public InPlacePlanner(
      ProcessTree desired,
      ProcessTree live,
      ProcessTree shifted,
      NodeMatching matching,
      LastApplied lastApplied,
      FieldPlanner fieldPlanner,
      PlanOverrides overrides,
      boolean strictOrder) {
    this.desired = desired;
    this.live = live;
    this.shifted = shifted;
    this.matching = matching;
    this.lastApplied = lastApplied;
    this.fieldPlanner = fieldPlanner;
    this.bodies = new BodyNumbering(desired);
    this.overrides = overrides;
    this.strictOrder = strictOrder;
    setAsideDrift();
  }

  /// The fields that differ, in document order; absent where the process cannot stay.
  @Nullable
  public List<FieldDelta> fieldDeltas() {
    List<FieldDelta> deltas = new ArrayList<>();
    if (!pair(desired.root(), live.root(), deltas)) {
      return null;
    }
    for (Map.Entry<ProcessTree.PlacedNode, ProcessTree.PlacedNode> entry :
        movedByDrift.entrySet()) {
      if (!pair(entry.getKey(), entry.getValue(), deltas)) {
        return null;
      }
    }
    for (FieldDelta item : deltas) {
      if (item.kind() == FieldDelta.DeltaKind.NOT_PATCHABLE) {
        return null;
      }
    }
    return deltas;
  }

  /// Which live node each address then is.
  public Map<String, String> pairs() {
    return pairs;
  }

  /// Nodes that somebody removed in Workiva.
  public List<ProcessTree.PlacedNode> driftRemoved() {
    List<ProcessTree.PlacedNode> found = new ArrayList<>(setAsideDesired);
    found.removeAll(movedByDrift.keySet());
    return found;
  }

  /// Nodes that somebody added in Workiva.
  public List<ProcessTree.PlacedNode> driftAdded() {
    List<ProcessTree.PlacedNode> found = new ArrayList<>(setAsideLive);
    found.removeAll(movedByDrift.values());
    return found;
  }

  /// Nodes of the definition that somebody put into another group in Workiva.
  public Map<ProcessTree.PlacedNode, ProcessTree.PlacedNode> driftMoved() {
    return movedByDrift;
  }

  /// Groups one after another whose children somebody put into another order in Workiva.
  public List<ProcessTree.PlacedNode> driftReordered() {
    return reorderedByDrift;
  }

  /// Parallel groups whose children stand in another order, which means nothing.
  public List<ProcessTree.PlacedNode> reorderedParallelGroups() {
    return reorderedParallel;
  }

  private void setAsideDrift() {
    if (!lastApplied.isRecorded()) {
      return;
    }
    for (ProcessTree.PlacedNode place : desired.nodes()) {
      String ref = matching.liveRef(place.ref());
      if (ref == null) {
        String id = lastApplied.id(place.ref());
        if (id != null && live.get(id) == null && !overrides.allowsOverwrite(place.ref())) {
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
      if (matching.definitionRef(place.ref()) == null
          && lastApplied.address(place.ref()) == null
          && !overrides.allowsOverwrite(desired.process().identity())) {
        setAsideLive.add(place);
      }
    }
  }

  /// The definition has it where it was recorded, Workiva has it elsewhere.
  private boolean isMovedInWorkiva(ProcessTree.PlacedNode place, String ref) {
    ProcessTree.PlacedNode other = live.get(ref);
    if (place.parent() == null
        || other == null
        || other.parent() == null
        || !ref.equals(lastApplied.id(place.ref()))
        || overrides.allowsOverwrite(place.ref())) {
      return false;
    }
    String recorded = lastApplied.parentId(ref);
    return recorded != null
        && recorded.equals(matching.liveRef(place.parent().ref()))
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

  /// The pairs of children in document order; absent where there is none for each.
  private @Nullable Map<ProcessTree.PlacedNode, ProcessTree.PlacedNode> pairChildren(
      ProcessTree.PlacedNode here, ProcessTree.PlacedNode there) {
    List<ProcessTree.PlacedNode> ours = new ArrayList<>(desired.children(here));
    ours.removeAll(setAsideDesired);
    List<ProcessTree.PlacedNode> theirs = new ArrayList<>(live.children(there));
    theirs.removeAll(setAsideLive);
    if (ours.size() != theirs.size()) {
      return null;
    }
    boolean unordered = here.group().isParallel() && !strictOrder;
    boolean reorderedByEdit = !unordered && isReorderedInWorkiva(here, ours, theirs);
    if (reorderedByEdit) {
      reorderedByDrift.add(here);
    }
    Map<ProcessTree.PlacedNode, ProcessTree.PlacedNode> childPairs =
        unordered
            ? pairUnordered(ours, theirs)
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

  /// The definition has them in the recorded order, Workiva in another one.
  private boolean isReorderedInWorkiva(
      ProcessTree.PlacedNode group,
      List<ProcessTree.PlacedNode> ours,
      List<ProcessTree.PlacedNode> theirs) {
    if (overrides.allowsOverwrite(group.ref())) {
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

  private Map<ProcessTree.PlacedNode, ProcessTree.PlacedNode> pairUnordered(
      List<ProcessTree.PlacedNode> ours, List<ProcessTree.PlacedNode> theirs) {
    Map<ProcessTree.PlacedNode, ProcessTree.PlacedNode> found = new LinkedHashMap<>();
    Set<ProcessTree.PlacedNode> unpaired = new LinkedHashSet<>();
    unpaired.addAll(theirs);
    for (ProcessTree.PlacedNode place : ours) {
      String id = lastApplied.id(place.ref());
      ProcessTree.PlacedNode other = id == null ? null : live.get(id);
      if (other != null && unpaired.remove(other)) {
        found.put(place, other);
      }
    }
    pairEqualBodies(ours, theirs, found, unpaired);
    List<ProcessTree.PlacedNode> restDesired = new ArrayList<>(ours);
    restDesired.removeAll(found.keySet());
    List<ProcessTree.PlacedNode> restLive = new ArrayList<>(theirs);
    restLive.retainAll(unpaired);
    if (restDesired.size() <= MAX_EXACT_PAIRING) {
      pairAtLeastCost(restDesired, restLive, found);
    } else {
      pairGreedily(restDesired, restLive, found);
    }
    Map<ProcessTree.PlacedNode, ProcessTree.PlacedNode> ordered = new LinkedHashMap<>();
    for (ProcessTree.PlacedNode place : ours) {
      ProcessTree.PlacedNode other = found.get(place);
      if (other != null) {
        ordered.put(place, other);
      }
    }
    return ordered;
  }

  private void pairEqualBodies(
      List<ProcessTree.PlacedNode> ours,
      List<ProcessTree.PlacedNode> theirs,
      Map<ProcessTree.PlacedNode, ProcessTree.PlacedNode> found,
      Set<ProcessTree.PlacedNode> unpaired) {
    Map<Integer, List<ProcessTree.PlacedNode>> byBody = new HashMap<>();
    for (ProcessTree.PlacedNode place : theirs) {
      if (unpaired.contains(place)) {
        byBody.computeIfAbsent(bodies.withNames(place.node()), b -> new ArrayList<>()).add(place);
      }
    }
    for (ProcessTree.PlacedNode place : ours) {
      List<ProcessTree.PlacedNode> equal = byBody.get(bodies.withNames(place.node()));
      if (!found.containsKey(place) && equal != null && !equal.isEmpty()) {
        ProcessTree.PlacedNode other = equal.removeFirst();
        found.put(place, other);
        unpaired.remove(other);
      }
    }
  }

  private void pairAtLeastCost(
      List<ProcessTree.PlacedNode> ours,
      List<ProcessTree.PlacedNode> theirs,
      Map<ProcessTree.PlacedNode, ProcessTree.PlacedNode> found) {
    int n = ours.size();
    int[][] table = new int[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        table[i][j] = cost(ours.get(i), theirs.get(j));
      }
    }
    int[] assigned = MinimumCostAssignment.solve(table);
    for (int i = 0; i < n; i++) {
      found.put(ours.get(i), theirs.get(assigned[i]));
    }
  }

  /// Too many to weigh each against each: by body but for the names, then by what they were matched
  /// to, then in order.
  private void pairGreedily(
      List<ProcessTree.PlacedNode> ours,
      List<ProcessTree.PlacedNode> theirs,
      Map<ProcessTree.PlacedNode, ProcessTree.PlacedNode> found) {
    Map<Integer, List<ProcessTree.PlacedNode>> byBody = new HashMap<>();
    Set<ProcessTree.PlacedNode> unpaired = new LinkedHashSet<>(theirs);
    for (ProcessTree.PlacedNode place : theirs) {
      byBody.computeIfAbsent(bodies.withoutNames(place.node()), b -> new ArrayList<>()).add(place);
    }
    List<ProcessTree.PlacedNode> rest = new ArrayList<>();
    for (ProcessTree.PlacedNode place : ours) {
      List<ProcessTree.PlacedNode> equal = byBody.get(bodies.withoutNames(place.node()));
      if (equal != null && !equal.isEmpty()) {
        ProcessTree.PlacedNode other = equal.removeFirst();
        found.put(place, other);
        unpaired.remove(other);
      } else {
        rest.add(place);
      }
    }
    Iterator<ProcessTree.PlacedNode> left = unpaired.iterator();
    for (ProcessTree.PlacedNode place : rest) {
      found.put(place, left.next());
    }
  }

  private record CostKey(String here, String there) {}

  /// How many names change when these two are the same; very many where they cannot be.
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
      return IMPOSSIBLE_COST;
    }
    int cost = 0;
    for (FieldDelta item : nodeDeltas(here, there)) {
      switch (item.kind()) {
        case NOT_PATCHABLE -> {
          return IMPOSSIBLE_COST;
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
      return IMPOSSIBLE_COST;
    }
    for (Map.Entry<ProcessTree.PlacedNode, ProcessTree.PlacedNode> child : children.entrySet()) {
      cost += cost(child.getKey(), child.getValue());
    }
    return Math.min(cost, IMPOSSIBLE_COST);
  }
}
