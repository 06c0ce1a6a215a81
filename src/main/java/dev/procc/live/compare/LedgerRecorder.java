package dev.procc.live.compare;

import dev.procc.base.json.Json;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.ledger.FieldHash;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.NodeRecord;
import dev.procc.live.ledger.RecordedDefinition;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.operation.LedgerUpdate;
import dev.procc.live.planfile.operation.NodeUpdate;
import dev.procc.live.wire.LiveProcess;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.process.Address;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the ledger says after a plan was carried out: the plan's note, and what the server then
/// showed.
public final class LedgerRecorder {
  private final LedgerUpdate update;
  private final LiveProcess live;
  private final ProcessTree tree;
  private final Map<String, NodeRecord> previousByPath = new HashMap<>();

  private LedgerRecorder(LedgerUpdate update, LedgerEntry before, LiveProcess live) {
    this.update = update;
    this.live = live;
    this.tree = ProcessTree.ofLive(live.process());
    for (NodeRecord line : before.nodes()) {
      previousByPath.put(line.path(), line);
    }
  }

  /// The entry after the plan of this process was carried out and the process was read back; its
  /// `pending` stays as it is.
  ///
  /// @param before what the ledger said, or `LedgerEntry.empty`
  /// @param live as it was read back
  public static LedgerEntry record(ProcessPlan plan, LedgerEntry before, LiveProcess live) {
    LedgerUpdate update = plan.ledgerUpdate();
    if (update == null) {
      return before.withLive(live.id(), live.revision(), live.contentHash(), before.nodes());
    }
    List<NodeRecord> nodes = new LedgerRecorder(update, before, live).nodes();
    return before
        .withLive(live.id(), live.revision(), live.contentHash(), nodes)
        .withDefinition(
            plan.name(),
            new RecordedDefinition(
                update.sourceHash(), update.protect(), update.onRemoval(), update.sourceLines()));
  }

  private List<NodeRecord> nodes() {
    List<NodeRecord> nodes = new ArrayList<>(update.nodes().size());
    Map<String, String> ids = idsByPath();
    for (NodeUpdate row : update.nodes()) {
      String id = row.path().isEmpty() ? live.id() : ids.get(row.path());
      ProcessTree.PlacedNode place = id == null ? null : tree.get(id);
      NodeRecord old = previousByPath.get(row.path());
      if (row.path().isEmpty()) {
        nodes.add(nodeRecord(row, live.id(), live.process().fields()));
      } else if (place != null) {
        nodes.add(nodeRecord(row, place.ref(), place.node().fields()));
      } else if (old != null) {
        nodes.add(old);
      }
    }
    return nodes;
  }

  private static NodeRecord nodeRecord(NodeUpdate row, String id, Map<FieldSpec, Json> fields) {
    Map<String, String> shown = new LinkedHashMap<>();
    fields.forEach((field, value) -> shown.put(field.name(), FieldHash.of(value)));
    row.seen().forEach(shown::put);
    Map<String, String> seen = new LinkedHashMap<>();
    for (Map.Entry<String, String> sent : row.sent().entrySet()) {
      String now = shown.getOrDefault(sent.getKey(), FieldHash.ABSENT);
      if (!now.equals(sent.getValue())) {
        seen.put(sent.getKey(), now);
      }
    }
    shown.forEach((field, now) -> {
      if (!row.sent().containsKey(field) && !now.equals(FieldHash.ABSENT)) {
        seen.put(field, now);
      }
    });
    return new NodeRecord(row.path(), id, row.sent(), seen);
  }

  /// The live node of each path: by the id in the plan, else level by level.
  private Map<String, String> idsByPath() {
    Map<String, String> ids = new HashMap<>();
    Map<String, List<NodeUpdate>> children = new LinkedHashMap<>();
    for (NodeUpdate row : update.nodes()) {
      if (row.id() != null) {
        ids.put(row.path(), row.id());
      }
      if (!row.path().isEmpty() && !row.path().equals(Address.ROOT)) {
        children.computeIfAbsent(parentPath(row.path()), p -> new ArrayList<>()).add(row);
      }
    }
    ids.putIfAbsent(Address.ROOT, tree.root().ref());
    for (Map.Entry<String, List<NodeUpdate>> group : children.entrySet()) {
      String id = ids.get(group.getKey());
      ProcessTree.PlacedNode place = id == null ? null : tree.get(id);
      if (place != null) {
        pairChildren(group.getValue(), tree.children(place), place.group().isParallel(), ids);
      }
    }
    return ids;
  }

  private static String parentPath(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? Address.ROOT : path.substring(0, slash);
  }

  /// Those of a parallel group may come back in another order: first what shows what was sent.
  private static void pairChildren(
      List<NodeUpdate> rows,
      List<ProcessTree.PlacedNode> places,
      boolean parallel,
      Map<String, String> ids) {
    List<NodeUpdate> open = new ArrayList<>();
    List<ProcessTree.PlacedNode> left = new ArrayList<>(places);
    for (NodeUpdate row : rows) {
      if (!ids.containsKey(row.path())) {
        open.add(row);
      }
    }
    Set<String> taken = new HashSet<>(ids.values());
    left.removeIf(place -> taken.contains(place.ref()));
    if (parallel) {
      for (NodeUpdate row : List.copyOf(open)) {
        ProcessTree.PlacedNode equal = findEqual(row, left);
        if (equal != null) {
          ids.put(row.path(), equal.ref());
          open.remove(row);
          left.remove(equal);
        }
      }
    }
    for (int i = 0; i < Math.min(open.size(), left.size()); i++) {
      ids.put(open.get(i).path(), left.get(i).ref());
    }
  }

  private static ProcessTree.@Nullable PlacedNode findEqual(
      NodeUpdate row, List<ProcessTree.PlacedNode> places) {
    for (ProcessTree.PlacedNode place : places) {
      boolean equal = true;
      for (Map.Entry<FieldSpec, Json> entry : place.node().fields().entrySet()) {
        String sent = row.sent().get(entry.getKey().name());
        equal &= sent == null || sent.equals(FieldHash.of(entry.getValue()));
      }
      if (equal) {
        return place;
      }
    }
    return null;
  }
}
