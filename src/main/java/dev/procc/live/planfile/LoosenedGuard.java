package dev.procc.live.planfile;

/// A setting that guards live processes, and that a change of the definitions loosens: whoever
/// approves the change reads it first.
///
/// @param guard what it is of: `limit`, `protect`, `rule`, `suppression`
/// @param message one sentence without a full stop
/// @param location `procc.yaml:8`; empty where the line that said it is gone
public record LoosenedGuard(String guard, String message, String location) {}
