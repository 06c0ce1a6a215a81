package dev.procc.live.planfile;

/// A setting that guards live processes and is loosened by a change of the definitions, for whoever
/// approves the change.
///
/// @param guard its kind: `limit`, `protect`, `rule`, `suppression`
/// @param message one sentence without a full stop
/// @param location `procc.yaml:8`; empty if its line was removed
public record LoosenedGuard(String guard, String message, String location) {}
