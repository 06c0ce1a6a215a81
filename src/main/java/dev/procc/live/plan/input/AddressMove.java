package dev.procc.live.plan.input;

/// A node with a new address that keeps its identity.
///
/// @param from its former address
/// @param to its new address
public record AddressMove(String from, String to) {}
