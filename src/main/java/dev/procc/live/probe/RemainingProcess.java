package dev.procc.live.probe;

/// A throw-away process that is still there.
///
/// @param id of the process; empty where it is not known
/// @param name by which a person finds it
/// @param reason it could not be put into the trash
public record RemainingProcess(String id, String name, String reason) {}
