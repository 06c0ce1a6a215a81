package dev.procc.live.plan.compare;

import dev.procc.live.diff.ProcessTree;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.NodeRecord;
import dev.procc.model.process.Address;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// Tasks that were removed in Workiva and probably have the key of another task now, without a
/// `moved`: the definition would make them anew.
public final class RevivedTasks {
  private RevivedTasks() {}

  /// Such tasks.
  ///
  /// @return the recorded address of each, by the address that the definition has for it now
  public static Map<String, String> find(ProcessComparison comparison, LedgerEntry entry) {
    DefinitionTrees definition = comparison.definition();
    Map<String, NodeRecord> gone = new LinkedHashMap<>();
    Map<String, NodeRecord> byId = new HashMap<>();
    for (NodeRecord record : entry.nodes()) {
      String address =
          comparison.lastApplied().currentAddress(Address.of(entry.identity(), record.path()));
      byId.put(record.id(), record);
      if (!record.path().isEmpty()
          && comparison.liveTree().get(record.id()) == null
          && definition.normal().get(address) == null) {
        gone.put(address, record);
      }
    }
    Map<String, String> revived = new LinkedHashMap<>();
    if (gone.isEmpty()) {
      return revived;
    }
    for (ProcessTree.PlacedNode place : definition.normal().nodes()) {
      String id = comparison.lastApplied().id(place.ref());
      NodeRecord own = id == null ? null : byId.get(id);
      Map<String, String> wanted = definition.sentHashes(place);
      if (own != null && UnlikelyKeys.hasNothingOf(own, wanted)) {
        gone.forEach((address, record) -> {
          if (UnlikelyKeys.hasMostOf(record, wanted)) {
            revived.put(place.ref(), address);
          }
        });
      }
    }
    return revived;
  }
}
