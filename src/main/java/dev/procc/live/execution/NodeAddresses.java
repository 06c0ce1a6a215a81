package dev.procc.live.execution;

import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.NodeRecord;
import dev.procc.model.process.Address;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The addresses of live nodes by their ids, from the ledger.
public final class NodeAddresses {
  private final String identity;
  private final Map<String, String> pathById = new HashMap<>();

  NodeAddresses(String identity, List<NodeRecord> lines) {
    this.identity = identity;
    for (NodeRecord line : lines) {
      pathById.put(line.id(), line.path());
    }
  }

  public static NodeAddresses of(LedgerEntry entry) {
    return new NodeAddresses(entry.identity(), entry.nodes());
  }

  String identity() {
    return identity;
  }

  /// The address without the identity, `entities/us/recon-ar`; empty for the process itself.
  public Optional<String> path(String id) {
    return Optional.ofNullable(pathById.get(id));
  }

  /// `close@2024-Q4/entities/us/recon-ar`; only the identity for the process itself.
  Optional<String> address(String id) {
    return path(id).map(p -> Address.of(identity, p));
  }
}
