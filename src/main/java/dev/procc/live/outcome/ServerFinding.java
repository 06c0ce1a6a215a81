package dev.procc.live.outcome;

import dev.procc.live.api.ApiError;

/// An error of the server's own validation, at its address in the definition.
///
/// @param address the node it is about, `close@2024-Q4/entities/us/recon-ar`; the identity alone if
///   it is about the process, or the node is not known
/// @param field the API's name of the field, `assignee`; empty if it is about the node
/// @param located whether its target was understood; where not, the address is the process
/// @param error what the server said
public record ServerFinding(String address, String field, boolean located, ApiError error) {}
