package dev.procc.model.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FieldMapTest {
  /// A linked hash map with the same values has the same contents in the same order.
  @Property
  void isALinkedHashMapByAnotherName(
      @ForAll @Size(max = 30) List<@IntRange(max = 15) Integer> rows) {
    List<FieldSpec> all = Catalog.definable();
    FieldMap<String> made = new FieldMap<>(2);
    Map<FieldSpec, String> known = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      FieldSpec row = all.get(rows.get(i));
      assertEquals(known.put(row, "v" + i), made.put(row, "v" + i));
    }
    assertEquals(known, made);
    assertEquals(made, known);
    assertEquals(new ArrayList<>(known.keySet()), new ArrayList<>(made.keySet()));
    assertEquals(new ArrayList<>(known.values()), new ArrayList<>(made.values()));
    assertEquals(known.size(), made.size());
    assertEquals(known, FieldMap.copyOf(known));
    assertEquals(known, FieldMap.copyOf(made));
    for (FieldSpec row : all) {
      assertEquals(known.get(row), made.get(row));
      assertEquals(known.containsKey(row), made.containsKey(row));
    }
  }

  @Test
  void aFrozenOneTakesNothingAndIsItsOwnCopy() {
    FieldMap<String> made = new FieldMap<>(0);
    made.put(Fields.PROCESS_NAME, "Close");
    Map<FieldSpec, String> copy = FieldMap.copyOf(made);
    made.put(Fields.PROCESS_NAME, "Another");
    assertEquals("Close", copy.get(Fields.PROCESS_NAME));
    assertSame(copy, FieldMap.copyOf(copy));
    Map<FieldSpec, String> frozen = made.freeze();
    assertThrows(
        UnsupportedOperationException.class, () -> frozen.put(Fields.PROCESS_DUE_DATE, "x"));
    assertNull(frozen.get(Fields.PROCESS_DUE_DATE));
  }
}
