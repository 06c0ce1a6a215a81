package dev.procc.live.planfile.operation;

import dev.procc.live.ledger.RemovalPolicy;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The update of the ledger after a plan is applied, besides what the server returns.
///
/// @param sourceHash hash of the sources
/// @param sourceLines by path, the hashes of the lines of each source file
/// @param predictedHash the predicted hash: for a process that stays its content hash, for one that
///   is created the hash of the body of its create request
/// @param moves current paths of nodes by their recorded paths, only if they differ
/// @param nodes one row a node, the process first, in document order
public record LedgerUpdate(
    String sourceHash,
    boolean protect,
    RemovalPolicy onRemoval,
    Map<String, String> sourceLines,
    String predictedHash,
    Map<String, String> moves,
    List<NodeUpdate> nodes) {
  public LedgerUpdate {
    sourceLines = Collections.unmodifiableMap(new LinkedHashMap<>(sourceLines));
    moves = Collections.unmodifiableMap(new LinkedHashMap<>(moves));
    nodes = List.copyOf(nodes);
  }

  /// The current path of the node with a recorded path, or of one below it.
  public String currentPath(String recorded) {
    String moved = moves.get(recorded);
    int slash = recorded.lastIndexOf('/');
    return moved != null
        ? moved
        : slash < 0
            ? recorded
            : currentPath(recorded.substring(0, slash)) + recorded.substring(slash);
  }
}
