package dev.procc.live.plan.decide;

import dev.procc.live.diff.BodyNumbering;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.plan.compare.ProcessComparison;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntBiFunction;
import org.jspecify.annotations.Nullable;

/// The pairing of the children of parallel groups so that the fewest names change; among equal
/// pairings, the one that keeps more recorded ids.
///
/// Keys alone decide nothing: if two children traded their keys, nothing changed, and if they
/// traded their assignees, two names change.
final class UnorderedPairing {
  /// More than all names of a process: the cost of two nodes that cannot be the same.
  static final int IMPOSSIBLE_COST = 100_000;

  private static final int MAX_EXACT_PAIRING = 60;

  private final ProcessComparison comparison;
  private final BodyNumbering bodies;
  private final ToIntBiFunction<ProcessTree.PlacedNode, ProcessTree.PlacedNode> cost;

  /// @param cost the number of names that change if two nodes are the same; very high if they
  ///   cannot be
  UnorderedPairing(
      ProcessComparison comparison,
      ToIntBiFunction<ProcessTree.PlacedNode, ProcessTree.PlacedNode> cost) {
    this.comparison = comparison;
    this.bodies = new BodyNumbering(comparison.definition().normal());
    this.cost = cost;
  }

  /// The live child for each child of the definition, in document order.
  ///
  /// @param theirs as many as `ours`
  Map<ProcessTree.PlacedNode, ProcessTree.PlacedNode> pair(
      List<ProcessTree.PlacedNode> ours, List<ProcessTree.PlacedNode> theirs) {
    Map<ProcessTree.PlacedNode, ProcessTree.PlacedNode> found = new LinkedHashMap<>();
    Set<ProcessTree.PlacedNode> unpaired = new LinkedHashSet<>(theirs);
    for (ProcessTree.PlacedNode place : ours) {
      ProcessTree.PlacedNode other = recorded(place);
      if (other != null && unpaired.contains(other) && cost.applyAsInt(place, other) == 0) {
        found.put(place, other);
        unpaired.remove(other);
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

  /// The live node that is recorded for a child of the definition; null if there is none.
  private ProcessTree.@Nullable PlacedNode recorded(ProcessTree.PlacedNode place) {
    String id = comparison.lastApplied().id(place.ref());
    return id == null ? null : comparison.liveTree().get(id);
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
        int keepsId = theirs.get(j).equals(recorded(ours.get(i))) ? 0 : 1;
        table[i][j] = cost.applyAsInt(ours.get(i), theirs.get(j)) * (n + 1) + keepsId;
      }
    }
    int[] assigned = MinimumCostAssignment.solve(table);
    for (int i = 0; i < n; i++) {
      found.put(ours.get(i), theirs.get(assigned[i]));
    }
  }

  /// Pairs children that are too many to compare each with each: by recorded id, then by body, both
  /// apart from the names, then in order.
  private void pairGreedily(
      List<ProcessTree.PlacedNode> ours,
      List<ProcessTree.PlacedNode> theirs,
      Map<ProcessTree.PlacedNode, ProcessTree.PlacedNode> found) {
    Map<Integer, List<ProcessTree.PlacedNode>> byBody = new HashMap<>();
    Set<ProcessTree.PlacedNode> unpaired = new LinkedHashSet<>(theirs);
    List<ProcessTree.PlacedNode> restDesired = new ArrayList<>();
    for (ProcessTree.PlacedNode place : ours) {
      ProcessTree.PlacedNode other = recorded(place);
      if (other != null
          && cost.applyAsInt(place, other) < IMPOSSIBLE_COST
          && unpaired.remove(other)) {
        found.put(place, other);
      } else {
        restDesired.add(place);
      }
    }
    for (ProcessTree.PlacedNode place : unpaired) {
      byBody.computeIfAbsent(bodies.withoutNames(place.node()), b -> new ArrayList<>()).add(place);
    }
    List<ProcessTree.PlacedNode> rest = new ArrayList<>();
    for (ProcessTree.PlacedNode place : restDesired) {
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
}
