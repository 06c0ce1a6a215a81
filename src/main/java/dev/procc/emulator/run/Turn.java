package dev.procc.emulator.run;

import dev.procc.base.json.Json;

/// Whose turn it is in a group that runs.
final class Turn {
  private Turn() {}

  /// Whether a child may start: at once in a parallel group, after everything before it in a serial
  /// one.
  static boolean eligible(Rows rows, Json.Obj group, String childId) {
    if (group.flag("parallel", false)) {
      return true;
    }
    for (Json ref : Rows.children(group)) {
      if (ref instanceof Json.Obj o && Rows.text(o, "id").equals(childId)) {
        return true;
      }
      if (!Rows.ended(rows.child(ref))) {
        return false;
      }
    }
    return false;
  }
}
