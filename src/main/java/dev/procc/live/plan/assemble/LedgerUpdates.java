package dev.procc.live.plan.assemble;

import dev.procc.base.json.Json;
import dev.procc.base.source.Origin;
import dev.procc.live.diff.LastApplied;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.ledger.FieldHash;
import dev.procc.live.plan.compare.LedgerLastApplied;
import dev.procc.live.plan.explain.LineHistory;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.ProcessFlag;
import dev.procc.live.planfile.operation.LedgerUpdate;
import dev.procc.live.planfile.operation.NodeUpdate;
import dev.procc.live.wire.Normalizer;
import dev.procc.model.catalog.FieldSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the ledger shall note of a definition.
public final class LedgerUpdates {
  private LedgerUpdates() {}

  /// @param id the live process; absent where one is created
  /// @param liveRefs the live node of each address; empty where all are created
  /// @param predictedHash what must be there afterwards
  /// @param seenOfKeptDrift by address and field, hashes of what was seen, of edits that stay
  public static LedgerUpdate of(
      DesiredProcess desired,
      ProcessTree writtenTree,
      ProcessTree normalTree,
      @Nullable String id,
      LastApplied lastApplied,
      Map<String, String> liveRefs,
      String predictedHash,
      Map<String, Map<String, String>> seenOfKeptDrift) {
    boolean stays = !liveRefs.isEmpty();
    List<NodeUpdate> rows = new ArrayList<>();
    String identity = desired.identity();
    rows.add(
        new NodeUpdate(
            "",
            stays ? id : null,
            sentHashes(writtenTree.process().fields(), normalTree.process().fields()),
            seenOfKeptDrift.getOrDefault(identity, Map.of())));
    for (ProcessTree.PlacedNode place : normalTree.nodes()) {
      ProcessTree.PlacedNode written = writtenTree.get(place.ref());
      String ref = stays ? liveRefs.getOrDefault(place.ref(), lastApplied.id(place.ref())) : null;
      rows.add(
          new NodeUpdate(
              LedgerLastApplied.path(identity, place.ref()),
              ref,
              sentHashes(
                  written == null ? Map.of() : written.node().fields(), place.node().fields()),
              seenOfKeptDrift.getOrDefault(place.ref(), Map.of())));
    }
    List<Origin> origins = new ArrayList<>(desired.provenance().fields().values());
    origins.addAll(desired.provenance().nodes().values());
    return new LedgerUpdate(
        desired.provenance().sourceHash().get(),
        desired.is(ProcessFlag.PROTECTED),
        desired.onRemoval(),
        LineHistory.hashesByFile(origins),
        predictedHash,
        rows);
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
