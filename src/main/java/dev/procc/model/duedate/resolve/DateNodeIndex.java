package dev.procc.model.duedate.resolve;

import dev.procc.model.duedate.DateNode;
import dev.procc.model.duedate.DateTree;
import dev.procc.model.duedate.SourcedCalendar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The nodes in tree order, in which a subtree is an interval, and the lookup of `task(x)`. Safe
/// for use by several threads.
final class DateNodeIndex {
  /// The index when no node has the path.
  static final int NONE = -1;

  /// The index when two or more nodes of the nearest scope have the path.
  static final int AMBIGUOUS = -2;

  private final List<DateNode> nodes = new ArrayList<>();
  private int[] parents = new int[64];
  private int[] subtreeEnds = new int[64];
  private int[] predecessors = new int[64];
  private SourcedCalendar[] calendars = new SourcedCalendar[64];
  private final PathIndex tasks = new PathIndex(false);
  private final PathIndex groups = new PathIndex(true);
  private volatile @Nullable Map<String, List<Integer>> byKey;

  DateNodeIndex(DateTree tree) {
    add(tree.root(), NONE, NONE, tree.calendar());
  }

  private int add(DateNode node, int parent, int predecessor, SourcedCalendar above) {
    int index = nodes.size();
    nodes.add(node);
    if (index == parents.length) {
      parents = Arrays.copyOf(parents, index * 2);
      subtreeEnds = Arrays.copyOf(subtreeEnds, index * 2);
      predecessors = Arrays.copyOf(predecessors, index * 2);
      calendars = Arrays.copyOf(calendars, index * 2);
    }
    parents[index] = parent;
    predecessors[index] = predecessor;
    SourcedCalendar own = node.calendar() == null ? above : node.calendar();
    calendars[index] = own;
    int last = NONE;
    for (DateNode child : node.children()) {
      last = add(child, index, last, own);
    }
    subtreeEnds[index] = nodes.size();
    return index;
  }

  int size() {
    return nodes.size();
  }

  DateNode get(int index) {
    return nodes.get(index);
  }

  /// The parent group; `NONE` for the root.
  int parent(int index) {
    return parents[index];
  }

  /// The calendar by which the node counts.
  SourcedCalendar calendar(int index) {
    return calendars[index];
  }

  /// The index after the last descendant.
  int subtreeEnd(int index) {
    return subtreeEnds[index];
  }

  /// The sibling before it in a group that runs one after another; otherwise `NONE`.
  int predecessor(int index) {
    int parent = parents[index];
    return parent == NONE || nodes.get(parent).parallel() ? NONE : predecessors[index];
  }

  /// The node with a path, searched from a node outward; the first scope with a match decides.
  int find(int from, boolean group, String path) {
    int[] found = index(group).matches(path);
    for (int scope = from; scope != NONE; scope = parents[scope]) {
      int first = lowerBound(found, scope);
      int count = lowerBound(found, subtreeEnds[scope]) - first;
      if (count > 0) {
        return count == 1 ? found[first] : AMBIGUOUS;
      }
      int beside = findInSameUse(scope, group, path);
      if (beside != NONE) {
        return beside;
      }
    }
    return NONE;
  }

  /// The node with a path among those that the same use made.
  private int findInSameUse(int index, boolean group, String path) {
    String prefix = nodes.get(index).prefix();
    if (prefix.isEmpty() || path.startsWith("/")) {
      return NONE;
    }
    for (int found : index(group).matches(prefix + path)) {
      int top = found;
      for (int slash = path.indexOf('/'); slash != -1 && top != NONE; ) {
        top = parents[top];
        slash = path.indexOf('/', slash + 1);
      }
      if (top != NONE && parents[top] == parents[index]) {
        return found;
      }
    }
    return NONE;
  }

  /// The nodes that a path may mean, in the nearest scope that has any.
  List<DateNode> candidates(int from, boolean group, String path) {
    int[] found = index(group).matches(path);
    List<DateNode> inside = new ArrayList<>();
    for (int scope = from; inside.isEmpty() && scope != NONE; scope = parents[scope]) {
      int end = lowerBound(found, subtreeEnds[scope]);
      for (int i = lowerBound(found, scope); i < end; i++) {
        inside.add(nodes.get(found[i]));
      }
    }
    return inside;
  }

  /// The keys of all tasks or groups, in tree order.
  Set<String> keys(boolean group) {
    Set<String> keys = new LinkedHashSet<>();
    for (int i = 1; i < nodes.size(); i++) {
      if (isGroup(i) == group) {
        keys.add(nodes.get(i).key());
      }
    }
    return keys;
  }

  /// The keys below the root: `entities/us/recon-ar`.
  String path(int index) {
    return index == 0 || parents[index] == 0
        ? nodes.get(index).key()
        : path(parents[index]) + "/" + nodes.get(index).key();
  }

  private boolean isGroup(int index) {
    return nodes.get(index).kind() == DateNode.NodeKind.GROUP;
  }

  private PathIndex index(boolean group) {
    return group ? groups : tasks;
  }

  /// The tasks, or the groups, by path; each path is searched once.
  private final class PathIndex {
    private final boolean group;
    private final Map<String, int[]> matchesByPath = new ConcurrentHashMap<>();

    PathIndex(boolean group) {
      this.group = group;
    }

    int[] matches(String path) {
      int[] found = matchesByPath.get(path);
      if (found == null) {
        found = search(path);
        matchesByPath.put(path, found);
      }
      return found;
    }

    private int[] search(String path) {
      boolean whole = path.startsWith("/");
      String tail = whole ? path.substring(1) : path;
      List<Integer> named =
          byKey().getOrDefault(tail.substring(tail.lastIndexOf('/') + 1), List.of());
      int[] found = new int[named.size()];
      int count = 0;
      for (int index : named) {
        if (isGroup(index) == group && endsWith(index, tail, whole)) {
          found[count++] = index;
        }
      }
      return Arrays.copyOf(found, count);
    }
  }

  /// Whether the keys down to the node end with a path; with `whole`, whether they are the path.
  /// The root does not count.
  private boolean endsWith(int index, String path, boolean whole) {
    int at = index;
    int end = path.length();
    while (at != 0) {
      int slash = path.lastIndexOf('/', end - 1);
      if (!nodes.get(at).key().equals(path.substring(slash + 1, end))) {
        return false;
      }
      at = parents[at];
      if (slash == -1) {
        return !whole || at == 0;
      }
      end = slash;
    }
    return false;
  }

  private Map<String, List<Integer>> byKey() {
    Map<String, List<Integer>> index = byKey;
    if (index == null) {
      index = new HashMap<>();
      for (int i = 0; i < nodes.size(); i++) {
        index.computeIfAbsent(nodes.get(i).key(), key -> new ArrayList<>(1)).add(i);
      }
      byKey = index;
    }
    return index;
  }

  private static int lowerBound(int[] sorted, int value) {
    int found = Arrays.binarySearch(sorted, value);
    return found < 0 ? -found - 1 : found;
  }
}
