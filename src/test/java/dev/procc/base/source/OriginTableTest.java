package dev.procc.base.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OriginTableTest {
  private static final SourceFile FILE = new SourceFile("a.yaml", "key: value\n");

  private static Origin at(int start) {
    return Origin.written(FILE, start, start + 1);
  }

  @Test
  void saysWhereEachFieldCameFromInTheOrderNoted() {
    OriginTable origins = new OriginTable();
    Origin title = at(0);
    Origin due = at(1);
    Origin name = at(2);
    origins.set("close/a", "title", title, 1);
    origins.set("close/a", "dueDate", due, 1);
    origins.set("close", "name", name, 3);
    assertEquals(title, origins.origin("close/a", "title"));
    assertEquals(due, origins.get(new FieldRef("close/a", "dueDate")));
    assertNull(origins.origin("close/a", "name"));
    assertNull(origins.origin("close/b", "title"));
    assertFalse(origins.containsKey(new FieldRef("close", "title")));
    assertTrue(origins.containsKey(new FieldRef("close", "name")));
    assertEquals(
        List.of(
            new FieldRef("close/a", "title"),
            new FieldRef("close/a", "dueDate"),
            new FieldRef("close", "name")),
        new ArrayList<>(origins.keySet()));
    assertEquals(3, origins.size());
  }

  @Test
  void theLastNoteOfAFieldCounts() {
    OriginTable origins = new OriginTable();
    Origin later = at(3);
    origins.set("close", "name", at(0), 1);
    origins.set("close", "name", later, 1);
    assertEquals(Map.of(new FieldRef("close", "name"), later), origins);
    assertEquals("a.yaml:1:4", later.span().toString());
  }
}
