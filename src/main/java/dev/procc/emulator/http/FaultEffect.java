package dev.procc.emulator.http;

import dev.procc.base.json.Json;

/// The effect of a fault within an operation.
///
/// @param appliedCount how many operations of a PATCH or items of a batch are applied; -1 for all
/// @param extraDays days by which shifted dates move beyond the rule
/// @param defaults members by JSON pointer that the server sets in what it stores
public record FaultEffect(int appliedCount, long extraDays, Json.Obj defaults) {
  /// No effect.
  public static final FaultEffect NONE = new FaultEffect(-1, 0, Json.Obj.EMPTY);
}
