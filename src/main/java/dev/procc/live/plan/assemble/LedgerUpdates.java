package dev.procc.live.plan.assemble;

import dev.procc.base.json.Json;
import dev.procc.base.source.Origin;
import dev.procc.live.diff.LastApplied;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.ledger.FieldHash;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.plan.compare.DefinitionTrees;
import dev.procc.live.plan.compare.LedgerLastApplied;
import dev.procc.live.plan.compare.LedgerSettings;
import dev.procc.live.plan.decide.Decision;
import dev.procc.live.plan.decide.FieldDelta;
import dev.procc.live.plan.decide.PredictedProcess;
import dev.procc.live.plan.explain.LineHistory;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.ProcessFlag;
import dev.procc.live.planfile.change.Lazy;
import dev.procc.live.planfile.operation.LedgerUpdate;
import dev.procc.live.planfile.operation.NodeUpdate;
import dev.procc.live.planfile.operation.OperationKind;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.wire.Normalizer;
import dev.procc.live.wire.ProcessJson;
import dev.procc.model.catalog.FieldSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the ledger records once a decision is carried out.
final class LedgerUpdates {
  private final DefinitionTrees definition;

  private LedgerUpdates(DefinitionTrees definition) {
    this.definition = definition;
  }

  /// The update of a decision; null if the ledger records nothing.
  static @Nullable Lazy<LedgerUpdate> of(
      DefinitionTrees definition, @Nullable LedgerEntry entry, Decision decision) {
    LedgerUpdates updates = new LedgerUpdates(definition);
    return switch (decision) {
      case Decision.Create create -> Lazy.from(() -> updates.ofCreated(create.operations()));
      case Decision.Replace replace -> Lazy.from(() -> updates.ofCreated(replace.operations()));
      case Decision.InPlace inPlace ->
          isRecorded(inPlace)
              ? Lazy.from(() -> updates.ofChanged(inPlace))
              : updates.ofSettings(entry);
      case Decision.Unchanged unchanged -> updates.ofSettings(entry);
      default -> null;
    };
  }

  private static boolean isRecorded(Decision.InPlace decision) {
    return !decision.operations().isEmpty()
        || decision.deltas().stream()
            .anyMatch(item -> item.kind() == FieldDelta.DeltaKind.CONVERGED);
  }

  private @Nullable Lazy<LedgerUpdate> ofSettings(@Nullable LedgerEntry entry) {
    DesiredProcess desired = definition.desired();
    if (entry == null || LedgerSettings.changes(desired, entry).isEmpty()) {
      return null;
    }
    return Lazy.of(
        new LedgerUpdate(
            entry.definition().sourceHash(),
            desired.is(ProcessFlag.PROTECTED),
            desired.onRemoval(),
            entry.definition().sources(),
            "",
            List.of()));
  }

  private LedgerUpdate ofCreated(List<PlanOperation> operations) {
    String bodyHash = "";
    for (PlanOperation operation : operations) {
      if (operation.kind() == OperationKind.CREATE && operation.body() != null) {
        bodyHash = ProcessJson.sha256(operation.body());
      }
    }
    List<NodeUpdate> nodes = new ArrayList<>();
    nodes.add(processUpdate(null, Map.of()));
    for (ProcessTree.PlacedNode place : definition.normal().nodes()) {
      nodes.add(nodeUpdate(place, null, Map.of()));
    }
    return update(bodyHash, nodes);
  }

  private LedgerUpdate ofChanged(Decision.InPlace decision) {
    LastApplied lastApplied = decision.comparison().lastApplied();
    Map<String, Map<String, String>> seen = seenOfKeptDrift(decision);
    List<NodeUpdate> nodes = new ArrayList<>();
    nodes.add(
        processUpdate(
            decision.comparison().live().id(), seen.getOrDefault(definition.identity(), Map.of())));
    for (ProcessTree.PlacedNode place : definition.normal().nodes()) {
      String ref = place.ref();
      String id = decision.pairs().getOrDefault(ref, lastApplied.id(ref));
      nodes.add(nodeUpdate(place, id, seen.getOrDefault(ref, Map.of())));
    }
    return update(
        ProcessJson.contentHash(PredictedProcess.of(decision.shifted(), decision.deltas())), nodes);
  }

  /// Fields whose edits stay, by address: what was seen at the last apply remains on record.
  private static Map<String, Map<String, String>> seenOfKeptDrift(Decision.InPlace decision) {
    LastApplied lastApplied = decision.comparison().lastApplied();
    Map<String, Map<String, String>> seen = new LinkedHashMap<>();
    for (FieldDelta item : decision.deltas()) {
      if (item.kind() == FieldDelta.DeltaKind.LEFT_AS_IS) {
        String field = item.field().name();
        seen.computeIfAbsent(item.address(), a -> new LinkedHashMap<>())
            .put(field, lastApplied.seenHash(item.address(), field));
      }
    }
    return seen;
  }

  private NodeUpdate processUpdate(@Nullable String id, Map<String, String> seen) {
    return new NodeUpdate(
        "",
        id,
        sentHashes(definition.written().process().fields(), definition.normal().process().fields()),
        seen);
  }

  private NodeUpdate nodeUpdate(
      ProcessTree.PlacedNode place, @Nullable String id, Map<String, String> seen) {
    ProcessTree.PlacedNode written = definition.written().get(place.ref());
    return new NodeUpdate(
        LedgerLastApplied.path(definition.identity(), place.ref()),
        id,
        sentHashes(written == null ? Map.of() : written.node().fields(), place.node().fields()),
        seen);
  }

  private LedgerUpdate update(String predictedHash, List<NodeUpdate> nodes) {
    DesiredProcess desired = definition.desired();
    List<Origin> origins = new ArrayList<>(desired.provenance().fields().values());
    origins.addAll(desired.provenance().nodes().values());
    return new LedgerUpdate(
        desired.provenance().sourceHash().get(),
        desired.is(ProcessFlag.PROTECTED),
        desired.onRemoval(),
        LineHistory.hashesByFile(origins),
        predictedHash,
        nodes);
  }

  /// Hashes of what the definition says, nulls included.
  private static Map<String, String> sentHashes(
      Map<FieldSpec, Json> written, Map<FieldSpec, Json> normal) {
    Map<String, String> sent = new LinkedHashMap<>();
    normal.forEach((field, value) -> sent.put(field.name(), FieldHash.of(value)));
    written.forEach((field, value) ->
        sent.putIfAbsent(field.name(), FieldHash.of(Normalizer.normalizeValue(field, value))));
    return sent;
  }
}
