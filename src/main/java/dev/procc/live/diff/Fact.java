package dev.procc.live.diff;

import dev.procc.base.json.Json;
import dev.procc.model.catalog.Field;
import org.jspecify.annotations.Nullable;

/// One difference between the definition (after) and the other side (before).
public sealed interface Fact {
  /// A field has another value.
  ///
  /// @param address of the node in the definition; of a field of the process its identity
  /// @param ref of the node on the other side; of a field of the process its identity
  record Changed(
      String address, String ref, Field field, @Nullable Json before, @Nullable Json after)
      implements Fact {}

  /// A node stands only in the definition.
  record Added(Tree.Place place) implements Fact {}

  /// A node stands only on the other side.
  record Removed(Tree.Place place) implements Fact {}

  /// A node stands in another group.
  record Moved(Tree.Place place, Tree.Place from) implements Fact {}

  /// A node stands at another place among the siblings that stayed.
  ///
  /// @param strict whether the group works through its children one after another
  record Reordered(Tree.Place place, Tree.Place from, boolean strict) implements Fact {}
}
