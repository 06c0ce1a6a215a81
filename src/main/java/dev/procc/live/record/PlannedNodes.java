package dev.procc.live.record;

import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.operation.LedgerUpdate;
import dev.procc.live.planfile.operation.NodeUpdate;
import dev.procc.model.process.Address;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The nodes of a definition in its plan.
///
/// @param identity of the process
/// @param processId the live process; null if one is created
/// @param nodes the process first, in document order
public record PlannedNodes(String identity, @Nullable String processId, List<NodeUpdate> nodes) {
  public static PlannedNodes of(ProcessPlan plan) {
    LedgerUpdate update = plan.ledgerUpdate();
    List<NodeUpdate> nodes = update == null ? List.of() : update.nodes();
    return new PlannedNodes(plan.identity(), plan.id(), nodes);
  }

  private String address(NodeUpdate node) {
    return Address.of(identity, node.path());
  }

  private @Nullable String id(NodeUpdate node) {
    return node.path().isEmpty() ? processId : node.id();
  }

  /// The addresses of the process, the root group and every created node, in document order.
  public List<String> addresses() {
    List<String> addresses = new ArrayList<>();
    for (NodeUpdate node : nodes) {
      if (node.path().isEmpty() || node.id() == null) {
        addresses.add(address(node));
      }
    }
    return addresses;
  }

  /// The ids of the live nodes by address, without those that are created.
  public Map<String, String> idsByAddress() {
    Map<String, String> ids = new HashMap<>();
    for (NodeUpdate node : nodes) {
      String id = id(node);
      if (id != null) {
        ids.put(address(node), id);
      }
    }
    return ids;
  }

  /// The addresses by the ids of the live nodes.
  public Map<String, String> addressesById() {
    Map<String, String> addresses = new HashMap<>();
    idsByAddress().forEach((address, id) -> addresses.put(id, address));
    return addresses;
  }
}
