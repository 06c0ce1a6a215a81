package dev.procc.live.ledger;

import org.jspecify.annotations.Nullable;

/// Drift that stays although the definition says otherwise.
///
/// @param path the node, as in `NodeRecord`
/// @param field the API's name of the field
/// @param reason in the words of the user
/// @param until the last day on which it holds, ISO; null if it holds until it is ended
public record DriftWaiver(String path, String field, String reason, @Nullable String until) {
  /// The same of a node that has another path now.
  public DriftWaiver withPath(String newPath) {
    return newPath.equals(path) ? this : new DriftWaiver(newPath, field, reason, until);
  }
}
