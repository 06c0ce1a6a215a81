package dev.procc.live.probe;

import dev.procc.base.json.Json;
import dev.procc.live.api.ApiClient;
import dev.procc.live.api.ApiException;
import dev.procc.live.api.ApiException.ApiErrorKind;
import dev.procc.live.api.ListQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The clean-up after a probe: its disposable processes are moved to the bin, both known ones and
/// those found by name in the list, since the response to a create may have been lost.
public final class ProbeCleanup {
  private final ApiClient api;

  public ProbeCleanup(ApiClient api) {
    this.api = api;
  }

  /// Trashes the processes of a probe.
  ///
  /// @param stamp of the probe
  /// @param known names by id, of those with a response to their creation
  /// @return the processes that still exist
  public List<RemainingProcess> cleanUp(String stamp, Map<String, String> known) {
    Map<String, String> toTrash = new LinkedHashMap<>(known);
    List<RemainingProcess> remaining = new ArrayList<>();
    try {
      findByName(stamp).forEach(toTrash::putIfAbsent);
    } catch (ApiException e) {
      String why = "the list was not readable: " + e.getMessage();
      remaining.add(new RemainingProcess("", ProbeFixtures.namePrefix(stamp) + "...", why));
    }
    remaining.addAll(trashAll(toTrash));
    return remaining;
  }

  /// Trashes what an earlier probe left, found only by name.
  ///
  /// @return the processes that still exist
  /// @throws ApiException if the list cannot be read; nothing is trashed then
  public List<RemainingProcess> cleanUpEarlierRun(String stamp) throws ApiException {
    return trashAll(findByName(stamp));
  }

  private Map<String, String> findByName(String stamp) throws ApiException {
    String prefix = ProbeFixtures.namePrefix(stamp);
    Map<String, String> namesById = new LinkedHashMap<>();
    for (Json.Obj item : api.list(ListQuery.named(prefix.strip()))) {
      String name = item.text("name").orElse("");
      if (name.startsWith(prefix)) {
        namesById.put(item.text("id").orElse(""), name);
      }
    }
    return namesById;
  }

  private List<RemainingProcess> trashAll(Map<String, String> toTrash) {
    List<RemainingProcess> remaining = new ArrayList<>();
    for (Map.Entry<String, String> process : toTrash.entrySet()) {
      String reason = trash(process.getKey());
      if (!reason.isEmpty()) {
        remaining.add(new RemainingProcess(process.getKey(), process.getValue(), reason));
      }
    }
    return remaining;
  }

  /// @return the reason why it still exists; empty if it is gone
  private String trash(String id) {
    for (int attempt = 0; ; attempt++) {
      try {
        api.trash(id);
        return "";
      } catch (ApiException e) {
        if (e.kind() == ApiErrorKind.NOT_FOUND) {
          return "";
        }
        boolean retry = e.kind() == ApiErrorKind.LOST || e.kind() == ApiErrorKind.SERVER;
        if (!retry || attempt == 2) {
          return String.valueOf(e.getMessage());
        }
      }
    }
  }
}
