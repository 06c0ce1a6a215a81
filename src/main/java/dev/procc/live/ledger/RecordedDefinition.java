package dev.procc.live.ledger;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The record of the definition that was last applied.
///
/// @param sourceHash hash of the sources it was compiled from; `UNKNOWN_SOURCE` if the process
///   differs from them, so that the next plan reads it even if its revision is unchanged
/// @param protect whether the process is protected, also after its definition is removed
/// @param onRemoval what happens to the process when its definition is removed
/// @param sources by path, the concatenated hashes of the lines of each source file
///   (`FieldHash.ofText`), which show the line that caused a change
public record RecordedDefinition(
    String sourceHash, boolean protect, RemovalPolicy onRemoval, Map<String, String> sources) {
  /// The source hash that no definition has.
  public static final String UNKNOWN_SOURCE = "";

  /// The record for a process to which no definition was applied.
  public static final RecordedDefinition NONE =
      new RecordedDefinition(UNKNOWN_SOURCE, false, RemovalPolicy.KEEP, Map.of());

  public RecordedDefinition {
    sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
  }

  /// A copy for a live process that may differ from the definition.
  public RecordedDefinition withUnknownSource() {
    return new RecordedDefinition(UNKNOWN_SOURCE, protect, onRemoval, sources);
  }
}
