package dev.procc.emulator.http;

import dev.procc.base.json.Json;

/// What a fault does inside an operation.
///
/// @param partial how many operations of a PATCH or items of a batch are applied, or -1 for all
/// @param moreDays days that re-dated dates move beyond the rule
/// @param defaults members by JSON pointer that the server sets in what it stores
public record Twist(int partial, long moreDays, Json.Obj defaults) {
  /// Nothing.
  public static final Twist NONE = new Twist(-1, 0, Json.Obj.EMPTY);
}
