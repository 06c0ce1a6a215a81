package dev.procc.live.apply;

import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.NodeLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// From the server's ids to the addresses of the definition, by the lines of the ledger.
final class NodeAddresses {
  private final String identity;
  private final Map<String, String> paths = new HashMap<>();

  NodeAddresses(String identity, List<NodeLine> lines) {
    this.identity = identity;
    for (NodeLine line : lines) {
      paths.put(line.id(), line.path());
    }
  }

  static NodeAddresses of(LedgerEntry entry) {
    return new NodeAddresses(entry.identity(), entry.nodes());
  }

  String identity() {
    return identity;
  }

  /// The address without the identity, `entities/us/recon-ar`; empty for the process itself.
  Optional<String> path(String id) {
    return Optional.ofNullable(paths.get(id));
  }

  /// `close@2024-Q4/entities/us/recon-ar`; the identity alone for the process itself.
  Optional<String> address(String id) {
    return path(id).map(p -> p.isEmpty() ? identity : identity + "/" + p);
  }
}
