package dev.procc.live.plan.compare;

import dev.procc.live.ledger.FieldHash;
import dev.procc.live.ledger.NodeRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Nodes that traded their keys: what was sent under one key is wanted under another one, in a
/// cycle. Such a node is where its values are, not where its key is.
final class TradedKeys {
  private TradedKeys() {}

  /// The new paths of nodes that traded, by recorded path.
  ///
  /// @param wanted by path, the hashes of the definition's values
  static Map<String, String> find(
      List<NodeRecord> recorded, Map<String, Map<String, String>> wanted) {
    Map<String, Map<String, String>> sent = sent(recorded, wanted, false);
    Map<String, Map<String, String>> uncertain = sent(recorded, wanted, true);
    Set<String> free = new LinkedHashSet<>(sent.keySet());
    free.addAll(uncertain.keySet());
    Map<Map<String, String>, Deque<String>> places = new HashMap<>();
    for (String path : free) {
      places.computeIfAbsent(wanted.get(path), values -> new ArrayDeque<>()).add(path);
    }
    Map<String, String> traded = new LinkedHashMap<>();
    sent.forEach((path, values) -> {
      Deque<String> equal = places.get(values);
      String place =
          equal != null && !equal.isEmpty()
              ? equal.removeFirst()
              : values.containsValue(FieldHash.UNKNOWN) ? firstAsSent(values, free, wanted) : null;
      if (place != null && free.remove(place)) {
        traded.put(path, place);
      }
    });
    // A node without a known record stays where it is, unless another one is there now.
    uncertain.forEach((path, values) -> {
      String place = traded.containsValue(path) ? firstAsSent(values, free, wanted) : null;
      if (place != null && free.remove(place)) {
        traded.put(path, place);
      }
    });
    boolean changed = true;
    while (changed) {
      boolean fewerPlaces = traded.values().retainAll(new ArrayList<>(traded.keySet()));
      boolean fewerPaths = traded.keySet().retainAll(new ArrayList<>(traded.values()));
      changed = fewerPlaces || fewerPaths;
    }
    return traded;
  }

  /// What was sent to the nodes that are not in their places, or to those without a known record.
  private static Map<String, Map<String, String>> sent(
      List<NodeRecord> recorded, Map<String, Map<String, String>> wanted, boolean uncertain) {
    Map<String, Map<String, String>> sent = new LinkedHashMap<>();
    for (NodeRecord record : recorded) {
      Map<String, String> now = wanted.get(record.path());
      if (!record.path().isEmpty()
          && now != null
          && isAsSent(record.sent(), now) == uncertain
          && (!uncertain || record.sent().containsValue(FieldHash.UNKNOWN))) {
        sent.put(record.path(), record.sent());
      }
    }
    return sent;
  }

  private static @Nullable String firstAsSent(
      Map<String, String> sent, Set<String> paths, Map<String, Map<String, String>> wanted) {
    for (String path : paths) {
      if (isAsSent(sent, wanted.getOrDefault(path, Map.of()))) {
        return path;
      }
    }
    return null;
  }

  /// Whether nothing that is known to have been sent is wanted otherwise.
  private static boolean isAsSent(Map<String, String> sent, Map<String, String> wanted) {
    if (sent.size() != wanted.size()) {
      return false;
    }
    for (Map.Entry<String, String> field : sent.entrySet()) {
      String now = wanted.get(field.getKey());
      if (now == null
          || !now.equals(field.getValue()) && !field.getValue().equals(FieldHash.UNKNOWN)) {
        return false;
      }
    }
    return true;
  }
}
