package dev.procc.live.record;

import dev.procc.live.ledger.DriftWaiver;
import dev.procc.live.ledger.FieldHash;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.NodeRecord;
import dev.procc.live.ledger.RecordedDefinition;
import dev.procc.live.outcome.ApplyOptions;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.ChangeReason;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.operation.LedgerUpdate;
import dev.procc.live.planfile.operation.NodeUpdate;
import dev.procc.live.planfile.operation.RunState;
import dev.procc.live.wire.LiveProcess;
import dev.procc.model.process.Address;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// The recorder of what a write leaves in the ledger: the definition's values, and what the server
/// then showed.
public final class LedgerRecorder {
  private final ProcessPlan plan;
  private final ApplyOptions options;

  /// @param options which values may differ from those that were sent
  public LedgerRecorder(ProcessPlan plan, ApplyOptions options) {
    this.plan = plan;
    this.options = options;
  }

  /// The entry of a process that is as predicted, without a pending step.
  ///
  /// @param before the entry before
  /// @param written what was written so far
  public LedgerEntry applied(LedgerEntry before, LiveProcess live, WrittenFields written) {
    LedgerUpdate update = plan.ledgerUpdate();
    String sourceHash =
        update == null || ignoresDrift() ? RecordedDefinition.UNKNOWN_SOURCE : update.sourceHash();
    LedgerEntry after = entry(before, live, written, sourceHash);
    boolean runs = plan.live().runState() != RunState.NONE;
    return runs ? after : after.withWaivers(standing(after.waivers()));
  }

  /// The waivers of drift that the plan let stay. If drift was undone, taken into the definition or
  /// reverted in Workiva, its waiver is settled and covers no later drift. During a run, a waiver
  /// may be for drift in the run.
  private List<DriftWaiver> standing(List<DriftWaiver> waivers) {
    Set<String> left = new HashSet<>();
    for (FieldChange change : plan.changes()) {
      if (!change.isEffective() && change.isContestedDrift()) {
        left.add(change.address() + ":" + change.field());
      }
    }
    List<DriftWaiver> standing = new ArrayList<>();
    for (DriftWaiver waiver : waivers) {
      String address = Address.of(plan.identity(), waiver.path());
      if (left.contains(address + ":" + waiver.field())) {
        standing.add(waiver);
      }
    }
    return standing;
  }

  /// The entry of a process that is adopted as it is.
  public LedgerEntry adopted(LedgerEntry before, LiveProcess live) {
    LedgerUpdate update = Objects.requireNonNull(plan.ledgerUpdate());
    List<NodeRecord> nodes = new ArrayList<>();
    for (NodeUpdate node : update.nodes()) {
      String id = node.id() == null ? FieldHash.UNKNOWN : node.id();
      nodes.add(new NodeRecord(node.path(), id, node.sent(), node.seen()));
    }
    return withLive(before.waivers(), before, live, nodes)
        .withDefinition(
            live.name(),
            new RecordedDefinition(
                update.sourceHash(), update.protect(), update.onRemoval(), update.sourceLines()));
  }

  /// The entry of a former process that is the live one again. If an edit made in Workiva stands in
  /// it, the recorded content is unknown, so that the next plan reports the edit.
  public static LedgerEntry restored(LedgerEntry before, LiveProcess live) {
    LedgerEntry restored =
        before.withRestored(live.id(), live.revision(), live.contentHash(), live.name());
    List<NodeRecord> nodes = restored.nodes();
    boolean isEdited = !nodes.isEmpty() && !StandingEdits.hash(live, nodes).isEmpty();
    LedgerEntry seen =
        isEdited ? restored.withLive(live.id(), live.revision(), "", nodes) : restored;
    return live.id().equals(before.id()) ? seen : seen.withBesides(live.besides());
  }

  /// The entry of a process that is not as predicted, so that the next plan reads it again.
  public LedgerEntry mismatched(LedgerEntry before, LiveProcess live, WrittenFields written) {
    return entry(before, live, written, RecordedDefinition.UNKNOWN_SOURCE);
  }

  /// Whether drift stays without a waiver.
  private boolean ignoresDrift() {
    for (FieldChange change : plan.changes()) {
      boolean isDrift = change.changedBy().mayBeDrift();
      if (change.reason() == ChangeReason.IGNORED && isDrift) {
        return true;
      }
    }
    return false;
  }

  private LedgerEntry entry(
      LedgerEntry before, LiveProcess live, WrittenFields written, String sourceHash) {
    LedgerUpdate update = plan.ledgerUpdate();
    if (update == null) {
      return withLive(before.waivers(), before, live, before.nodes());
    }
    NodeRecorder recorder = new NodeRecorder(plan.identity(), before.nodes(), written, options);
    List<NodeRecord> nodes = recorder.record(update.nodes(), live);
    return withLive(movedWaivers(before, live, update), before, live, nodes)
        .withEdits(StandingEdits.hash(live, nodes))
        .withRunRecordsMoved(update::currentPath)
        .withDefinition(
            plan.name(),
            new RecordedDefinition(
                sourceHash, update.protect(), update.onRemoval(), update.sourceLines()));
  }

  private LedgerEntry withLive(
      List<DriftWaiver> waivers, LedgerEntry before, LiveProcess live, List<NodeRecord> nodes) {
    LedgerEntry after =
        before
            .withWaivers(waivers)
            .withLive(live.id(), live.revision(), live.contentHash(), nodes)
            .withPending(null);
    return isBesidesKnown(before, live) ? after.withBesides(live.besides()) : after;
  }

  /// Whether nobody had changed the tags and the unknown fields when it was planned: what somebody
  /// changed then stays an edit.
  private boolean isBesidesKnown(LedgerEntry before, LiveProcess live) {
    String seen = plan.live().contentHash();
    if (seen == null || !live.id().equals(before.id())) {
      return true;
    }
    int end = seen.indexOf('+');
    return before.hasBesides(
        end < 0 ? "" : LiveProcess.at(seen.substring(end), plan.live().revision()));
  }

  /// The waivers at the addresses by which the plan let drift stay. A waiver for a node that
  /// neither the definition nor the live process has any more is settled, and covers no other node
  /// with its key.
  private static List<DriftWaiver> movedWaivers(
      LedgerEntry before, LiveProcess live, LedgerUpdate update) {
    Set<String> defined = new HashSet<>();
    update.nodes().forEach(node -> defined.add(node.path()));
    Set<String> shown = NodeRecorder.shownFields(live).keySet();
    List<DriftWaiver> waivers = new ArrayList<>();
    for (DriftWaiver waiver : before.waivers()) {
      String path = update.currentPath(waiver.path());
      if (defined.contains(path) || shown.contains(path.substring(path.lastIndexOf('/') + 1))) {
        waivers.add(waiver.withPath(path));
      }
    }
    return waivers;
  }
}
