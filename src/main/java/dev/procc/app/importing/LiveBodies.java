package dev.procc.app.importing;

import dev.procc.app.Failure;
import dev.procc.app.connection.OtherTargets;
import dev.procc.app.connection.TargetConnection;
import dev.procc.language.compile.Compilation;
import dev.procc.live.api.ApiClient;
import dev.procc.live.api.ApiException;
import dev.procc.live.api.ListQuery;
import dev.procc.live.api.ReadResult;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.ProcessJson;
import dev.procc.live.wire.ProcessSummary;
import dev.procc.live.wire.WireException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The live processes to import, and those that cannot be imported.
record LiveBodies(Map<String, LiveProcess> processes, List<RefusedImport> refused) {

  static LiveBodies read(
      ApiClient client,
      LedgerStore store,
      Compilation compilation,
      TargetConnection connection,
      ImportRequest request)
      throws Failure {
    Map<String, RefusedImport> refused = recorded(store, compilation, connection, request);
    List<String> toRead = new ArrayList<>(request.ids());
    toRead.removeAll(refused.keySet());
    Map<String, LiveProcess> live = new LinkedHashMap<>();
    Set<String> listed = toRead.isEmpty() ? Set.of() : listedIds(client);
    Map<String, String> names = new LinkedHashMap<>();
    toRead.forEach(id -> names.put(id, id));
    Map<String, ReadResult> reads = client.getAll(names, true);
    for (Map.Entry<String, ReadResult> each : reads.entrySet()) {
      String id = each.getKey();
      try {
        LiveProcess process = ProcessJson.read(each.getValue().orThrow());
        if (listed.contains(id)) {
          live.put(id, process);
        } else {
          refused.put(id, trashed(id));
        }
      } catch (ApiException e) {
        refused.put(id, failed(id, e, connection.target()));
      } catch (WireException e) {
        refused.put(id, unreadable(id, e));
      }
    }
    return new LiveBodies(live, List.copyOf(refused.values()));
  }

  /// The processes that a ledger already has, for this target or another one.
  private static Map<String, RefusedImport> recorded(
      LedgerStore store,
      Compilation compilation,
      TargetConnection connection,
      ImportRequest request)
      throws Failure {
    Map<String, RefusedImport> refused = new LinkedHashMap<>();
    Map<String, String> bound = boundIds(store, connection.target());
    Map<String, String> others = OtherTargets.processes(store, compilation, connection);
    for (String id : request.ids()) {
      String identity = bound.get(id);
      String elsewhere = others.get(id);
      if (identity != null) {
        refused.put(id, bound(id, identity));
      } else if (elsewhere != null) {
        refused.put(id, elsewhere(id, elsewhere));
      }
    }
    return refused;
  }

  private static RefusedImport bound(String id, String identity) {
    return new RefusedImport(
        id,
        Failure.Kind.REFUSED,
        id + " is " + identity + " already",
        "procc plan " + identity + " shows it",
        true);
  }

  private static RefusedImport unreadable(String id, WireException e) {
    return RefusedImport.refused(
        id,
        "what the API returned for " + id + " cannot be read: " + e.getMessage(),
        "procc api-check compares an OpenAPI file of the API with what procc knows");
  }

  private static Map<String, String> boundIds(LedgerStore store, String target) throws Failure {
    try {
      Map<String, String> bound = new HashMap<>();
      for (LedgerEntry entry : store.list(target)) {
        for (String id : entry.ids()) {
          bound.put(id, entry.identity());
        }
      }
      return bound;
    } catch (LedgerException e) {
      throw Failure.error(String.valueOf(e.getMessage()), e.help());
    }
  }

  private static Set<String> listedIds(ApiClient client) throws Failure {
    try {
      Set<String> ids = new HashSet<>();
      for (ProcessSummary summary : ProcessJson.readList(client.list(ListQuery.ALL))) {
        ids.add(summary.id());
      }
      return ids;
    } catch (ApiException e) {
      throw TargetConnection.failure(e);
    } catch (WireException e) {
      throw Failure.error("what the API returned cannot be read: " + e.getMessage(), null);
    }
  }

  private static RefusedImport trashed(String id) {
    return RefusedImport.refused(
        id, id + " is in the bin", "take it out of the bin in Workiva, then import it");
  }

  private static RefusedImport elsewhere(String id, String identity) {
    return RefusedImport.refused(
        id, id + " is " + identity, "add --target, or import an id that procc list shows");
  }

  private static RefusedImport failed(String id, ApiException e, String target) {
    if (e.kind() == ApiException.ApiErrorKind.NOT_FOUND) {
      return new RefusedImport(
          id,
          Failure.Kind.NO_MATCH,
          "there is no process " + id + " in target " + target + ", or it is in the bin",
          "procc list shows the ids");
    }
    Failure failure = TargetConnection.failure(e);
    return new RefusedImport(id, Failure.Kind.ERROR, id + ": " + failure.message(), e.help());
  }
}
