package dev.procc.live.plan;

import dev.procc.live.diff.Base;
import dev.procc.live.diff.Bodies;
import dev.procc.live.diff.Matching;
import dev.procc.live.diff.Tree;
import dev.procc.model.process.Group;
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
final class InPlace {
  private static final int IMPOSSIBLE_COST = 1_000_000;
  private static final int EXACT_UP_TO = 60;

  private final Tree desired;
  private final Tree live;
  private final Tree shifted;
  private final Matching matching;
  private final Base base;
  private final Goals goals;
  private final Bodies bodies;
  private final Overrides overrides;
  private final boolean strictOrder;
  private final Set<Tree.Place> leftHere = new LinkedHashSet<>();
  private final Set<Tree.Place> leftThere = new LinkedHashSet<>();
  private final Map<Tree.Place, Tree.Place> elsewhere = new LinkedHashMap<>();
  private final List<Tree.Place> reordered = new ArrayList<>();
  private final List<Tree.Place> reorderedFree = new ArrayList<>();
  private final Map<String, String> pairs = new LinkedHashMap<>();
  private final Map<CostKey, Integer> costs = new HashMap<>();

  /// @param shifted the live tree as the server will have moved its dates
  InPlace(
      Tree desired,
      Tree live,
      Tree shifted,
      Matching matching,
      Base base,
      Goals goals,
      Overrides overrides,
      boolean strictOrder) {
    this.desired = desired;
    this.live = live;
    this.shifted = shifted;
    this.matching = matching;
    this.base = base;
    this.goals = goals;
    this.bodies = new Bodies(desired);
    this.overrides = overrides;
    this.strictOrder = strictOrder;
    setAside();
  }

  /// The fields that differ, in document order; absent where the process cannot stay.
  @Nullable List<Item> items() {
    List<Item> items = new ArrayList<>();
    if (!pair(desired.root(), live.root(), items)) {
      return null;
    }
    for (Map.Entry<Tree.Place, Tree.Place> entry : elsewhere.entrySet()) {
      if (!pair(entry.getKey(), entry.getValue(), items)) {
        return null;
      }
    }
    for (Item item : items) {
      if (item.kind() == Item.Kind.IMPOSSIBLE) {
        return null;
      }
    }
    return items;
  }

  /// Which live node each address then is.
  Map<String, String> pairs() {
    return pairs;
  }

  /// Nodes that somebody removed in Workiva.
  List<Tree.Place> removedThere() {
    List<Tree.Place> found = new ArrayList<>(leftHere);
    found.removeAll(elsewhere.keySet());
    return found;
  }

  /// Nodes that somebody added in Workiva.
  List<Tree.Place> addedThere() {
    List<Tree.Place> found = new ArrayList<>(leftThere);
    found.removeAll(elsewhere.values());
    return found;
  }

  /// Nodes of the definition that somebody put into another group in Workiva.
  Map<Tree.Place, Tree.Place> movedThere() {
    return elsewhere;
  }

  /// Groups one after another whose children somebody put into another order in Workiva.
  List<Tree.Place> reorderedThere() {
    return reordered;
  }

  /// Parallel groups whose children stand in another order, which means nothing.
  List<Tree.Place> reorderedFreely() {
    return reorderedFree;
  }

  private void setAside() {
    if (!base.known()) {
      return;
    }
    for (Tree.Place place : desired.all()) {
      String ref = matching.live(place.ref());
      if (ref == null) {
        String id = base.id(place.ref());
        if (id != null && live.get(id) == null && !overrides.overwrites(place.ref())) {
          leftHere.add(place);
        }
      } else if (movedInWorkiva(place, ref)) {
        Tree.Place other = live.get(ref);
        if (other != null) {
          leftHere.add(place);
          leftThere.add(other);
          elsewhere.put(place, other);
        }
      }
    }
    for (Tree.Place place : live.all()) {
      if (matching.definition(place.ref()) == null
          && base.address(place.ref()) == null
          && !overrides.overwrites(desired.process().identity())) {
        leftThere.add(place);
      }
    }
  }

  /// The definition has it where it was recorded, Workiva has it elsewhere.
  private boolean movedInWorkiva(Tree.Place place, String ref) {
    Tree.Place other = live.get(ref);
    if (place.parent() == null
        || other == null
        || other.parent() == null
        || !ref.equals(base.id(place.ref()))
        || overrides.overwrites(place.ref())) {
      return false;
    }
    String recorded = base.parent(ref);
    return recorded != null
        && recorded.equals(matching.live(place.parent().ref()))
        && !recorded.equals(other.parent().ref());
  }

  private boolean pair(Tree.Place here, Tree.Place there, List<Item> items) {
    if (here.node() instanceof Group != there.node() instanceof Group) {
      return false;
    }
    pairs.put(here.ref(), there.ref());
    items.addAll(fields(here, there));
    if (!(here.node() instanceof Group)) {
      return true;
    }
    Map<Tree.Place, Tree.Place> children = children(here, there);
    if (children == null) {
      return false;
    }
    for (Map.Entry<Tree.Place, Tree.Place> child : children.entrySet()) {
      if (!pair(child.getKey(), child.getValue(), items)) {
        return false;
      }
    }
    return true;
  }

  private List<Item> fields(Tree.Place here, Tree.Place there) {
    Tree.Place later = shifted.get(there.ref());
    return goals.node(here, there, later == null ? there : later);
  }

  /// The pairs of children in document order; absent where there is none for each.
  private @Nullable Map<Tree.Place, Tree.Place> children(Tree.Place here, Tree.Place there) {
    List<Tree.Place> ours = new ArrayList<>(desired.children(here));
    ours.removeAll(leftHere);
    List<Tree.Place> theirs = new ArrayList<>(live.children(there));
    theirs.removeAll(leftThere);
    if (ours.size() != theirs.size()) {
      return null;
    }
    boolean free = here.group().parallel() && !strictOrder;
    boolean edited = !free && reorderedInWorkiva(here, ours, theirs);
    if (edited) {
      reordered.add(here);
    }
    Map<Tree.Place, Tree.Place> found =
        free ? freely(ours, theirs) : edited ? byId(ours) : byPosition(ours, theirs);
    if (free && !inOrder(found)) {
      reorderedFree.add(here);
    }
    return found;
  }

  private static boolean inOrder(Map<Tree.Place, Tree.Place> found) {
    int last = -1;
    for (Tree.Place there : found.values()) {
      if (there.index() < last) {
        return false;
      }
      last = there.index();
    }
    return true;
  }

  /// The definition has them in the recorded order, Workiva in another one.
  private boolean reorderedInWorkiva(
      Tree.Place group, List<Tree.Place> ours, List<Tree.Place> theirs) {
    if (overrides.overwrites(group.ref())) {
      return false;
    }
    Set<String> there = new HashSet<>();
    boolean sameOrder = true;
    int last = -1;
    for (Tree.Place place : theirs) {
      there.add(place.ref());
    }
    for (int i = 0; i < ours.size(); i++) {
      String id = base.id(ours.get(i).ref());
      int order = id == null ? -1 : base.order(id);
      if (id == null || order <= last || !there.contains(id)) {
        return false;
      }
      last = order;
      sameOrder &= id.equals(theirs.get(i).ref());
    }
    return !sameOrder;
  }

  private Map<Tree.Place, Tree.Place> byId(List<Tree.Place> ours) {
    Map<Tree.Place, Tree.Place> found = new LinkedHashMap<>();
    for (Tree.Place place : ours) {
      String id = base.id(place.ref());
      Tree.Place other = id == null ? null : live.get(id);
      if (other != null) {
        found.put(place, other);
      }
    }
    return found;
  }

  private static Map<Tree.Place, Tree.Place> byPosition(
      List<Tree.Place> ours, List<Tree.Place> theirs) {
    Map<Tree.Place, Tree.Place> found = new LinkedHashMap<>();
    for (int i = 0; i < ours.size(); i++) {
      found.put(ours.get(i), theirs.get(i));
    }
    return found;
  }

  private Map<Tree.Place, Tree.Place> freely(List<Tree.Place> ours, List<Tree.Place> theirs) {
    Map<Tree.Place, Tree.Place> found = new LinkedHashMap<>();
    Set<Tree.Place> open = new LinkedHashSet<>();
    open.addAll(theirs);
    for (Tree.Place place : ours) {
      String id = base.id(place.ref());
      Tree.Place other = id == null ? null : live.get(id);
      if (other != null && open.remove(other)) {
        found.put(place, other);
      }
    }
    equalBodies(ours, theirs, found, open);
    List<Tree.Place> restHere = new ArrayList<>(ours);
    restHere.removeAll(found.keySet());
    List<Tree.Place> restThere = new ArrayList<>(theirs);
    restThere.retainAll(open);
    if (restHere.size() <= EXACT_UP_TO) {
      cheapest(restHere, restThere, found);
    } else {
      likeliest(restHere, restThere, found);
    }
    Map<Tree.Place, Tree.Place> ordered = new LinkedHashMap<>();
    for (Tree.Place place : ours) {
      Tree.Place other = found.get(place);
      if (other != null) {
        ordered.put(place, other);
      }
    }
    return ordered;
  }

  private void equalBodies(
      List<Tree.Place> ours,
      List<Tree.Place> theirs,
      Map<Tree.Place, Tree.Place> found,
      Set<Tree.Place> open) {
    Map<Integer, List<Tree.Place>> byBody = new HashMap<>();
    for (Tree.Place place : theirs) {
      if (open.contains(place)) {
        byBody.computeIfAbsent(bodies.full(place.node()), b -> new ArrayList<>()).add(place);
      }
    }
    for (Tree.Place place : ours) {
      List<Tree.Place> equal = byBody.get(bodies.full(place.node()));
      if (!found.containsKey(place) && equal != null && !equal.isEmpty()) {
        Tree.Place other = equal.removeFirst();
        found.put(place, other);
        open.remove(other);
      }
    }
  }

  private void cheapest(
      List<Tree.Place> ours, List<Tree.Place> theirs, Map<Tree.Place, Tree.Place> found) {
    int n = ours.size();
    int[][] table = new int[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        table[i][j] = cost(ours.get(i), theirs.get(j));
      }
    }
    int[] assigned = Assignment.cheapest(table);
    for (int i = 0; i < n; i++) {
      found.put(ours.get(i), theirs.get(assigned[i]));
    }
  }

  /// Too many to weigh each against each: by body but for the names, then by what they were matched
  /// to, then in order.
  private void likeliest(
      List<Tree.Place> ours, List<Tree.Place> theirs, Map<Tree.Place, Tree.Place> found) {
    Map<Integer, List<Tree.Place>> byBody = new HashMap<>();
    Set<Tree.Place> open = new LinkedHashSet<>(theirs);
    for (Tree.Place place : theirs) {
      byBody.computeIfAbsent(bodies.bare(place.node()), b -> new ArrayList<>()).add(place);
    }
    List<Tree.Place> rest = new ArrayList<>();
    for (Tree.Place place : ours) {
      List<Tree.Place> equal = byBody.get(bodies.bare(place.node()));
      if (equal != null && !equal.isEmpty()) {
        Tree.Place other = equal.removeFirst();
        found.put(place, other);
        open.remove(other);
      } else {
        rest.add(place);
      }
    }
    Iterator<Tree.Place> left = open.iterator();
    for (Tree.Place place : rest) {
      found.put(place, left.next());
    }
  }

  private record CostKey(String here, String there) {}

  /// How many names change when these two are the same; very many where they cannot be.
  private int cost(Tree.Place here, Tree.Place there) {
    CostKey key = new CostKey(here.ref(), there.ref());
    Integer known = costs.get(key);
    if (known == null) {
      known = weigh(here, there);
      costs.put(key, known);
    }
    return known;
  }

  private int weigh(Tree.Place here, Tree.Place there) {
    if (here.node() instanceof Group != there.node() instanceof Group) {
      return IMPOSSIBLE_COST;
    }
    int cost = 0;
    for (Item item : fields(here, there)) {
      switch (item.kind()) {
        case IMPOSSIBLE -> {
          return IMPOSSIBLE_COST;
        }
        case RENAME -> cost++;
        default -> {}
      }
    }
    if (!(here.node() instanceof Group)) {
      return cost;
    }
    int marks = reordered.size();
    int freeMarks = reorderedFree.size();
    Map<Tree.Place, Tree.Place> children = children(here, there);
    reordered.subList(marks, reordered.size()).clear();
    reorderedFree.subList(freeMarks, reorderedFree.size()).clear();
    if (children == null) {
      return IMPOSSIBLE_COST;
    }
    for (Map.Entry<Tree.Place, Tree.Place> child : children.entrySet()) {
      cost += cost(child.getKey(), child.getValue());
    }
    return Math.min(cost, IMPOSSIBLE_COST);
  }
}
