package dev.procc.live.wire;

import dev.procc.base.json.Json;

/// A member of a live process that the field table does not know: never compared, lost when the
/// process is replaced.
///
/// @param path JSON Pointer into the body
public record UnknownField(String path, Json value) {}
