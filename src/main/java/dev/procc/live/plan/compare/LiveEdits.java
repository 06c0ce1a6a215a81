package dev.procc.live.plan.compare;

import dev.procc.base.json.Json;
import dev.procc.live.diff.ChangedBy;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.ledger.FieldHash;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.NodeRecord;
import dev.procc.live.record.StandingEdits;
import dev.procc.live.wire.LiveProcess;
import dev.procc.model.catalog.Fields;
import dev.procc.model.process.ProcessJob;
import dev.procc.model.process.ProcessNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The drift of a live process since it was recorded, found by the server's ids of nodes, whatever
/// their addresses in the definition.
///
/// The recorded hash of the whole process serves as a check. If the live process has another hash,
/// but only the drift that was known when it was recorded is found, there is unexplained drift, and
/// no difference counts as the definition's alone.
public final class LiveEdits {
  private final ProcessTree live;
  private final Map<String, NodeRecord> recordById;
  private final Set<String> editedRefs;
  private final boolean sameHash;
  private final boolean isUnexplained;

  private LiveEdits(
      ProcessTree live, StandingEdits standing, @Nullable LedgerEntry entry, String hash) {
    this.live = live;
    recordById = standing.records();
    editedRefs = new HashSet<>(standing.editedRefs());
    sameHash = entry != null && hash.equals(entry.live().contentHash());
    isUnexplained = !sameHash && entry != null && standing.hash().equals(entry.live().edits());
    for (ProcessTree.PlacedNode place : live.nodes()) {
      if (place.node() instanceof ProcessJob && changedKind(place) != ChangedBy.NOBODY) {
        editedRefs.add(place.ref());
      }
    }
  }

  static LiveEdits of(LiveProcess live, ProcessTree tree, @Nullable LedgerEntry entry) {
    List<NodeRecord> records = entry == null ? List.of() : entry.nodes();
    return new LiveEdits(tree, StandingEdits.of(live, tree, records), entry, live.contentHash());
  }

  /// Whether the ledger has a record of a live node.
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

  /// Whether somebody edited, moved or added a live node.
  public boolean isEdited(String ref) {
    return isUnexplained() || editedRefs.contains(ref);
  }

  /// Whether a recorded node is gone.
  public boolean isGone(String id) {
    NodeRecord record = recordById.get(id);
    return record != null && !record.path().isEmpty() && live.get(id) == null;
  }

  /// The ids of the nodes in the ledger.
  public Set<String> recordedIds() {
    return recordById.keySet();
  }

  /// Whether the process differs from what was recorded without a known difference.
  public boolean isUnexplained() {
    return isUnexplained;
  }

  /// The party that made a difference between the definition and the live process.
  ///
  /// @param ref the live node; for a field of the process, its id
  /// @param desired null if the definition has no value
  /// @param live null if the server shows no value
  public ChangedBy changedBy(
      String ref, String field, boolean isDefined, @Nullable Json desired, @Nullable Json live) {
    boolean equal = Objects.equals(desired, live);
    if (!isRecorded(ref)) {
      return equal ? ChangedBy.NOBODY : ChangedBy.UNKNOWN;
    }
    String liveHash = FieldHash.of(live);
    String desiredHash = !isDefined ? null : equal ? liveHash : FieldHash.of(desired);
    String sent = sent(ref, field);
    ChangedBy changedBy = ChangedBy.of(sent, seen(ref, field), desiredHash, liveHash);
    return changedBy == ChangedBy.BOTH && FieldHash.UNKNOWN.equals(sent)
            || changedBy == ChangedBy.DEFINITION && !equal && isUnexplained()
        ? ChangedBy.UNKNOWN
        : changedBy;
  }

  /// The party that changed a structure which the definition changes: both, if the node was edited;
  /// unknown, if there is no record of it.
  public ChangedBy withDefinition(@Nullable String ref) {
    return ref != null && editedRefs.contains(ref)
        ? ChangedBy.BOTH
        : isUnexplained ? ChangedBy.UNKNOWN : ChangedBy.DEFINITION;
  }

  /// The party that made a task of another kind than the definition's.
  public ChangedBy kindChangedBy(ProcessTree.PlacedNode liveNode, ProcessNode desired) {
    ChangedBy live = changedKind(liveNode);
    NodeRecord record = recordById.get(liveNode.ref());
    String sent = record == null ? null : record.sent(Fields.PROCESS_JOB_ACTION.name());
    boolean sentAsDesired = sent != null && sent.equals(StandingEdits.kindHash(desired));
    return live == ChangedBy.NOBODY
        ? withDefinition(null)
        : sentAsDesired ? ChangedBy.DRIFT : ChangedBy.BOTH;
  }

  /// Whether somebody changed the kind of a live task: nobody, drift, or both if the record does
  /// not have the former kind.
  private ChangedBy changedKind(ProcessTree.PlacedNode place) {
    NodeRecord record = recordById.get(place.ref());
    String recorded = record == null ? null : record.sent(Fields.PROCESS_JOB_ACTION.name());
    if (recorded == null) {
      return sameHash ? ChangedBy.NOBODY : ChangedBy.BOTH;
    }
    return recorded.equals(StandingEdits.kindHash(place.node()))
        ? ChangedBy.NOBODY
        : ChangedBy.DRIFT;
  }
}
