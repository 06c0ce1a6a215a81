package dev.procc.live.wire;

import dev.procc.base.json.Json;

/// A member of a live process that the field table does not have: never compared, and lost in a
/// replacement.
///
/// @param path JSON Pointer into the body
public record UnknownField(String path, Json value) {}
