package dev.procc.live.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/// A model of what the API can do to a process, simple enough for a breadth-first search: an
/// ordered tree, two fields of the process that PATCH sets (it can also remove the first), a name
/// of each node that batchUpdates sets, and a field of each node that nothing sets. Values are 0
/// (absent), 1, 2.
///
/// It knows nothing of the planner and imports nothing from it.
final class ExhaustiveSearch {
  /// @param parents the parent of each node in document order, -1 for the root
  /// @param patchable the removable field, then the other field
  record TreeState(int[] parents, int[] patchable, int[] names, int[] fixed) {
    int size() {
      return parents.length;
    }
  }

  private ExhaustiveSearch() {}

  /// The smallest number of operations from one state to the other; -1 if there is no way.
  ///
  /// @param unordered whether the order of siblings is irrelevant
  static int leastOperations(TreeState from, TreeState to, boolean unordered) {
    int n = from.size();
    int[] start = new int[n + 2];
    start[0] = from.patchable[0];
    start[1] = from.patchable[1];
    System.arraycopy(from.names, 0, start, 2, n);
    int states = (int) Math.pow(3, n + 2);
    int[] distance = new int[states];
    Arrays.fill(distance, -1);
    distance[code(start)] = 0;
    Deque<int[]> waiting = new ArrayDeque<>();
    waiting.add(start);
    String goal = text(to, unordered);
    while (!waiting.isEmpty()) {
      int[] now = waiting.removeFirst();
      if (text(with(from, now), unordered).equals(goal)) {
        return distance[code(now)];
      }
      for (int[] next : steps(now)) {
        if (distance[code(next)] < 0) {
          distance[code(next)] = distance[code(now)] + 1;
          waiting.add(next);
        }
      }
    }
    return -1;
  }

  /// All states after one operation: a replace or remove of a PATCH, or a new name of a batch.
  private static List<int[]> steps(int[] state) {
    List<int[]> next = new ArrayList<>();
    for (int i = 0; i < state.length; i++) {
      for (int value = 0; value <= 2; value++) {
        boolean removes = value == 0;
        if (value != state[i] && (!removes || i == 0)) {
          int[] other = state.clone();
          other[i] = value;
          next.add(other);
        }
      }
    }
    return next;
  }

  private static int code(int[] state) {
    int code = 0;
    for (int value : state) {
      code = code * 3 + value;
    }
    return code;
  }

  private static TreeState with(TreeState base, int[] state) {
    return new TreeState(
        base.parents,
        new int[] {state[0], state[1]},
        Arrays.copyOfRange(state, 2, state.length),
        base.fixed);
  }

  private static String text(TreeState state, boolean unordered) {
    return state.patchable[0] + "," + state.patchable[1] + text(state, 0, unordered);
  }

  private static String text(TreeState state, int node, boolean unordered) {
    List<String> children = new ArrayList<>();
    for (int i = node + 1; i < state.size(); i++) {
      if (state.parents[i] == node) {
        children.add(text(state, i, unordered));
      }
    }
    if (unordered) {
      Collections.sort(children);
    }
    return "(" + state.names[node] + state.fixed[node] + String.join("", children) + ")";
  }

  /// All ordered trees with so many nodes.
  static List<int[]> trees(int nodes) {
    List<int[]> found = new ArrayList<>();
    int[] parents = new int[nodes];
    parents[0] = -1;
    grow(parents, 1, found);
    return found;
  }

  /// In document order a node's parent is the node before it or one of that node's ancestors.
  private static void grow(int[] parents, int at, List<int[]> found) {
    if (at == parents.length) {
      found.add(parents.clone());
      return;
    }
    for (int parent = at - 1; parent >= 0; parent = parents[parent]) {
      parents[at] = parent;
      grow(parents, at + 1, found);
    }
  }
}
