package dev.procc.live.outcome;

import dev.procc.live.api.ApiError;

/// An error of the server's own validation, at its address in the definition.
///
/// @param address of the node, `close@2024-Q4/entities/us/recon-ar`; only the identity if it is
///   about the process, or the node is unknown
/// @param field the API's name of the field, `assignee`; empty if it is about the node
/// @param located whether its target was understood; if not, the address is that of the process
/// @param error of the server
public record ServerFinding(String address, String field, boolean located, ApiError error) {}
