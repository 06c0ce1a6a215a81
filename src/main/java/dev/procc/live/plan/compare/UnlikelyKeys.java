package dev.procc.live.plan.compare;

import dev.procc.live.ledger.FieldHash;
import dev.procc.live.ledger.NodeRecord;
import dev.procc.model.catalog.Fields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Nodes whose key probably belongs to another node: more of what was sent to one is wanted under
/// the key of another, without a `moved`.
///
/// A waiver is recorded by key. If only keys counted, it could apply somebody's edit of one task to
/// another one; so for nodes with a waiver, the values decide which node is which. Elsewhere the
/// keys decide.
final class UnlikelyKeys {
  /// The most nodes that may share a value for it to identify any of them.
  private static final int MAX_SHARED = 16;

  /// The number of sent fields from which a task without any of them wanted is certainly another
  /// one.
  private static final int MIN_TELLING = 3;

  private static final String KIND = Fields.PROCESS_JOB_ACTION.name();

  private final Map<String, NodeRecord> records = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> places = new LinkedHashMap<>();
  private final Map<String, List<String>> placesByValue = new HashMap<>();
  private final Map<String, String> moves = new LinkedHashMap<>();

  private UnlikelyKeys(
      List<NodeRecord> recorded,
      Map<String, Map<String, String>> wanted,
      Map<String, String> traded) {
    places.putAll(wanted);
    places.remove("");
    places.keySet().removeAll(traded.values());
    for (NodeRecord record : recorded) {
      if (record.sent().equals(wanted.get(record.path()))) {
        places.remove(record.path());
      } else if (!record.path().isEmpty() && !traded.containsKey(record.path())) {
        records.put(record.path(), record);
      }
    }
    places.forEach((path, values) ->
        values.forEach((field, hash) -> {
          if (!field.equals(KIND)) {
            placesByValue.computeIfAbsent(field + " " + hash, v -> new ArrayList<>()).add(path);
          }
        }));
  }

  /// The paths of such nodes, by recorded path. A node that is wanted nowhere, and whose key now
  /// belongs to another one, is addressed by its id.
  ///
  /// @param wanted by path, the hashes of the definition's values
  /// @param traded nodes that are known to have traded
  /// @param waived paths of nodes with a waiver
  static Map<String, String> find(
      List<NodeRecord> recorded,
      Map<String, Map<String, String>> wanted,
      Map<String, String> traded,
      Set<String> waived) {
    if (waived.isEmpty()) {
      return Map.of();
    }
    UnlikelyKeys keys = new UnlikelyKeys(recorded, wanted, traded);
    keys.findMoves();
    keys.findDisplaced();
    keys.findRemoved();
    return keys.movesOf(waived);
  }

  private void findMoves() {
    Map<String, String> claims = new LinkedHashMap<>();
    for (NodeRecord record : records.values()) {
      String best = bestPlace(record);
      if (best != null) {
        // If two are equally similar, neither is the node.
        claims.merge(best, record.path(), this::moreLikely);
      }
    }
    claims.forEach((place, path) -> {
      NodeRecord owner = records.get(place);
      NodeRecord claimant = records.get(path);
      if (claimant != null
          && (owner == null || similarity(claimant, place) > similarity(owner, place))) {
        moves.put(path, place);
      }
    });
  }

  private String moreLikely(String one, String other) {
    NodeRecord first = records.get(one);
    NodeRecord second = records.get(other);
    String place = first == null ? null : bestPlace(first);
    int difference =
        first == null || second == null || place == null
            ? 0
            : similarity(first, place) - similarity(second, place);
    return difference == 0 ? "" : difference > 0 ? one : other;
  }

  /// The only place that is more similar to a node than all others; null if that is its own, or
  /// there is none.
  private @Nullable String bestPlace(NodeRecord record) {
    Set<String> candidates = new LinkedHashSet<>();
    record
        .sent()
        .forEach((field, hash) -> {
          List<String> shared = placesByValue.getOrDefault(field + " " + hash, List.of());
          if (shared.size() <= MAX_SHARED) {
            candidates.addAll(shared);
          }
        });
    String best = null;
    int most = similarity(record, record.path());
    for (String place : candidates) {
      int similarity = similarity(record, place);
      if (similarity > most) {
        most = similarity;
        best = place;
      } else if (similarity == most) {
        best = null;
      }
    }
    return best;
  }

  /// The number of fields that are wanted as they were sent; 0 if the kinds differ.
  private int similarity(NodeRecord record, String place) {
    Map<String, String> values = places.getOrDefault(place, Map.of());
    if (!Objects.equals(record.sent(KIND), values.get(KIND))) {
      return 0;
    }
    int equal = 0;
    for (Map.Entry<String, String> field : record.sent().entrySet()) {
      boolean isEqual = field.getValue().equals(values.get(field.getKey()));
      equal += isEqual && !field.getKey().equals(KIND) ? 1 : 0;
    }
    return equal;
  }

  /// Finds nodes whose place belongs to another one now: they are at the place that became free, if
  /// that has anything in common with them.
  private void findDisplaced() {
    Map<String, String> claimants = new HashMap<>();
    moves.forEach((path, place) -> claimants.put(place, path));
    for (NodeRecord record : records.values()) {
      String first = claimants.get(record.path());
      if (first == null || moves.containsKey(record.path())) {
        continue;
      }
      while (claimants.containsKey(first)) {
        first = claimants.get(first);
      }
      moves.put(
          record.path(),
          places.containsKey(first) && similarity(record, first) > 0 ? first : placeById(record));
    }
  }

  /// Finds tasks that are wanted nowhere and whose key belongs to a new task: nothing that was sent
  /// to them is wanted there.
  private void findRemoved() {
    for (NodeRecord record : records.values()) {
      Map<String, String> wanted = places.get(record.path());
      if (wanted != null && !moves.containsKey(record.path()) && hasNothingOf(record, wanted)) {
        moves.put(record.path(), placeById(record));
      }
    }
  }

  /// Whether most of what was sent to a task is wanted.
  static boolean hasMostOf(NodeRecord task, Map<String, String> wanted) {
    int alike = 0;
    for (Map.Entry<String, String> field : task.sent().entrySet()) {
      alike += field.getValue().equals(wanted.get(field.getKey())) ? 1 : 0;
    }
    return task.sent(KIND) != null && 2 * alike > task.sent().size();
  }

  /// Whether a task is certainly another one: nothing that was sent to it is wanted.
  static boolean hasNothingOf(NodeRecord task, Map<String, String> wanted) {
    int different = 0;
    for (Map.Entry<String, String> field : task.sent().entrySet()) {
      boolean isTelling =
          !field.getKey().equals(KIND) && !field.getValue().equals(FieldHash.UNKNOWN);
      if (isTelling && field.getValue().equals(wanted.get(field.getKey()))) {
        return false;
      }
      different += isTelling ? 1 : 0;
    }
    return task.sent(KIND) != null && different >= MIN_TELLING;
  }

  private static String placeById(NodeRecord record) {
    return record.path().substring(0, record.path().lastIndexOf('/') + 1) + record.id();
  }

  /// The moves of cycles and chains that contain a waiver, without those in which a key is new and
  /// the former one is gone.
  private Map<String, String> movesOf(Set<String> waived) {
    Map<String, String> claimants = new HashMap<>();
    moves.forEach((path, place) -> claimants.put(place, path));
    Set<String> touched = new HashSet<>();
    for (String path : waived) {
      for (String at = path; at != null && touched.add(at); at = moves.get(at)) {}
      for (String at = claimants.get(path); at != null && touched.add(at); ) {
        at = claimants.get(at);
      }
    }
    Map<String, String> found = new LinkedHashMap<>();
    moves.forEach((path, place) -> {
      boolean isRenamed =
          !places.containsKey(path) && !records.containsKey(place) && !claimants.containsKey(path);
      if (touched.contains(path) && !isRenamed) {
        found.put(path, place);
      }
    });
    return found;
  }
}
