package dev.procc.live.ledger;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the ledger keeps of the definition that was last applied.
///
/// @param sourceHash hash of the sources it was compiled from; `UNKNOWN_SOURCE` where the process
///   is not as they say, so that the next plan reads it even if its revision is unchanged
/// @param protect whether the process is protected, also once its definition is gone
/// @param onRemoval what happens to the process once its definition is gone
/// @param sources by path, the hashes of the lines of each source file (`FieldHash.ofText`),
///   concatenated: tells which line made a change
public record RecordedDefinition(
    String sourceHash, boolean protect, RemovalPolicy onRemoval, Map<String, String> sources) {
  /// The source hash that equals that of no definition.
  public static final String UNKNOWN_SOURCE = "";

  /// Of a process that no definition was applied to.
  public static final RecordedDefinition NONE =
      new RecordedDefinition(UNKNOWN_SOURCE, false, RemovalPolicy.KEEP, Map.of());

  public RecordedDefinition {
    sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
  }

  /// The same definition where the live process is not known to be as it says.
  public RecordedDefinition withUnknownSource() {
    return new RecordedDefinition(UNKNOWN_SOURCE, protect, onRemoval, sources);
  }
}
