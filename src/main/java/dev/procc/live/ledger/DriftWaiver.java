package dev.procc.live.ledger;

import org.jspecify.annotations.Nullable;

/// An edit made in Workiva that stays although the definition says otherwise.
///
/// @param path the node, as in `NodeRecord`
/// @param field the API's name of the field
/// @param reason in the words of whoever keeps it
/// @param until the last day on which it holds, ISO; without one it holds until taken back
public record DriftWaiver(String path, String field, String reason, @Nullable String until) {}
