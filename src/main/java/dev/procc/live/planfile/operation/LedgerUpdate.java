package dev.procc.live.planfile.operation;

import dev.procc.live.ledger.RemovalPolicy;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What whoever carries the plan out notes in the ledger besides what the server says.
///
/// @param sourceHash hash of the sources
/// @param sourceLines by path, the hashes of the lines of each source file
/// @param predictedHash what must be there afterwards: of a process that stays its content hash, of
///   one that is created the hash of the body of its create
/// @param nodes one row a node, the process first, in document order
public record LedgerUpdate(
    String sourceHash,
    boolean protect,
    RemovalPolicy onRemoval,
    Map<String, String> sourceLines,
    String predictedHash,
    List<NodeUpdate> nodes) {
  public LedgerUpdate {
    sourceLines = Collections.unmodifiableMap(new LinkedHashMap<>(sourceLines));
    nodes = List.copyOf(nodes);
  }
}
