package dev.procc.live.plan.input;

/// A node that got another address; its identity goes with it.
///
/// @param from the address it had
/// @param to the address it has
public record AddressMove(String from, String to) {}
