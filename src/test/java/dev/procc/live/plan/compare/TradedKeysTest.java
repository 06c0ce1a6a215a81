package dev.procc.live.plan.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.live.ledger.FieldHash;
import dev.procc.live.ledger.NodeRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Nodes that exchanged their keys are found by what was sent under each key, as far as that is
/// known.
class TradedKeysTest {
  private static final NodeRecord KNOWN =
      new NodeRecord("a", "1", Map.of("title", "one", "dueDate", FieldHash.UNKNOWN), Map.of());

  /// A node of an adopted process in which both sides differ in every field.
  private static final NodeRecord UNKNOWN =
      new NodeRecord(
          "b", "2", Map.of("title", FieldHash.UNKNOWN, "dueDate", FieldHash.UNKNOWN), Map.of());

  @Test
  void aNodeOfWhichNobodyKnowsIsInTheCircleOfOneThatIsKnown() {
    Map<String, String> one = Map.of("title", "one", "dueDate", "d1");
    Map<String, String> two = Map.of("title", "two", "dueDate", "d2");
    List<NodeRecord> records = List.of(KNOWN, UNKNOWN);
    assertEquals(Map.of("a", "b", "b", "a"), TradedKeys.find(records, Map.of("a", two, "b", one)));
    assertEquals(Map.of(), TradedKeys.find(records, Map.of("a", one, "b", two)));
    assertEquals(Map.of(), TradedKeys.find(records, Map.of("a", two, "b", two)));
  }
}
