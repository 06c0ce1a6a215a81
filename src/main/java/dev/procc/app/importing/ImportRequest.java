package dev.procc.app.importing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is to be imported, and how.
///
/// @param ids of live processes, each once
/// @param keys of processes by id, where they are not made of names
/// @param folder where new files go, relative to the root of the project, with its slash; empty for
///   the root
public record ImportRequest(List<String> ids, Map<String, String> keys, String folder) {
  public ImportRequest {
    ids = List.copyOf(ids);
    keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
  }
}
