package dev.procc.live.ledger;

import dev.procc.base.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A waiver of drift, which stays although the definition differs.
///
/// @param path of the node, as in `NodeRecord`
/// @param field the API's name of the field
/// @param reason in the user's words
/// @param until its last day, ISO; null if it has no end
/// @param by who gave it, `dana-w` or `dana@build-7`; null if an older procc recorded it
public record DriftWaiver(
    String path, String field, String reason, @Nullable String until, @Nullable String by) {
  /// The waivers as texts, `t1:title until 2025-01-31`, sorted.
  public static List<String> texts(List<DriftWaiver> waivers) {
    return waivers.stream().map(DriftWaiver::text).sorted().toList();
  }

  private String text() {
    return path + ":" + field + (until == null ? "" : " until " + until);
  }

  /// The waiver as the ledger and the evidence records have it.
  public Json.Obj toJson() {
    return Json.object()
        .put("path", path)
        .put("field", field)
        .put("reason", reason)
        .put("until", until)
        .put("by", by)
        .build();
  }

  /// A copy for a node with another path.
  public DriftWaiver withPath(String newPath) {
    return newPath.equals(path) ? this : new DriftWaiver(newPath, field, reason, until, by);
  }
}
