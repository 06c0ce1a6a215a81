package dev.procc.live.diff;

import dev.procc.base.json.Json;
import dev.procc.model.catalog.FieldSpec;
import org.jspecify.annotations.Nullable;

/// One difference between the definition (after) and the other side (before).
public sealed interface ProcessDifference {
  /// A field has another value.
  ///
  /// @param address of the node in the definition; of a field of the process its identity
  /// @param ref of the node on the other side; of a field of the process its identity
  record Changed(
      String address, String ref, FieldSpec field, @Nullable Json before, @Nullable Json after)
      implements ProcessDifference {}

  /// A node that is only in the definition.
  record Added(ProcessTree.PlacedNode place) implements ProcessDifference {}

  /// A node that is only on the other side.
  record Removed(ProcessTree.PlacedNode place) implements ProcessDifference {}

  /// A node that is in another group.
  record Moved(ProcessTree.PlacedNode place, ProcessTree.PlacedNode from)
      implements ProcessDifference {}

  /// A node with another position among the siblings that stayed.
  ///
  /// @param orderMatters whether the children of the group run one after another
  record Reordered(ProcessTree.PlacedNode place, ProcessTree.PlacedNode from, boolean orderMatters)
      implements ProcessDifference {}
}
