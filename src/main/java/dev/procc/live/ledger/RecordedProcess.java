package dev.procc.live.ledger;

/// The process that a ledger entry is about.
///
/// @param target to which it belongs
/// @param identity `key`, or `key@period`
/// @param origin scheme and host of the API; another one is refused
/// @param name of the process at that time, for people
public record RecordedProcess(String target, String identity, String origin, String name) {}
