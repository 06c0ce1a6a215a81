package dev.procc.live.plan.compare;

import dev.procc.base.json.Json;
import dev.procc.live.diff.ChangedBy;
import dev.procc.live.diff.LastApplied;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.ledger.FieldHash;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.NodeRecord;
import dev.procc.live.wire.LiveProcess;
import dev.procc.model.catalog.Catalog;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Fields;
import dev.procc.model.catalog.Owner;
import dev.procc.model.process.ProcessJob;
import dev.procc.model.process.ProcessNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was edited in Workiva since it was recorded: a live process beside the ledger, node by node
/// by the server's id, whatever the definition calls a node now.
///
/// The recorded hash of the whole process is the check on it. Where the live process has another
/// hash and no edit is found, the edits are unexplained, and no difference counts as the
/// definition's alone.
public final class LiveEdits {
  private static final List<String> NEVER_SHOWN =
      Catalog.definable().stream()
          .filter(field -> field.owner() == Owner.WRITE_ONLY)
          .map(FieldSpec::name)
          .toList();

  private final ProcessTree live;
  private final LastApplied lastApplied;
  private final Map<String, NodeRecord> recordById = new LinkedHashMap<>();
  private final Set<String> editedRefs = new HashSet<>();
  private final boolean sameHash;
  private boolean anyEdit;

  private LiveEdits(ProcessTree live, LastApplied lastApplied, boolean sameHash) {
    this.live = live;
    this.lastApplied = lastApplied;
    this.sameHash = sameHash;
  }

  static LiveEdits of(
      LiveProcess live, ProcessTree tree, LastApplied lastApplied, @Nullable LedgerEntry entry) {
    boolean sameHash = entry != null && live.contentHash().equals(entry.live().contentHash());
    LiveEdits edits = new LiveEdits(tree, lastApplied, sameHash);
    if (entry != null) {
      entry
          .nodes()
          .forEach(record ->
              edits.recordById.put(record.path().isEmpty() ? live.id() : record.id(), record));
    }
    edits.find(live);
    return edits;
  }

  private void find(LiveProcess process) {
    findIn(process.id(), process.process().fields());
    for (ProcessTree.PlacedNode place : live.nodes()) {
      String ref = place.ref();
      findIn(ref, place.node().fields());
      if (place.node() instanceof ProcessJob && changedKind(place) != ChangedBy.NOBODY) {
        editedRefs.add(ref);
      }
      String recordedParent = lastApplied.parentId(ref);
      if (place.parent() != null && !place.parent().ref().equals(recordedParent)) {
        editedRefs.add(ref);
      }
    }
    anyEdit = !editedRefs.isEmpty() || !isInRecordedOrder();
    for (String id : recordById.keySet()) {
      anyEdit |= isGone(id);
    }
  }

  private void findIn(String ref, Map<FieldSpec, Json> fields) {
    NodeRecord record = recordById.get(ref);
    if (record == null) {
      editedRefs.add(ref);
      return;
    }
    Map<String, String> shown = new HashMap<>();
    fields.forEach((field, value) -> shown.put(field.name(), FieldHash.of(value)));
    Set<String> names = new HashSet<>(shown.keySet());
    names.addAll(record.seen().keySet());
    names.addAll(record.sent().keySet());
    names.remove(Fields.PROCESS_JOB_ACTION.name());
    NEVER_SHOWN.forEach(names::remove);
    for (String name : names) {
      if (!shown.getOrDefault(name, FieldHash.ABSENT).equals(record.seen(name))) {
        editedRefs.add(ref);
      }
    }
  }

  private boolean isInRecordedOrder() {
    int last = -1;
    for (ProcessTree.PlacedNode place : live.nodes()) {
      int position = lastApplied.position(place.ref());
      if (position >= 0 && position < last) {
        return false;
      }
      last = Math.max(last, position);
    }
    return true;
  }

  /// Whether the ledger has a record of this live node.
  public boolean isRecorded(String ref) {
    return recordById.containsKey(ref);
  }

  /// The record of a node, live or gone; null if there is none.
  public @Nullable NodeRecord record(String id) {
    return recordById.get(id);
  }

  /// The hash of what was last sent to a live node; null if the field was never set.
  public @Nullable String sent(String ref, String field) {
    NodeRecord record = recordById.get(ref);
    return record == null ? null : record.sent(field);
  }

  /// The hash of what a live node showed when it was recorded.
  public String seen(String ref, String field) {
    NodeRecord record = recordById.get(ref);
    return record == null ? FieldHash.ABSENT : record.seen(field);
  }

  /// Whether somebody edited a live node, moved it or added it.
  public boolean isEdited(String ref) {
    return isUnexplained() || editedRefs.contains(ref);
  }

  /// Whether a recorded node is gone.
  public boolean isGone(String id) {
    NodeRecord record = recordById.get(id);
    return record != null && !record.path().isEmpty() && live.get(id) == null;
  }

  /// Ids of the nodes of the ledger.
  public Set<String> recordedIds() {
    return recordById.keySet();
  }

  /// Whether the process is not as it was recorded, and nothing says in what.
  public boolean isUnexplained() {
    return !sameHash && !anyEdit;
  }

  /// Who made a difference between the definition and the live process.
  ///
  /// @param ref the live node; of a field of the process its id
  /// @param desired null if the definition says nothing
  /// @param live null if the server shows nothing
  public ChangedBy changedBy(
      String ref, String field, boolean isDefined, @Nullable Json desired, @Nullable Json live) {
    boolean equal = Objects.equals(desired, live);
    if (!isRecorded(ref)) {
      return equal ? ChangedBy.NOBODY : ChangedBy.BOTH;
    }
    String liveHash = FieldHash.of(live);
    String desiredHash = !isDefined ? null : equal ? liveHash : FieldHash.of(desired);
    ChangedBy changedBy = ChangedBy.of(sent(ref, field), seen(ref, field), desiredHash, liveHash);
    return changedBy == ChangedBy.DEFINITION && !equal && isUnexplained()
        ? ChangedBy.BOTH
        : changedBy;
  }

  /// Who changed a structure that the definition has changed: both, where nobody knows what was
  /// edited, or where the node in question was.
  public ChangedBy withDefinition(@Nullable String ref) {
    boolean edited = ref == null ? isUnexplained() : isEdited(ref);
    return edited ? ChangedBy.BOTH : ChangedBy.DEFINITION;
  }

  /// Who made a task of another kind than the definition's.
  public ChangedBy kindChangedBy(ProcessTree.PlacedNode liveNode, ProcessNode desired) {
    ChangedBy live = changedKind(liveNode);
    NodeRecord record = recordById.get(liveNode.ref());
    String sent = record == null ? null : record.sent(Fields.PROCESS_JOB_ACTION.name());
    boolean sentAsDesired = sent != null && sent.equals(kindHash(desired));
    return live == ChangedBy.NOBODY
        ? withDefinition(null)
        : sentAsDesired ? ChangedBy.DRIFT : ChangedBy.BOTH;
  }

  /// Whether somebody made another kind of task of a live one: nobody, drift, or both where the
  /// record does not say what it was.
  private ChangedBy changedKind(ProcessTree.PlacedNode place) {
    NodeRecord record = recordById.get(place.ref());
    String recorded = record == null ? null : record.sent(Fields.PROCESS_JOB_ACTION.name());
    if (recorded == null) {
      return sameHash ? ChangedBy.NOBODY : ChangedBy.BOTH;
    }
    return recorded.equals(kindHash(place.node())) ? ChangedBy.NOBODY : ChangedBy.DRIFT;
  }

  /// The hash that stands for the kind of a task; `ABSENT` of a group.
  public static String kindHash(ProcessNode node) {
    return node instanceof ProcessJob job
        ? FieldHash.of(Json.of(job.kind().name()))
        : FieldHash.ABSENT;
  }
}
