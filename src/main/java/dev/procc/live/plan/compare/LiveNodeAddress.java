package dev.procc.live.plan.compare;

import dev.procc.live.diff.LastApplied;
import dev.procc.live.diff.NodeMatching;
import dev.procc.live.diff.ProcessTree;
import dev.procc.model.process.Address;

/// How the definition calls a live node, or would: by its match, by the ledger, else by its id
/// below the address of its group.
public final class LiveNodeAddress {
  private LiveNodeAddress() {}

  public static String address(
      ProcessTree.PlacedNode liveNode,
      ProcessTree desired,
      NodeMatching matching,
      LastApplied lastApplied) {
    String known = matching.definitionRef(liveNode.ref());
    if (known != null) {
      return known;
    }
    String recorded = lastApplied.address(liveNode.ref());
    if (recorded != null) {
      return recorded;
    }
    return liveNode.parent() == null
        ? desired.root().ref()
        : Address.child(address(liveNode.parent(), desired, matching, lastApplied), liveNode.ref());
  }
}
