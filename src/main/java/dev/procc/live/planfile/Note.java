package dev.procc.live.planfile;

import dev.procc.live.ledger.OnRemoval;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What whoever carries the plan out notes in the ledger besides what the server says.
///
/// @param sourceHash hash of the sources
/// @param sources by path, the hashes of the lines of each source file
/// @param expected what must be there afterwards: of a process that stays its content hash, of one
///   that is created the hash of the body of its create
/// @param nodes one row a node, the process first, in document order
public record Note(
    String sourceHash,
    boolean protect,
    OnRemoval onRemoval,
    Map<String, String> sources,
    String expected,
    List<NodeRow> nodes) {
  public Note {
    sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    nodes = List.copyOf(nodes);
  }
}
