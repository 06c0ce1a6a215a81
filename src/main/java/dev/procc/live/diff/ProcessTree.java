package dev.procc.live.diff;

import dev.procc.model.process.Address;
import dev.procc.model.process.Process;
import dev.procc.model.process.ProcessGroup;
import dev.procc.model.process.ProcessNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The nodes of a process by reference, with their parents and positions. The reference of a node
/// is its address in a definition and its id in a live process.
public final class ProcessTree {
  private final Process process;
  private final Map<String, PlacedNode> places = new LinkedHashMap<>();
  private final Map<ProcessNode, PlacedNode> byNode = new java.util.IdentityHashMap<>();
  private final PlacedNode root;
  private final boolean byAddress;

  /// The position of a node.
  ///
  /// @param parent null for the root group
  /// @param index among its siblings, from 0
  public record PlacedNode(String ref, ProcessNode node, @Nullable PlacedNode parent, int index) {
    public ProcessGroup group() {
      return (ProcessGroup) node;
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

  private ProcessTree(Process process, boolean byAddress) {
    this.process = process;
    this.byAddress = byAddress;
    ProcessGroup top = process.root();
    root = new PlacedNode(byAddress ? Address.root(process.identity()) : top.key(), top, null, 0);
    add(root);
  }

  private void add(PlacedNode place) {
    places.put(place.ref(), place);
    byNode.put(place.node(), place);
    if (place.node() instanceof ProcessGroup group) {
      int index = 0;
      for (ProcessNode child : group.children()) {
        String ref = byAddress ? Address.child(place.ref(), child.key()) : child.key();
        add(new PlacedNode(ref, child, place, index++));
      }
    }
  }

  /// The tree of a definition.
  public static ProcessTree ofDefinition(Process process) {
    return new ProcessTree(process, true);
  }

  /// The tree of a live process.
  public static ProcessTree ofLive(Process process) {
    return new ProcessTree(process, false);
  }

  public Process process() {
    return process;
  }

  public PlacedNode root() {
    return root;
  }

  /// All nodes in document order, the root group first.
  public Iterable<PlacedNode> nodes() {
    return places.values();
  }

  public int size() {
    return places.size();
  }

  public @Nullable PlacedNode get(String ref) {
    return places.get(ref);
  }

  /// The position of a node of this tree.
  public PlacedNode placeOf(ProcessNode node) {
    PlacedNode place = byNode.get(node);
    if (place == null) {
      throw new IllegalArgumentException("not a node of this tree: " + node.key());
    }
    return place;
  }

  public List<PlacedNode> children(PlacedNode group) {
    List<PlacedNode> children = new ArrayList<>();
    if (group.node() instanceof ProcessGroup g) {
      for (ProcessNode child : g.children()) {
        children.add(placeOf(child));
      }
    }
    return children;
  }
}
