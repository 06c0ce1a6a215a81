package dev.procc.live.wire;

import dev.procc.model.catalog.Catalog;
import dev.procc.model.catalog.FieldSpec;
import java.util.IdentityHashMap;
import java.util.Map;

/// The position of each row in the field table.
final class CatalogOrder {
  private static final Map<FieldSpec, Integer> POSITIONS = new IdentityHashMap<>();

  static {
    for (FieldSpec field : Catalog.definable()) {
      POSITIONS.put(field, POSITIONS.size());
    }
  }

  private CatalogOrder() {}

  static int position(FieldSpec field) {
    return POSITIONS.getOrDefault(field, Integer.MAX_VALUE);
  }
}
