package dev.procc.live.ledger;

/// A process that was replaced, restorable until the bin is emptied.
///
/// @param replacedAt RFC 3339, UTC
/// @param trashed whether it went to the bin
public record Previous(String id, String replacedAt, boolean trashed) {}
