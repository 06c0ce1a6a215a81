package dev.procc.live.probe;

/// A disposable process that still exists.
///
/// @param id of the process; empty if unknown
/// @param name by which a person can find it
/// @param reason why it could not be trashed
public record RemainingProcess(String id, String name, String reason) {}
