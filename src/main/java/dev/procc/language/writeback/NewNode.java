package dev.procc.language.writeback;

import dev.procc.model.process.ProcessGroup;
import dev.procc.model.process.ProcessNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A node of a live process that a definition does not have, or one within it that it has: people
/// make a group around tasks that are there.
///
/// @param known the address of the node in the definition; null if it is new
/// @param children those of a new group, in order
public record NewNode(ProcessNode node, @Nullable String known, List<NewNode> children) {
  public NewNode {
    children = List.copyOf(children);
  }

  /// The addresses of the nodes in it that the definition has.
  List<String> moved() {
    List<String> moved = new ArrayList<>();
    if (known != null) {
      moved.add(known);
    }
    children.forEach(child -> moved.addAll(child.moved()));
    return moved;
  }

  /// The node without its children.
  ProcessNode alone() {
    return node instanceof ProcessGroup group
        ? new ProcessGroup(group.key(), group.fields(), List.of())
        : node;
  }
}
