package dev.procc.live.probe;

import dev.procc.base.json.Json;
import dev.procc.live.api.ApiClient;
import dev.procc.live.api.ApiException;
import dev.procc.live.api.ApiException.Kind;
import dev.procc.live.api.ListQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Puts the throw-away processes of one run of probes into the trash: those it knows, and those
/// that the list shows by their name, since the answer to a create may have been lost.
public final class Sweep {
  private final ApiClient api;

  public Sweep(ApiClient api) {
    this.api = api;
  }

  /// @param stamp of the run of probes
  /// @param known names by id, of those that were seen being made
  /// @return what is still there
  public List<Leftover> of(String stamp, Map<String, String> known) {
    Map<String, String> all = new LinkedHashMap<>(known);
    List<Leftover> left = new ArrayList<>();
    try {
      listed(stamp).forEach(all::putIfAbsent);
    } catch (ApiException e) {
      String why = "the list was not readable: " + e.getMessage();
      left.add(new Leftover("", Lab.prefix(stamp) + "...", why));
    }
    left.addAll(trash(all));
    return left;
  }

  /// What an earlier run of probes left, by its name alone.
  ///
  /// @return what is still there
  /// @throws ApiException where the list cannot be read: nothing was done
  public List<Leftover> earlier(String stamp) throws ApiException {
    return trash(listed(stamp));
  }

  private Map<String, String> listed(String stamp) throws ApiException {
    String prefix = Lab.prefix(stamp);
    Map<String, String> found = new LinkedHashMap<>();
    for (Json.Obj item : api.list(ListQuery.named(prefix.strip()))) {
      String name = item.text("name").orElse("");
      if (name.startsWith(prefix)) {
        found.put(item.text("id").orElse(""), name);
      }
    }
    return found;
  }

  private List<Leftover> trash(Map<String, String> all) {
    List<Leftover> left = new ArrayList<>();
    for (Map.Entry<String, String> process : all.entrySet()) {
      String why = trash(process.getKey());
      if (!why.isEmpty()) {
        left.add(new Leftover(process.getKey(), process.getValue(), why));
      }
    }
    return left;
  }

  /// @return why it is still there; empty where it is gone
  private String trash(String id) {
    for (int attempt = 0; ; attempt++) {
      try {
        api.trash(id);
        return "";
      } catch (ApiException e) {
        if (e.kind() == Kind.NOT_FOUND) {
          return "";
        }
        boolean again = e.kind() == Kind.LOST || e.kind() == Kind.SERVER;
        if (!again || attempt == 2) {
          return String.valueOf(e.getMessage());
        }
      }
    }
  }
}
