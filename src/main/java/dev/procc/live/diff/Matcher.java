package dev.procc.live.diff;

import dev.procc.base.json.Json;
import dev.procc.model.catalog.Change;
import dev.procc.model.catalog.Field;
import dev.procc.model.process.Group;
import dev.procc.model.process.Job;
import dev.procc.model.process.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/// Finds which node is which: by recorded id (and `moved`), then by the same position with an equal
/// body, then by a body that is unique in its parent, then in the process; last, where nothing is
/// recorded of either, by a name unique in its parent and by position. Identical twins are
/// interchangeable and keep their order; other twins are never guessed.
public final class Matcher {
  private final Tree definition;
  private final Tree live;
  private final Base base;
  private final Bodies bodies;
  private final Matching matching = new Matching();

  private Matcher(Tree definition, Tree live, Base base) {
    this.definition = definition;
    this.live = live;
    this.base = base;
    this.bodies = new Bodies(definition);
  }

  /// Both processes in normal form.
  public static Matching match(Tree definition, Tree live, Base base) {
    Matcher matcher = new Matcher(definition, live, base);
    matcher.run();
    return matcher.matching;
  }

  /// Whether both are groups or both are jobs.
  static boolean alike(Tree.Place one, Tree.Place other) {
    return one.node() instanceof Group == other.node() instanceof Group;
  }

  private void run() {
    matching.pair(definition.root().ref(), live.root().ref());
    byRecordedId();
    within(definition.root(), this::bySamePlace);
    within(definition.root(), (d, l) -> byUniqueBody(d, l, bodies::full));
    within(definition.root(), (d, l) -> byUniqueBody(d, l, bodies::bare));
    everywhere(bodies::full);
    everywhere(bodies::bare);
    within(definition.root(), this::byUniqueName);
    within(definition.root(), this::byPosition);
  }

  private void byRecordedId() {
    for (Tree.Place place : definition.all()) {
      String id = base.id(place.ref());
      Tree.Place other = id == null ? null : live.get(id);
      if (other != null && alike(place, other) && matching.free(place, other)) {
        matching.pair(place.ref(), other.ref());
      }
    }
  }

  private interface Step {
    void on(List<Tree.Place> definition, List<Tree.Place> live);
  }

  /// Runs a step over the children of each pair of groups, outside in.
  private void within(Tree.Place top, Step step) {
    Deque<Tree.Place> waiting = new ArrayDeque<>();
    waiting.add(top);
    while (!waiting.isEmpty()) {
      Tree.Place group = waiting.removeFirst();
      String liveRef = matching.live(group.ref());
      Tree.Place other = liveRef == null ? null : live.get(liveRef);
      List<Tree.Place> children = definition.children(group);
      if (other != null) {
        step.on(children, live.children(other));
      }
      for (Tree.Place child : children) {
        if (child.node() instanceof Group) {
          waiting.add(child);
        }
      }
    }
  }

  /// A node that is recorded on either side is what the record says, or new, or gone.
  private boolean unrecorded(Tree.Place one, Tree.Place other) {
    return base.id(one.ref()) == null && base.address(other.ref()) == null;
  }

  /// A recorded live node whose address is gone from the definition may be one whose key was
  /// renamed; a recorded address whose node is gone was removed in Workiva.
  private boolean open(Tree.Place one, Tree.Place other) {
    return matching.free(one, other) && alike(one, other) && base.id(one.ref()) == null;
  }

  private void bySamePlace(List<Tree.Place> ours, List<Tree.Place> theirs) {
    for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
      Tree.Place one = ours.get(i);
      Tree.Place other = theirs.get(i);
      if (open(one, other) && bodies.full(one.node()) == bodies.full(other.node())) {
        whole(one, other);
      }
    }
  }

  private void byUniqueBody(
      List<Tree.Place> ours, List<Tree.Place> theirs, ToIntFunction<Node> body) {
    Map<Integer, List<Tree.Place>> open = byBody(theirs, body, false);
    for (Map.Entry<Integer, List<Tree.Place>> twins : byBody(ours, body, true).entrySet()) {
      List<Tree.Place> others = open.getOrDefault(twins.getKey(), List.of());
      if (others.isEmpty()) {
        continue;
      }
      boolean identical = same(twins.getValue(), others);
      if (identical || twins.getValue().size() == 1 && others.size() == 1) {
        for (int i = 0; i < Math.min(twins.getValue().size(), others.size()); i++) {
          whole(twins.getValue().get(i), others.get(i));
        }
      }
    }
  }

  /// Whether all of them are equal, names included.
  private boolean same(List<Tree.Place> ours, List<Tree.Place> theirs) {
    int first = bodies.full(ours.getFirst().node());
    for (Tree.Place place : ours) {
      if (bodies.full(place.node()) != first) {
        return false;
      }
    }
    for (Tree.Place place : theirs) {
      if (bodies.full(place.node()) != first) {
        return false;
      }
    }
    return ours.size() == theirs.size();
  }

  private void everywhere(ToIntFunction<Node> body) {
    List<Tree.Place> all = new ArrayList<>();
    live.all().forEach(all::add);
    Map<Integer, List<Tree.Place>> open = byBody(all, body, false);
    List<Tree.Place> ours = new ArrayList<>();
    definition.all().forEach(ours::add);
    for (Map.Entry<Integer, List<Tree.Place>> twins : byBody(ours, body, true).entrySet()) {
      List<Tree.Place> others = open.getOrDefault(twins.getKey(), List.of());
      if (twins.getValue().size() == 1 && others.size() == 1) {
        Tree.Place one = twins.getValue().getFirst();
        if (matching.free(one, others.getFirst())) {
          whole(one, others.getFirst());
        }
      } else if (!others.isEmpty()) {
        for (Tree.Place twin : twins.getValue()) {
          if (matching.live(twin.ref()) == null && !matching.ambiguous().contains(twin.ref())) {
            matching.ambiguous(twin.ref());
          }
        }
      }
    }
  }

  private Map<Integer, List<Tree.Place>> byBody(
      List<Tree.Place> places, ToIntFunction<Node> body, boolean ours) {
    Map<Integer, List<Tree.Place>> found = new LinkedHashMap<>();
    for (Tree.Place place : places) {
      boolean taken =
          ours
              ? matching.live(place.ref()) != null || base.id(place.ref()) != null
              : matching.definition(place.ref()) != null;
      if (!taken) {
        found.computeIfAbsent(body.applyAsInt(place.node()), b -> new ArrayList<>()).add(place);
      }
    }
    return found;
  }

  private void byUniqueName(List<Tree.Place> ours, List<Tree.Place> theirs) {
    Map<String, List<Tree.Place>> open = byName(theirs, false);
    for (Map.Entry<String, List<Tree.Place>> named : byName(ours, true).entrySet()) {
      List<Tree.Place> others = open.getOrDefault(named.getKey(), List.of());
      if (named.getValue().size() == 1 && others.size() == 1) {
        Tree.Place one = named.getValue().getFirst();
        if (unrecorded(one, others.getFirst())) {
          matching.pair(one.ref(), others.getFirst().ref());
        }
      }
    }
  }

  private Map<String, List<Tree.Place>> byName(List<Tree.Place> places, boolean ours) {
    Map<String, List<Tree.Place>> found = new LinkedHashMap<>();
    for (Tree.Place place : places) {
      boolean free =
          ours ? matching.live(place.ref()) == null : matching.definition(place.ref()) == null;
      String name = name(place.node());
      if (free && !name.isEmpty()) {
        String kind = place.node() instanceof Job job ? job.kind().name() : "group";
        found.computeIfAbsent(kind + " " + name, n -> new ArrayList<>()).add(place);
      }
    }
    return found;
  }

  private void byPosition(List<Tree.Place> ours, List<Tree.Place> theirs) {
    for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
      Tree.Place one = ours.get(i);
      Tree.Place other = theirs.get(i);
      if (matching.free(one, other) && alike(one, other) && unrecorded(one, other)) {
        matching.pair(one.ref(), other.ref());
      }
    }
  }

  /// Pairs two nodes with equal bodies and everything in them, as far as it is free.
  private void whole(Tree.Place one, Tree.Place other) {
    if (!matching.free(one, other)) {
      return;
    }
    matching.pair(one.ref(), other.ref());
    List<Tree.Place> children = definition.children(one);
    List<Tree.Place> others = live.children(other);
    if (children.isEmpty() || one.group().parallel()) {
      return;
    }
    for (int i = 0; i < Math.min(children.size(), others.size()); i++) {
      if (alike(children.get(i), others.get(i))) {
        whole(children.get(i), others.get(i));
      }
    }
  }

  /// The name of a group, the title of a job; empty when it has none.
  public static String name(Node node) {
    for (Map.Entry<Field, Json> entry : node.fields().entrySet()) {
      if (entry.getKey().change() == Change.RENAME && entry.getValue() instanceof Json.Str s) {
        return s.value();
      }
    }
    return "";
  }
}
