package dev.procc.live.ledger;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The record of a node in the ledger: its id, and a hash of each field.
///
/// @param path the address without the identity: empty for the process itself, `root` for the root
///   group, `entities/us/recon-ar`
/// @param id the server's id
/// @param sent the hashes of what was sent, by the API's names of the fields; without fields that
///   were never set
/// @param seen the hashes of what the server then showed, only where they differ from `sent`;
///   `FieldHash.ABSENT` for no value
public record NodeRecord(
    String path, String id, Map<String, String> sent, Map<String, String> seen) {
  public NodeRecord {
    sent = Collections.unmodifiableMap(new LinkedHashMap<>(sent));
    seen = seen.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(seen));
  }

  /// A copy for a node with another path.
  public NodeRecord withPath(String newPath) {
    return newPath.equals(path) ? this : new NodeRecord(newPath, id, sent, seen);
  }

  /// The hash of what was sent; null if the field was never set.
  public @Nullable String sent(String field) {
    return sent.get(field);
  }

  /// The hash of what the server showed; `FieldHash.ABSENT` for no value.
  public String seen(String field) {
    String other = seen.get(field);
    return other != null ? other : sent.getOrDefault(field, FieldHash.ABSENT);
  }
}
