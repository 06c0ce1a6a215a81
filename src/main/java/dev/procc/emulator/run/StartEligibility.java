package dev.procc.emulator.run;

import dev.procc.base.json.Json;

/// Whose turn it is in a group that runs.
final class StartEligibility {
  private StartEligibility() {}

  /// Whether a child may start: at once in a parallel group, after everything before it in a serial
  /// one.
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
