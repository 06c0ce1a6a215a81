package dev.procc.live.plan.assemble;

import dev.procc.base.source.Origin;
import dev.procc.live.diff.ChangedBy;
import dev.procc.live.diff.LastApplied;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.ledger.FieldHash;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.NodeRecord;
import dev.procc.live.ledger.RecordedDefinition;
import dev.procc.live.plan.compare.DefinitionTrees;
import dev.procc.live.plan.compare.LedgerSettings;
import dev.procc.live.plan.compare.LiveEdits;
import dev.procc.live.plan.compare.ProcessComparison;
import dev.procc.live.plan.decide.Decision;
import dev.procc.live.plan.decide.FieldDelta;
import dev.procc.live.plan.decide.PredictedProcess;
import dev.procc.live.plan.explain.LineHistory;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.ProcessFlag;
import dev.procc.live.planfile.PlannedLedgerUpdate;
import dev.procc.live.planfile.change.Lazy;
import dev.procc.live.planfile.operation.LedgerUpdate;
import dev.procc.live.planfile.operation.NodeUpdate;
import dev.procc.live.planfile.operation.OperationKind;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.wire.ProcessJson;
import dev.procc.model.process.Address;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The update of the ledger once a decision is carried out.
final class LedgerUpdates {
  private final DefinitionTrees definition;
  private final @Nullable LedgerEntry entry;

  private LedgerUpdates(DefinitionTrees definition, @Nullable LedgerEntry entry) {
    this.definition = definition;
    this.entry = entry;
  }

  /// The update for a decision; null if the ledger records nothing.
  static @Nullable PlannedLedgerUpdate of(
      DefinitionTrees definition, @Nullable LedgerEntry entry, Decision decision) {
    LedgerUpdates updates = new LedgerUpdates(definition, entry);
    return switch (decision) {
      case Decision.Create create -> updates.planned(() -> updates.ofCreated(create.operations()));
      case Decision.Replace replace -> updates.planned(() -> updates.ofReplaced(replace));
      case Decision.InPlace inPlace ->
          !inPlace.operations().isEmpty() || updates.isNews(inPlace)
              ? updates.planned(() -> updates.ofChanged(inPlace))
              : updates.ofSettings();
      case Decision.Adopt adopt -> PlannedLedgerUpdate.of(ofAdopted(adopt.entry()));
      case Decision.Unchanged unchanged -> updates.ofSettings();
      default -> null;
    };
  }

  /// Whether the ledger has to be updated although nothing is written: Workiva already has a newly
  /// defined value, or a node has another address or another live node.
  private boolean isNews(Decision.InPlace decision) {
    return entry != null
        && (!decision.comparison().live().contentHash().equals(entry.live().contentHash())
            || decision.deltas().stream().anyMatch(LedgerUpdates::isNoted)
            || !recordedNodes(entry).equals(nodesOf(decision)));
  }

  private static boolean isNoted(FieldDelta delta) {
    return delta.kind() == FieldDelta.DeltaKind.CONVERGED
        || delta.kind() == FieldDelta.DeltaKind.NO_LONGER_SET;
  }

  private PlannedLedgerUpdate planned(Supplier<LedgerUpdate> update) {
    DesiredProcess desired = definition.desired();
    return new PlannedLedgerUpdate(
        desired.is(ProcessFlag.PROTECTED), desired.onRemoval(), Lazy.from(update));
  }

  private @Nullable PlannedLedgerUpdate ofSettings() {
    DesiredProcess desired = definition.desired();
    if (entry == null || LedgerSettings.changes(desired, entry).isEmpty()) {
      return null;
    }
    return PlannedLedgerUpdate.of(
        new LedgerUpdate(
            entry.definition().sourceHash(),
            desired.is(ProcessFlag.PROTECTED),
            desired.onRemoval(),
            entry.definition().sources(),
            "",
            Map.of(),
            List.of()));
  }

  /// The update for an adoption, with its nodes.
  private static LedgerUpdate ofAdopted(LedgerEntry adopted) {
    List<NodeUpdate> nodes = new ArrayList<>();
    for (NodeRecord node : adopted.nodes()) {
      nodes.add(new NodeUpdate(node.path(), node.id(), node.sent(), node.seen()));
    }
    RecordedDefinition definition = adopted.definition();
    String predicted = adopted.live().contentHash();
    return new LedgerUpdate(
        definition.sourceHash(),
        definition.protect(),
        definition.onRemoval(),
        definition.sources(),
        predicted == null ? "" : predicted,
        Map.of(),
        nodes);
  }

  private LedgerUpdate ofCreated(List<PlanOperation> operations) {
    List<NodeUpdate> nodes = new ArrayList<>();
    nodes.add(processUpdate(null, Theirs.NONE));
    for (ProcessTree.PlacedNode place : definition.normal().nodes()) {
      nodes.add(nodeUpdate(place, null, Theirs.NONE));
    }
    return update(createdHash(operations), Map.of(), nodes);
  }

  /// The update for a replacement. Drift that the new process takes over stays on record as drift,
  /// and so does a removed node that stays removed.
  private LedgerUpdate ofReplaced(Decision.Replace decision) {
    ProcessComparison comparison = decision.comparison();
    Theirs theirs = Theirs.of(comparison, decision.deltas());
    List<NodeUpdate> nodes = new ArrayList<>();
    nodes.add(processUpdate(null, theirs));
    for (ProcessTree.PlacedNode place : definition.normal().nodes()) {
      String goneId =
          comparison.isLeftGone(place) ? comparison.lastApplied().id(place.ref()) : null;
      nodes.add(nodeUpdate(place, goneId, theirs));
    }
    return update(createdHash(decision.operations()), moves(comparison.lastApplied()), nodes);
  }

  private static String createdHash(List<PlanOperation> operations) {
    String bodyHash = "";
    for (PlanOperation operation : operations) {
      if (operation.kind() == OperationKind.CREATE && operation.body() != null) {
        bodyHash = ProcessJson.sha256(operation.body());
      }
    }
    return bodyHash;
  }

  private LedgerUpdate ofChanged(Decision.InPlace decision) {
    ProcessComparison comparison = decision.comparison();
    Theirs theirs = Theirs.of(comparison, decision.deltas());
    Map<String, String> ids = idsOf(decision);
    List<NodeUpdate> nodes = new ArrayList<>();
    nodes.add(processUpdate(comparison.live().id(), theirs));
    for (ProcessTree.PlacedNode place : definition.normal().nodes()) {
      nodes.add(nodeUpdate(place, ids.get(place.ref()), theirs));
    }
    return update(
        ProcessJson.contentHash(PredictedProcess.of(decision.shifted(), decision.deltas())),
        moves(comparison.lastApplied()),
        nodes);
  }

  /// The moves of recorded paths as the plan sees them, so that everything recorded by path follows
  /// its node: this cannot be found out later, when a new process has other ids.
  private Map<String, String> moves(LastApplied lastApplied) {
    Map<String, String> moves = new LinkedHashMap<>();
    if (entry == null) {
      return moves;
    }
    Set<String> recorded = new LinkedHashSet<>();
    entry.nodes().forEach(node -> recorded.add(node.path()));
    entry.waivers().forEach(waiver -> recorded.add(waiver.path()));
    entry.history().runRecords().forEach(record -> recorded.add(record.path()));
    for (String path : recorded) {
      String address = Address.of(definition.identity(), path);
      String now = Address.path(definition.identity(), lastApplied.currentAddress(address));
      if (!now.equals(path)) {
        moves.put(path, now);
      }
    }
    return moves;
  }

  /// The node of each address: the live one, or the recorded one that is gone.
  private Map<String, String> idsOf(Decision.InPlace decision) {
    LastApplied lastApplied = decision.comparison().lastApplied();
    Map<String, String> ids = new LinkedHashMap<>();
    for (ProcessTree.PlacedNode place : definition.normal().nodes()) {
      String id = decision.pairs().get(place.ref());
      id = id == null ? lastApplied.id(place.ref()) : id;
      if (id != null) {
        ids.put(place.ref(), id);
      }
    }
    return ids;
  }

  private List<String> nodesOf(Decision.InPlace decision) {
    List<String> nodes = new ArrayList<>();
    idsOf(decision)
        .forEach((ref, id) -> nodes.add(Address.path(definition.identity(), ref) + " " + id));
    return nodes;
  }

  private static List<String> recordedNodes(LedgerEntry entry) {
    List<String> nodes = new ArrayList<>();
    for (NodeRecord record : entry.nodes()) {
      if (!record.path().isEmpty()) {
        nodes.add(record.path() + " " + record.id());
      }
    }
    return nodes;
  }

  /// Drift that stays, by address: what was sent and seen of it before stays on record, so that it
  /// is still known as drift.
  private record Theirs(
      Map<String, Map<String, @Nullable String>> sent, Map<String, Map<String, String>> seen) {
    static final Theirs NONE = new Theirs(Map.of(), Map.of());

    static Theirs of(ProcessComparison comparison, List<FieldDelta> deltas) {
      LiveEdits edits = comparison.edits();
      Theirs theirs = new Theirs(new HashMap<>(), new HashMap<>());
      for (FieldDelta item : deltas) {
        if (item.kind() == FieldDelta.DeltaKind.LEFT_AS_IS) {
          String field = item.field().name();
          theirs
              .sent
              .computeIfAbsent(item.address(), a -> new LinkedHashMap<>())
              .put(field, edits.sent(item.ref(), field));
          theirs
              .seen
              .computeIfAbsent(item.address(), a -> new LinkedHashMap<>())
              .put(field, seen(edits, item));
        }
      }
      return theirs;
    }

    /// The hash of what was seen of a field. If no record explains an edit, its former value is
    /// unknown, and recording the present one must not hide that.
    private static String seen(LiveEdits edits, FieldDelta item) {
      String seen = edits.seen(item.ref(), item.field().name());
      boolean isUnexplained =
          item.changedBy() == ChangedBy.UNKNOWN && seen.equals(FieldHash.of(item.before()));
      return isUnexplained ? FieldHash.UNKNOWN : seen;
    }

    NodeUpdate update(String address, String path, @Nullable String id, Map<String, String> all) {
      sent.getOrDefault(address, Map.of())
          .forEach((field, hash) -> {
            if (hash == null) {
              all.remove(field);
            } else {
              all.put(field, hash);
            }
          });
      return new NodeUpdate(path, id, all, seen.getOrDefault(address, Map.of()));
    }
  }

  private NodeUpdate processUpdate(@Nullable String id, Theirs theirs) {
    return theirs.update(definition.identity(), "", id, definition.sentHashes());
  }

  private NodeUpdate nodeUpdate(ProcessTree.PlacedNode place, @Nullable String id, Theirs theirs) {
    Map<String, String> sent = definition.sentHashes(place);
    return theirs.update(place.ref(), Address.path(definition.identity(), place.ref()), id, sent);
  }

  private LedgerUpdate update(
      String predictedHash, Map<String, String> moves, List<NodeUpdate> nodes) {
    DesiredProcess desired = definition.desired();
    List<Origin> origins = new ArrayList<>(desired.provenance().fields().values());
    origins.addAll(desired.provenance().nodes().values());
    return new LedgerUpdate(
        desired.provenance().sourceHash().get(),
        desired.is(ProcessFlag.PROTECTED),
        desired.onRemoval(),
        LineHistory.hashesByFile(origins),
        predictedHash,
        moves,
        nodes);
  }
}
