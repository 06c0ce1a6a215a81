package dev.procc.live.record;

import dev.procc.base.json.Json;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.ledger.FieldHash;
import dev.procc.live.ledger.NodeRecord;
import dev.procc.live.wire.LiveProcess;
import dev.procc.model.catalog.Catalog;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Fields;
import dev.procc.model.catalog.Owner;
import dev.procc.model.process.Address;
import dev.procc.model.process.ProcessJob;
import dev.procc.model.process.ProcessNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The drift of a live process from the records of its nodes, found by the server's ids, whatever
/// the addresses in the definition.
public final class StandingEdits {
  private static final Set<String> NEVER_SHOWN = neverShown();

  private final ProcessTree live;
  private final Map<String, NodeRecord> recordById = new LinkedHashMap<>();
  private final Map<String, String> idByPath = new HashMap<>();
  private final Set<String> editedRefs = new LinkedHashSet<>();
  private final StringBuilder account = new StringBuilder();

  private StandingEdits(ProcessTree live) {
    this.live = live;
  }

  /// @param records of all nodes in the ledger, the process first
  public static StandingEdits of(LiveProcess live, ProcessTree tree, List<NodeRecord> records) {
    StandingEdits edits = new StandingEdits(tree);
    for (NodeRecord record : records) {
      edits.recordById.put(record.path().isEmpty() ? live.id() : record.id(), record);
      edits.idByPath.put(record.path(), record.id());
    }
    edits.find(live);
    return edits;
  }

  /// The hash of all drift for the ledger; empty if there is none.
  public static String hash(LiveProcess live, List<NodeRecord> records) {
    return of(live, ProcessTree.ofLive(live.process()), records).hash();
  }

  public String hash() {
    return account.isEmpty() ? "" : FieldHash.ofText(account.toString());
  }

  /// The ids of the live nodes, and of the process, that somebody edited, moved or added.
  public Set<String> editedRefs() {
    return editedRefs;
  }

  /// The records by the ids of live nodes and of the process.
  public Map<String, NodeRecord> records() {
    return recordById;
  }

  private static Set<String> neverShown() {
    Set<String> names = new LinkedHashSet<>();
    for (FieldSpec field : Catalog.definable()) {
      if (field.owner() == Owner.WRITE_ONLY) {
        names.add(field.name());
      }
    }
    return names;
  }

  private void find(LiveProcess process) {
    findFields(process.id(), process.process().fields());
    for (ProcessTree.PlacedNode place : live.nodes()) {
      findFields(place.ref(), place.node().fields());
      findKindAndPlace(place);
    }
    findOrder();
    recordById.forEach((id, record) -> {
      if (!record.path().isEmpty() && live.get(id) == null) {
        account(id, "gone", "");
      }
    });
  }

  private void findFields(String ref, Map<FieldSpec, Json> fields) {
    NodeRecord record = recordById.get(ref);
    if (record != null && isAsRecorded(record, fields)) {
      return;
    }
    Map<String, String> shown = new HashMap<>();
    fields.forEach((field, value) -> shown.put(field.name(), FieldHash.of(value)));
    Set<String> names = new TreeSet<>(shown.keySet());
    if (record != null) {
      names.addAll(record.seen().keySet());
      names.addAll(record.sent().keySet());
      names.removeAll(NEVER_SHOWN);
    }
    names.remove(Fields.PROCESS_JOB_ACTION.name());
    for (String name : names) {
      String hash = shown.getOrDefault(name, FieldHash.ABSENT);
      if (record == null || !hash.equals(record.seen(name))) {
        edited(ref, name, hash);
      }
    }
  }

  /// Whether no field differs, as for most nodes.
  private static boolean isAsRecorded(NodeRecord record, Map<FieldSpec, Json> fields) {
    Set<String> shown = new HashSet<>();
    for (Map.Entry<FieldSpec, Json> field : fields.entrySet()) {
      String name = field.getKey().name();
      shown.add(name);
      if (isCompared(name) && !FieldHash.of(field.getValue()).equals(record.seen(name))) {
        return false;
      }
    }
    return isAbsent(record, record.sent(), shown) && isAbsent(record, record.seen(), shown);
  }

  /// Whether what is recorded and not shown was not shown at that time.
  private static boolean isAbsent(
      NodeRecord record, Map<String, String> recorded, Set<String> shown) {
    for (String name : recorded.keySet()) {
      if (!shown.contains(name)
          && isCompared(name)
          && !record.seen(name).equals(FieldHash.ABSENT)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isCompared(String field) {
    return !NEVER_SHOWN.contains(field) && !field.equals(Fields.PROCESS_JOB_ACTION.name());
  }

  private void findKindAndPlace(ProcessTree.PlacedNode place) {
    String ref = place.ref();
    NodeRecord record = recordById.get(ref);
    String parent = place.parent() == null ? null : place.parent().ref();
    if (record == null) {
      edited(ref, "added", parent + " " + place.index() + " " + kindHash(place.node()));
      return;
    }
    String kind = record.sent(Fields.PROCESS_JOB_ACTION.name());
    if (kind != null
        && place.node() instanceof ProcessJob
        && !kind.equals(kindHash(place.node()))) {
      edited(ref, "kind", kindHash(place.node()));
    }
    if (parent != null && !parent.equals(recordedParent(record))) {
      edited(ref, "parent", parent);
    }
  }

  private @Nullable String recordedParent(NodeRecord record) {
    int slash = record.path().lastIndexOf('/');
    return record.path().equals(Address.ROOT)
        ? null
        : idByPath.get(slash < 0 ? Address.ROOT : record.path().substring(0, slash));
  }

  /// Finds the recorded nodes that are before one that is recorded before them.
  private void findOrder() {
    Map<String, Integer> positions = new HashMap<>();
    recordById.keySet().forEach(id -> positions.put(id, positions.size()));
    int last = -1;
    for (ProcessTree.PlacedNode place : live.nodes()) {
      int position = positions.getOrDefault(place.ref(), -1);
      if (position >= 0 && position < last) {
        account(place.ref(), "before", String.valueOf(last));
      }
      last = Math.max(last, position);
    }
  }

  private void edited(String ref, String what, String how) {
    editedRefs.add(ref);
    account(ref, what, how);
  }

  private void account(String ref, String what, String how) {
    account.append(ref).append(' ').append(what).append(' ').append(how).append('\n');
  }

  /// The hash of the kind of a task; `ABSENT` for a group.
  public static String kindHash(ProcessNode node) {
    return node instanceof ProcessJob job
        ? FieldHash.of(Json.of(job.kind().name()))
        : FieldHash.ABSENT;
  }
}
