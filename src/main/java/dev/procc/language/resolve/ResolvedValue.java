package dev.procc.language.resolve;

import dev.procc.base.json.Json;
import dev.procc.base.source.Origin;

/// A resolved value as it is sent, and its origin.
record ResolvedValue(Json json, Origin origin) {}
