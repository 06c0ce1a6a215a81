package dev.procc.live.planfile.operation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A node of the definition, for whoever carries the plan out: what the ledger notes of it.
///
/// @param path the address without the identity, as the ledger writes it
/// @param id the live node it is; null if it is created
/// @param sent by field the hash of what the definition says (`FieldHash`)
/// @param seen by field the hash of what was seen at the last apply, where an edit made in Workiva
///   since is left alone: it stays on record as an edit
public record NodeUpdate(
    String path, @Nullable String id, Map<String, String> sent, Map<String, String> seen) {
  public NodeUpdate {
    sent = Collections.unmodifiableMap(new LinkedHashMap<>(sent));
    seen = Collections.unmodifiableMap(new LinkedHashMap<>(seen));
  }
}
