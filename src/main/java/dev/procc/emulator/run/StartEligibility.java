package dev.procc.emulator.run;

import dev.procc.base.json.Json;

/// The rule which children of a running group may start.
final class StartEligibility {
  private StartEligibility() {}

  /// Whether a child may start: in a parallel group at once, in a serial one after all children
  /// before it have ended.
  static boolean isEligible(RunRows rows, Json.Obj group, String childId) {
    if (group.flag("parallel", false)) {
      return true;
    }
    for (Json ref : RunRows.children(group)) {
      if (ref instanceof Json.Obj o && RunRows.text(o, "id").equals(childId)) {
        return true;
      }
      if (!RunRows.isEnded(rows.child(ref))) {
        return false;
      }
    }
    return false;
  }
}
