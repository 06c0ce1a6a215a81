package dev.procc.live.diff;

import dev.procc.base.json.Json;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Mutability;
import dev.procc.model.process.ProcessGroup;
import dev.procc.model.process.ProcessJob;
import dev.procc.model.process.ProcessNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/// The matching of nodes between a definition and a live process: by recorded id (and `moved`),
/// then by an equal body in the same position, then by a body that is unique in its parent, then in
/// the process; last, if neither is recorded, by a name that is unique in its parent, and by
/// position. Identical nodes are interchangeable and keep their order; other ambiguous ones are
/// never guessed.
public final class NodeMatcher {
  private final ProcessTree definition;
  private final ProcessTree live;
  private final LastApplied base;
  private final BodyNumbering bodies;
  private final NodeMatching matching = new NodeMatching();

  private NodeMatcher(ProcessTree definition, ProcessTree live, LastApplied base) {
    this.definition = definition;
    this.live = live;
    this.base = base;
    this.bodies = new BodyNumbering(definition);
  }

  /// Matches two processes in normal form.
  public static NodeMatching match(ProcessTree definition, ProcessTree live, LastApplied base) {
    NodeMatcher matcher = new NodeMatcher(definition, live, base);
    matcher.byIdAndBody();
    matcher.byNameAndPosition();
    return matcher.matching;
  }

  /// Matches a process that is bound to its definition again: a recorded node that is gone may
  /// exist again as an equal one with another id.
  public static NodeMatching rematch(ProcessTree definition, ProcessTree live, LastApplied base) {
    NodeMatcher matcher = new NodeMatcher(definition, live, base);
    matcher.byIdAndBody();
    matcher.goneByBody();
    matcher.byNameAndPosition();
    return matcher.matching;
  }

  /// Whether both are groups or both are jobs.
  static boolean isSameNodeType(ProcessTree.PlacedNode one, ProcessTree.PlacedNode other) {
    return one.node() instanceof ProcessGroup == other.node() instanceof ProcessGroup;
  }

  private void byIdAndBody() {
    matching.pair(definition.root().ref(), live.root().ref());
    byRecordedId();
    inEachGroup(definition.root(), this::byPositionAndBody);
    inEachGroup(definition.root(), (d, l) -> byUniqueBody(d, l, bodies::withNames));
    inEachGroup(definition.root(), (d, l) -> byUniqueBody(d, l, bodies::withoutNames));
    acrossProcess(bodies::withNames);
    acrossProcess(bodies::withoutNames);
  }

  private void byNameAndPosition() {
    inEachGroup(definition.root(), this::byUniqueName);
    inEachGroup(definition.root(), this::byPosition);
  }

  private void byRecordedId() {
    for (ProcessTree.PlacedNode place : definition.nodes()) {
      String id = base.id(place.ref());
      ProcessTree.PlacedNode other = id == null ? null : live.get(id);
      if (other != null && isSameNodeType(place, other) && matching.areUnpaired(place, other)) {
        matching.pair(place.ref(), other.ref());
      }
    }
  }

  private interface PairingStep {
    void pairChildren(List<ProcessTree.PlacedNode> definition, List<ProcessTree.PlacedNode> live);
  }

  /// Runs a step over the children of each pair of groups, from the outside in.
  private void inEachGroup(ProcessTree.PlacedNode top, PairingStep step) {
    Deque<ProcessTree.PlacedNode> waiting = new ArrayDeque<>();
    waiting.add(top);
    while (!waiting.isEmpty()) {
      ProcessTree.PlacedNode group = waiting.removeFirst();
      String liveRef = matching.liveRef(group.ref());
      ProcessTree.PlacedNode other = liveRef == null ? null : live.get(liveRef);
      List<ProcessTree.PlacedNode> children = definition.children(group);
      if (other != null) {
        step.pairChildren(children, live.children(other));
      }
      for (ProcessTree.PlacedNode child : children) {
        if (child.node() instanceof ProcessGroup) {
          waiting.add(child);
        }
      }
    }
  }

  /// Whether neither node is recorded; a recorded one is matched by its record, new, or gone.
  private boolean isUnrecorded(ProcessTree.PlacedNode one, ProcessTree.PlacedNode other) {
    return base.id(one.ref()) == null && base.address(other.ref()) == null;
  }

  /// Whether two nodes may match although one is recorded. A recorded live node whose address is no
  /// longer in the definition may have a renamed key; a recorded address whose node is gone was
  /// removed in Workiva.
  private boolean isCandidate(ProcessTree.PlacedNode one, ProcessTree.PlacedNode other) {
    return matching.areUnpaired(one, other)
        && isSameNodeType(one, other)
        && base.id(one.ref()) == null;
  }

  private void byPositionAndBody(
      List<ProcessTree.PlacedNode> ours, List<ProcessTree.PlacedNode> theirs) {
    for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
      ProcessTree.PlacedNode one = ours.get(i);
      ProcessTree.PlacedNode other = theirs.get(i);
      if (isCandidate(one, other)
          && bodies.withNames(one.node()) == bodies.withNames(other.node())) {
        pairSubtrees(one, other);
      }
    }
  }

  private void byUniqueBody(
      List<ProcessTree.PlacedNode> ours,
      List<ProcessTree.PlacedNode> theirs,
      ToIntFunction<ProcessNode> body) {
    Map<Integer, List<ProcessTree.PlacedNode>> unpaired = byBody(theirs, body, false);
    for (Map.Entry<Integer, List<ProcessTree.PlacedNode>> twins :
        byBody(ours, body, true).entrySet()) {
      List<ProcessTree.PlacedNode> others = unpaired.getOrDefault(twins.getKey(), List.of());
      if (others.isEmpty()) {
        continue;
      }
      boolean identical = allEqual(twins.getValue(), others);
      if (identical || twins.getValue().size() == 1 && others.size() == 1) {
        for (int i = 0; i < Math.min(twins.getValue().size(), others.size()); i++) {
          pairSubtrees(twins.getValue().get(i), others.get(i));
        }
      }
    }
  }

  /// Whether all of them are equal, names included.
  private boolean allEqual(List<ProcessTree.PlacedNode> ours, List<ProcessTree.PlacedNode> theirs) {
    int first = bodies.withNames(ours.getFirst().node());
    for (ProcessTree.PlacedNode place : ours) {
      if (bodies.withNames(place.node()) != first) {
        return false;
      }
    }
    for (ProcessTree.PlacedNode place : theirs) {
      if (bodies.withNames(place.node()) != first) {
        return false;
      }
    }
    return ours.size() == theirs.size();
  }

  private void acrossProcess(ToIntFunction<ProcessNode> body) {
    List<ProcessTree.PlacedNode> all = new ArrayList<>();
    live.nodes().forEach(all::add);
    Map<Integer, List<ProcessTree.PlacedNode>> unpaired = byBody(all, body, false);
    List<ProcessTree.PlacedNode> ours = new ArrayList<>();
    definition.nodes().forEach(ours::add);
    for (Map.Entry<Integer, List<ProcessTree.PlacedNode>> twins :
        byBody(ours, body, true).entrySet()) {
      List<ProcessTree.PlacedNode> others = unpaired.getOrDefault(twins.getKey(), List.of());
      if (twins.getValue().size() == 1 && others.size() == 1) {
        ProcessTree.PlacedNode one = twins.getValue().getFirst();
        if (matching.areUnpaired(one, others.getFirst())) {
          pairSubtrees(one, others.getFirst());
        }
      } else if (!others.isEmpty()) {
        for (ProcessTree.PlacedNode twin : twins.getValue()) {
          if (matching.liveRef(twin.ref()) == null && !matching.ambiguous().contains(twin.ref())) {
            matching.ambiguous(twin.ref());
          }
        }
      }
    }
  }

  private void goneByBody() {
    List<ProcessTree.PlacedNode> all = new ArrayList<>();
    live.nodes().forEach(all::add);
    Map<Integer, List<ProcessTree.PlacedNode>> unpaired = byBody(all, bodies::withNames, false);
    for (ProcessTree.PlacedNode place : definition.nodes()) {
      List<ProcessTree.PlacedNode> equal =
          unpaired.getOrDefault(bodies.withNames(place.node()), List.of());
      if (base.id(place.ref()) != null && equal.size() == 1) {
        pairSubtrees(place, equal.getFirst());
      }
    }
  }

  private Map<Integer, List<ProcessTree.PlacedNode>> byBody(
      List<ProcessTree.PlacedNode> places, ToIntFunction<ProcessNode> body, boolean ours) {
    Map<Integer, List<ProcessTree.PlacedNode>> found = new LinkedHashMap<>();
    for (ProcessTree.PlacedNode place : places) {
      boolean taken =
          ours
              ? matching.liveRef(place.ref()) != null || base.id(place.ref()) != null
              : matching.definitionRef(place.ref()) != null;
      if (!taken) {
        found.computeIfAbsent(body.applyAsInt(place.node()), b -> new ArrayList<>()).add(place);
      }
    }
    return found;
  }

  private void byUniqueName(
      List<ProcessTree.PlacedNode> ours, List<ProcessTree.PlacedNode> theirs) {
    Map<String, List<ProcessTree.PlacedNode>> unpaired = byName(theirs, false);
    for (Map.Entry<String, List<ProcessTree.PlacedNode>> named : byName(ours, true).entrySet()) {
      List<ProcessTree.PlacedNode> others = unpaired.getOrDefault(named.getKey(), List.of());
      if (named.getValue().size() == 1 && others.size() == 1) {
        ProcessTree.PlacedNode one = named.getValue().getFirst();
        if (isUnrecorded(one, others.getFirst())) {
          matching.pair(one.ref(), others.getFirst().ref());
        }
      }
    }
  }

  private Map<String, List<ProcessTree.PlacedNode>> byName(
      List<ProcessTree.PlacedNode> places, boolean ours) {
    Map<String, List<ProcessTree.PlacedNode>> found = new LinkedHashMap<>();
    for (ProcessTree.PlacedNode place : places) {
      boolean free =
          ours
              ? matching.liveRef(place.ref()) == null
              : matching.definitionRef(place.ref()) == null;
      String name = nodeName(place.node());
      if (free && !name.isEmpty()) {
        String kind = place.node() instanceof ProcessJob job ? job.kind().name() : "group";
        found.computeIfAbsent(kind + " " + name, n -> new ArrayList<>()).add(place);
      }
    }
    return found;
  }

  private void byPosition(List<ProcessTree.PlacedNode> ours, List<ProcessTree.PlacedNode> theirs) {
    for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
      ProcessTree.PlacedNode one = ours.get(i);
      ProcessTree.PlacedNode other = theirs.get(i);
      if (matching.areUnpaired(one, other)
          && isSameNodeType(one, other)
          && isUnrecorded(one, other)) {
        matching.pair(one.ref(), other.ref());
      }
    }
  }

  /// Pairs two nodes with equal bodies, and everything in them that is not paired yet.
  private void pairSubtrees(ProcessTree.PlacedNode one, ProcessTree.PlacedNode other) {
    if (!matching.areUnpaired(one, other)) {
      return;
    }
    matching.pair(one.ref(), other.ref());
    List<ProcessTree.PlacedNode> children = definition.children(one);
    List<ProcessTree.PlacedNode> others = live.children(other);
    if (children.isEmpty() || one.group().isParallel()) {
      return;
    }
    for (int i = 0; i < Math.min(children.size(), others.size()); i++) {
      if (isSameNodeType(children.get(i), others.get(i))) {
        pairSubtrees(children.get(i), others.get(i));
      }
    }
  }

  /// The name of a group or the title of a job; empty if it has none.
  public static String nodeName(ProcessNode node) {
    for (Map.Entry<FieldSpec, Json> entry : node.fields().entrySet()) {
      if (entry.getKey().mutability() == Mutability.RENAME
          && entry.getValue() instanceof Json.Str s) {
        return s.value();
      }
    }
    return "";
  }
}
