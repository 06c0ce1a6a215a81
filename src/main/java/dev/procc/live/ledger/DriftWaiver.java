package dev.procc.live.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A waiver of drift, which stays although the definition differs.
///
/// @param path of the node, as in `NodeRecord`
/// @param field the API's name of the field
/// @param reason in the user's words
/// @param until its last day, ISO; null if it has no end
public record DriftWaiver(String path, String field, String reason, @Nullable String until) {
  /// The waivers as texts, `t1:title until 2025-01-31`, sorted.
  public static List<String> texts(List<DriftWaiver> waivers) {
    return waivers.stream().map(DriftWaiver::text).sorted().toList();
  }

  private String text() {
    return path + ":" + field + (until == null ? "" : " until " + until);
  }

  /// A copy for a node with another path.
  public DriftWaiver withPath(String newPath) {
    return newPath.equals(path) ? this : new DriftWaiver(newPath, field, reason, until);
  }
}
