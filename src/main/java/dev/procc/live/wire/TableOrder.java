package dev.procc.live.wire;

import dev.procc.model.catalog.Catalog;
import dev.procc.model.catalog.Field;
import java.util.IdentityHashMap;
import java.util.Map;

/// The place of each row in the field table.
final class TableOrder {
  private static final Map<Field, Integer> PLACES = new IdentityHashMap<>();

  static {
    for (Field field : Catalog.ours()) {
      PLACES.put(field, PLACES.size());
    }
  }

  private TableOrder() {}

  static int of(Field field) {
    return PLACES.getOrDefault(field, Integer.MAX_VALUE);
  }
}
