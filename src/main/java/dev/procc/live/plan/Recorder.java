package dev.procc.live.plan;

import dev.procc.base.json.Json;
import dev.procc.live.diff.Tree;
import dev.procc.live.ledger.FieldHash;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.NodeLine;
import dev.procc.live.planfile.NodeRow;
import dev.procc.live.planfile.Note;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.wire.LiveProcess;
import dev.procc.model.catalog.Field;
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
public final class Recorder {
  private final Note note;
  private final LiveProcess live;
  private final Tree tree;
  private final Map<String, NodeLine> lines = new HashMap<>();

  private Recorder(Note note, LedgerEntry before, LiveProcess live) {
    this.note = note;
    this.live = live;
    this.tree = Tree.ofLive(live.process());
    for (NodeLine line : before.nodes()) {
      lines.put(line.path(), line);
    }
  }

  /// The entry after the plan of this process was carried out and the process was read back; its
  /// `pending` stays as it is.
  ///
  /// @param before what the ledger said, or `LedgerEntry.empty`
  /// @param live as it was read back
  public static LedgerEntry record(ProcessPlan plan, LedgerEntry before, LiveProcess live) {
    Note note = plan.noted();
    if (note == null) {
      return before.withLive(live.id(), live.revision(), live.contentHash(), before.nodes());
    }
    List<NodeLine> nodes = new Recorder(note, before, live).nodes();
    return before
        .withLive(live.id(), live.revision(), live.contentHash(), nodes)
        .withSource(
            plan.name(), note.sourceHash(), note.protect(), note.onRemoval(), note.sources());
  }

  private List<NodeLine> nodes() {
    List<NodeLine> nodes = new ArrayList<>(note.nodes().size());
    Map<String, String> ids = ids();
    for (NodeRow row : note.nodes()) {
      String id = row.path().isEmpty() ? live.id() : ids.get(row.path());
      Tree.Place place = id == null ? null : tree.get(id);
      NodeLine old = lines.get(row.path());
      if (row.path().isEmpty()) {
        nodes.add(line(row, live.id(), live.process().fields()));
      } else if (place != null) {
        nodes.add(line(row, place.ref(), place.node().fields()));
      } else if (old != null) {
        nodes.add(old);
      }
    }
    return nodes;
  }

  private static NodeLine line(NodeRow row, String id, Map<Field, Json> fields) {
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
    return new NodeLine(row.path(), id, row.sent(), seen);
  }

  /// The live node of each path: by the id in the plan, else level by level.
  private Map<String, String> ids() {
    Map<String, String> ids = new HashMap<>();
    Map<String, List<NodeRow>> children = new LinkedHashMap<>();
    for (NodeRow row : note.nodes()) {
      if (row.id() != null) {
        ids.put(row.path(), row.id());
      }
      if (!row.path().isEmpty() && !row.path().equals("root")) {
        children.computeIfAbsent(parent(row.path()), p -> new ArrayList<>()).add(row);
      }
    }
    ids.putIfAbsent("root", tree.root().ref());
    for (Map.Entry<String, List<NodeRow>> group : children.entrySet()) {
      String id = ids.get(group.getKey());
      Tree.Place place = id == null ? null : tree.get(id);
      if (place != null) {
        pair(group.getValue(), tree.children(place), place.group().parallel(), ids);
      }
    }
    return ids;
  }

  private static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "root" : path.substring(0, slash);
  }

  /// Those of a parallel group may come back in another order: first what shows what was sent.
  private static void pair(
      List<NodeRow> rows, List<Tree.Place> places, boolean parallel, Map<String, String> ids) {
    List<NodeRow> open = new ArrayList<>();
    List<Tree.Place> left = new ArrayList<>(places);
    for (NodeRow row : rows) {
      if (!ids.containsKey(row.path())) {
        open.add(row);
      }
    }
    Set<String> taken = new HashSet<>(ids.values());
    left.removeIf(place -> taken.contains(place.ref()));
    if (parallel) {
      for (NodeRow row : List.copyOf(open)) {
        Tree.Place equal = equal(row, left);
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

  private static Tree.@Nullable Place equal(NodeRow row, List<Tree.Place> places) {
    for (Tree.Place place : places) {
      boolean equal = true;
      for (Map.Entry<Field, Json> entry : place.node().fields().entrySet()) {
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
