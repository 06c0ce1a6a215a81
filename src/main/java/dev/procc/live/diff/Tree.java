package dev.procc.live.diff;

import dev.procc.model.process.Address;
import dev.procc.model.process.Group;
import dev.procc.model.process.Node;
import dev.procc.model.process.Process;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The nodes of a process by reference, with their parents and places. The reference of a node is
/// its address in a definition and its id in a live process.
public final class Tree {
  private final Process process;
  private final Map<String, Place> places = new LinkedHashMap<>();
  private final Map<Node, Place> byNode = new java.util.IdentityHashMap<>();
  private final Place root;
  private final boolean byAddress;

  /// Where a node stands.
  ///
  /// @param parent absent for the root group
  /// @param index its place among its siblings, from 0
  public record Place(String ref, Node node, @Nullable Place parent, int index) {
    public Group group() {
      return (Group) node;
    }

    /// Identity: a place exists once, in its tree.
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  private Tree(Process process, boolean byAddress) {
    this.process = process;
    this.byAddress = byAddress;
    Group top = process.root();
    root = new Place(byAddress ? Address.root(process.identity()) : top.key(), top, null, 0);
    add(root);
  }

  private void add(Place place) {
    places.put(place.ref(), place);
    byNode.put(place.node(), place);
    if (place.node() instanceof Group group) {
      int index = 0;
      for (Node child : group.children()) {
        String ref = byAddress ? Address.child(place.ref(), child.key()) : child.key();
        add(new Place(ref, child, place, index++));
      }
    }
  }

  /// The tree of a definition.
  public static Tree ofDefinition(Process process) {
    return new Tree(process, true);
  }

  /// The tree of a live process.
  public static Tree ofLive(Process process) {
    return new Tree(process, false);
  }

  public Process process() {
    return process;
  }

  public Place root() {
    return root;
  }

  /// Every node in document order, the root group first.
  public Iterable<Place> all() {
    return places.values();
  }

  public int size() {
    return places.size();
  }

  public @Nullable Place get(String ref) {
    return places.get(ref);
  }

  /// The place of a node of this very tree.
  public Place of(Node node) {
    Place place = byNode.get(node);
    if (place == null) {
      throw new IllegalArgumentException("not a node of this tree: " + node.key());
    }
    return place;
  }

  public List<Place> children(Place group) {
    List<Place> children = new ArrayList<>();
    if (group.node() instanceof Group g) {
      for (Node child : g.children()) {
        children.add(of(child));
      }
    }
    return children;
  }
}
