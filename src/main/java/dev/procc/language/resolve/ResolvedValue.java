package dev.procc.language.resolve;

import dev.procc.base.json.Json;
import dev.procc.base.source.Origin;

/// A resolved value as it goes on the wire, and where it came from.
record ResolvedValue(Json json, Origin origin) {}
