package dev.procc.live.plan;

import dev.procc.live.diff.Base;
import dev.procc.live.diff.Matching;
import dev.procc.live.diff.Tree;
import dev.procc.model.process.Address;

/// How the definition calls a live node, or would: by its match, by the ledger, else by its id
/// below the address of its group.
final class LiveAddress {
  private LiveAddress() {}

  static String of(Tree.Place there, Tree desired, Matching matching, Base base) {
    String known = matching.definition(there.ref());
    if (known != null) {
      return known;
    }
    String recorded = base.address(there.ref());
    if (recorded != null) {
      return recorded;
    }
    return there.parent() == null
        ? desired.root().ref()
        : Address.child(of(there.parent(), desired, matching, base), there.ref());
  }
}
