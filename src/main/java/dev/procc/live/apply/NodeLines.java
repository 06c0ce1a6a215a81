package dev.procc.live.apply;

import dev.procc.base.json.Json;
import dev.procc.live.ledger.FieldHash;
import dev.procc.live.ledger.NodeLine;
import dev.procc.live.planfile.NodeRow;
import dev.procc.live.wire.LiveProcess;
import dev.procc.model.catalog.Field;
import dev.procc.model.process.Group;
import dev.procc.model.process.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The lines of the ledger after a write: what was sent, and what the server then showed.
///
/// A field counts as sent when the server shows it as the definition has it, or when its other
/// value was accepted. One that came back otherwise keeps what the ledger said before, so that the
/// next plan shows it again.
final class NodeLines {
  private final ApplySettings settings;
  private final String identity;
  private final Map<String, NodeLine> before = new HashMap<>();
  private final Set<String> touched;
  private final Set<String> writeOnlySent;

  /// @param before the lines as they were, by path
  /// @param touched `ID:FIELD` of the fields this apply wrote
  /// @param writeOnlySent names of the fields that were written and are never shown
  NodeLines(
      ApplySettings settings,
      String identity,
      List<NodeLine> before,
      Set<String> touched,
      Set<String> writeOnlySent) {
    this.settings = settings;
    this.identity = identity;
    this.touched = touched;
    this.writeOnlySent = writeOnlySent;
    for (NodeLine line : before) {
      this.before.put(line.path(), line);
    }
  }

  /// The nodes of a live process, the process first, in document order: id to shown fields.
  static Map<String, Map<Field, Json>> shown(LiveProcess live) {
    Map<String, Map<Field, Json>> shown = new LinkedHashMap<>();
    shown.put(live.id(), live.process().fields());
    add(live.process().root(), shown);
    return shown;
  }

  private static void add(Node node, Map<String, Map<Field, Json>> shown) {
    shown.put(node.key(), node.fields());
    if (node instanceof Group group) {
      for (Node child : group.children()) {
        add(child, shown);
      }
    }
  }

  /// @param rows of the definition, the process first, in document order
  /// @param byPlace whether the live process was made from the rows, so that the nodes stand at the
  ///   same places; else each row names its node
  List<NodeLine> after(List<NodeRow> rows, LiveProcess live, boolean byPlace) {
    Map<String, Map<Field, Json>> shown = shown(live);
    List<String> ids = new ArrayList<>(shown.keySet());
    List<NodeLine> lines = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      NodeRow row = rows.get(i);
      String id = byPlace ? (i < ids.size() ? ids.get(i) : null) : row.id();
      if (row.path().isEmpty()) {
        id = live.id();
      }
      if (id != null && shown.containsKey(id)) {
        lines.add(line(row, id, shown.getOrDefault(id, Map.of()), byPlace));
      }
    }
    return lines;
  }

  private NodeLine line(NodeRow row, String id, Map<Field, Json> fields, boolean created) {
    Map<String, String> live = new LinkedHashMap<>();
    fields.forEach((field, value) -> live.put(field.name(), FieldHash.of(value)));
    NodeLine old = before.get(row.path());
    NodeLine known = old != null && old.id().equals(id) ? old : null;
    String address = row.path().isEmpty() ? identity : identity + "/" + row.path();
    Map<String, String> sent = new LinkedHashMap<>();
    Map<String, String> seen = new LinkedHashMap<>();
    row.sent()
        .forEach((field, desired) -> {
          String now = live.getOrDefault(field, FieldHash.ABSENT);
          boolean written = created || touched.contains(id + ":" + field);
          String was = known == null ? null : known.sent(field);
          boolean ok =
              now.equals(desired)
                  || writeOnlySent.contains(field)
                  || settings.accepts(address, field);
          put(sent, field, ok ? desired : was);
          put(seen, field, ok || written || known == null ? now : known.seen(field));
        });
    if (known != null) {
      leftOver(row, id, known, live, sent, seen);
    }
    live.forEach((field, now) -> seen.putIfAbsent(field, now));
    seen.putAll(row.seen());
    Map<String, String> other = new LinkedHashMap<>();
    seen.forEach((field, hash) -> {
      if (!hash.equals(sent.getOrDefault(field, FieldHash.ABSENT))) {
        other.put(field, hash);
      }
    });
    return new NodeLine(row.path(), id, sent, other);
  }

  /// Fields that the definition does not set: what it set before and the server still shows stays
  /// noted, and so does what the server showed of fields this apply did not write.
  private void leftOver(
      NodeRow row,
      String id,
      NodeLine known,
      Map<String, String> live,
      Map<String, String> sent,
      Map<String, String> seen) {
    Set<String> fields = new LinkedHashSet<>(known.sent().keySet());
    fields.addAll(known.seen().keySet());
    fields.addAll(live.keySet());
    fields.removeAll(row.sent().keySet());
    for (String field : fields) {
      if (known.sent(field) != null && live.containsKey(field)) {
        put(sent, field, known.sent(field));
      }
      if (!touched.contains(id + ":" + field)) {
        put(seen, field, known.seen(field));
      }
    }
  }

  private static void put(Map<String, String> map, String name, @Nullable String value) {
    if (value != null) {
      map.put(name, value);
    }
  }
}
