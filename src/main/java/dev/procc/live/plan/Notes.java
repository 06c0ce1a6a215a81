package dev.procc.live.plan;

import dev.procc.base.json.Json;
import dev.procc.base.source.Origin;
import dev.procc.live.diff.Base;
import dev.procc.live.diff.Tree;
import dev.procc.live.ledger.FieldHash;
import dev.procc.live.planfile.NodeRow;
import dev.procc.live.planfile.Note;
import dev.procc.live.wire.Normal;
import dev.procc.model.catalog.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the ledger shall note of a definition.
final class Notes {
  private Notes() {}

  /// @param id the live process; absent where one is created
  /// @param pairs the live node of each address; empty where all are created
  /// @param expected what must be there afterwards
  /// @param left by address and field, hashes of what was seen, of edits that stay
  static Note of(
      Desired desired,
      Tree raw,
      Tree tree,
      @Nullable String id,
      Base base,
      Map<String, String> pairs,
      String expected,
      Map<String, Map<String, String>> left) {
    boolean stays = !pairs.isEmpty();
    List<NodeRow> rows = new ArrayList<>();
    String identity = desired.identity();
    rows.add(
        new NodeRow(
            "",
            stays ? id : null,
            sent(raw.process().fields(), tree.process().fields()),
            left.getOrDefault(identity, Map.of())));
    for (Tree.Place place : tree.all()) {
      Tree.Place written = raw.get(place.ref());
      String ref = stays ? pairs.getOrDefault(place.ref(), base.id(place.ref())) : null;
      rows.add(
          new NodeRow(
              LedgerBase.path(identity, place.ref()),
              ref,
              sent(written == null ? Map.of() : written.node().fields(), place.node().fields()),
              left.getOrDefault(place.ref(), Map.of())));
    }
    List<Origin> origins = new ArrayList<>(desired.origins().values());
    origins.addAll(desired.nodes().values());
    return new Note(
        desired.sourceHash().get(),
        desired.protect(),
        desired.onRemoval(),
        SourceLines.of(origins),
        expected,
        rows);
  }

  /// Hashes of what the definition says, nulls included.
  private static Map<String, String> sent(Map<Field, Json> written, Map<Field, Json> normal) {
    Map<String, String> sent = new LinkedHashMap<>();
    normal.forEach((field, value) -> sent.put(field.name(), FieldHash.of(value)));
    written.forEach(
        (field, value) -> sent.putIfAbsent(field.name(), FieldHash.of(Normal.value(field, value))));
    return sent;
  }
}
