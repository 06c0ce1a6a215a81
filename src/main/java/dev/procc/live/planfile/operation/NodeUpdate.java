package dev.procc.live.planfile.operation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The update of a node in the ledger.
///
/// @param path the address without the identity, as in the ledger
/// @param id of its live node; null if it is created
/// @param sent by field, the hash of the definition's value (`FieldHash`)
/// @param seen by field, the hash of what was seen at the last apply, if drift since then is left:
///   it stays on record as drift
public record NodeUpdate(
    String path, @Nullable String id, Map<String, String> sent, Map<String, String> seen) {
  public NodeUpdate {
    sent = Collections.unmodifiableMap(new LinkedHashMap<>(sent));
    seen = Collections.unmodifiableMap(new LinkedHashMap<>(seen));
  }
}
