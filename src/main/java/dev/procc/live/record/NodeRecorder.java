package dev.procc.live.record;

import dev.procc.base.json.Json;
import dev.procc.live.ledger.FieldHash;
import dev.procc.live.ledger.NodeRecord;
import dev.procc.live.outcome.ApplyOptions;
import dev.procc.live.planfile.operation.NodeUpdate;
import dev.procc.live.wire.LiveProcess;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Fields;
import dev.procc.model.process.Address;
import dev.procc.model.process.ProcessGroup;
import dev.procc.model.process.ProcessJob;
import dev.procc.model.process.ProcessNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The recorder of nodes after a write: what was sent, and what the server then showed.
///
/// A field counts as sent if the server shows its defined value, or if another value was accepted.
/// A field that was read back with another value keeps its former record, so that the next plan
/// shows it again.
final class NodeRecorder {
  /// The key for the process itself.
  private static final String PROCESS = "";

  private final String identity;
  private final Map<String, NodeRecord> recordedById = new HashMap<>();
  private final WrittenFields written;
  private final ApplyOptions options;

  /// @param before the records before
  NodeRecorder(
      String identity, List<NodeRecord> before, WrittenFields written, ApplyOptions options) {
    this.identity = identity;
    this.written = written;
    this.options = options;
    for (NodeRecord record : before) {
      recordedById.put(record.path().isEmpty() ? PROCESS : record.id(), record);
    }
  }

  /// The nodes of a live process, the process first, in document order: their fields by id.
  static Map<String, Map<FieldSpec, Json>> shownFields(LiveProcess live) {
    Map<String, Map<FieldSpec, Json>> shown = new LinkedHashMap<>();
    shown.put(live.id(), live.process().fields());
    addShown(live.process().root(), shown);
    return shown;
  }

  private static void addShown(ProcessNode node, Map<String, Map<FieldSpec, Json>> shown) {
    Map<FieldSpec, Json> fields = node.fields();
    if (node instanceof ProcessJob job) {
      fields = new LinkedHashMap<>(fields);
      fields.put(Fields.PROCESS_JOB_ACTION, Json.of(job.kind().name()));
    }
    shown.put(node.key(), fields);
    if (node instanceof ProcessGroup group) {
      for (ProcessNode child : group.children()) {
        addShown(child, shown);
      }
    }
  }

  /// @param nodes of the definition, the process first, in document order; each has the id of its
  ///   live node, unless the process was created from them and has its nodes in the same positions
  List<NodeRecord> record(List<NodeUpdate> nodes, LiveProcess live) {
    Map<String, Map<FieldSpec, Json>> shown = shownFields(live);
    List<String> ids = new ArrayList<>(shown.keySet());
    List<NodeRecord> records = new ArrayList<>();
    int created = 0;
    for (NodeUpdate node : nodes) {
      String id = node.id();
      if (node.path().isEmpty()) {
        id = live.id();
        created++;
      } else if (written.created() && id == null) {
        id = created < ids.size() ? ids.get(created) : null;
        created++;
      }
      NodeRecord recorded = id == null ? null : recordedById.get(id);
      if (id != null && shown.containsKey(id)) {
        records.add(nodeRecord(node, id, shown.getOrDefault(id, Map.of())));
      } else if (recorded != null) {
        // Gone in Workiva, and recorded as gone.
        records.add(new NodeRecord(node.path(), recorded.id(), recorded.sent(), recorded.seen()));
      }
    }
    return records;
  }

  private NodeRecord nodeRecord(NodeUpdate node, String id, Map<FieldSpec, Json> fields) {
    Map<String, String> shownHashes = new LinkedHashMap<>();
    fields.forEach((field, value) -> shownHashes.put(field.name(), FieldHash.of(value)));
    NodeRecord recorded = recordedById.get(node.path().isEmpty() ? PROCESS : id);
    NodeRecord sameNode = recorded != null && recorded.id().equals(id) ? recorded : null;
    String address = Address.of(identity, node.path());
    Map<String, String> sent = new LinkedHashMap<>();
    Map<String, String> seen = new LinkedHashMap<>();
    node.sent()
        .forEach((field, desired) -> {
          String shownHash = shownHashes.getOrDefault(field, FieldHash.ABSENT);
          String sentBefore = sameNode == null ? null : sameNode.sent(field);
          boolean applied =
              node.seen().containsKey(field)
                  || shownHash.equals(desired)
                  || written.writeOnly().contains(field)
                  || options.accepts(address, field);
          putIfPresent(sent, field, applied ? desired : sentBefore);
          putIfPresent(
              seen,
              field,
              applied || isWritten(id, field) || sameNode == null
                  ? shownHash
                  : sameNode.seen(field));
        });
    if (sameNode != null) {
      carryOver(node, id, sameNode, shownHashes, sent, seen);
    }
    shownHashes.forEach((field, shownHash) -> seen.putIfAbsent(field, shownHash));
    seen.putAll(node.seen());
    Map<String, String> differing = new LinkedHashMap<>();
    seen.forEach((field, hash) -> {
      if (!hash.equals(sent.getOrDefault(field, FieldHash.ABSENT))) {
        differing.put(field, hash);
      }
    });
    return new NodeRecord(node.path(), id, sent, differing);
  }

  private boolean isWritten(String id, String field) {
    return written.created() || written.fields().contains(id + ":" + field);
  }

  /// Carries over the records of fields that the definition does not set: those that it set before
  /// and the server still shows, and what the server showed of fields that this apply did not
  /// write.
  private void carryOver(
      NodeUpdate node,
      String id,
      NodeRecord recorded,
      Map<String, String> shownHashes,
      Map<String, String> sent,
      Map<String, String> seen) {
    Set<String> fields = new LinkedHashSet<>(recorded.sent().keySet());
    fields.addAll(recorded.seen().keySet());
    fields.addAll(shownHashes.keySet());
    fields.removeAll(node.sent().keySet());
    for (String field : fields) {
      if (recorded.sent(field) != null && shownHashes.containsKey(field)) {
        putIfPresent(sent, field, recorded.sent(field));
      }
      if (!isWritten(id, field)) {
        putIfPresent(seen, field, recorded.seen(field));
      }
    }
  }

  private static void putIfPresent(Map<String, String> map, String name, @Nullable String value) {
    if (value != null) {
      map.put(name, value);
    }
  }
}
