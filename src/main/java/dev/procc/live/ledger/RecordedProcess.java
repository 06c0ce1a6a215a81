package dev.procc.live.ledger;

/// Which process a ledger entry is about.
///
/// @param target the target it belongs to
/// @param identity `key`, or `key@period`
/// @param origin scheme and host of the API; another one is refused
/// @param name the name the process had, for people
public record RecordedProcess(String target, String identity, String origin, String name) {}
