package dev.procc.live.plan;

/// A node that got another address; its identity goes with it.
///
/// @param from the address it had
/// @param to the address it has
public record Move(String from, String to) {}
