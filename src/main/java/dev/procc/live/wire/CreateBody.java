package dev.procc.live.wire;

import dev.procc.base.json.Json;
import dev.procc.model.catalog.FieldSpec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The body of POST /processes, and what it cannot contain.
///
/// @param body the request body
/// @param writeOnly fields that only a PATCH can set, with their values
public record CreateBody(Json.Obj body, Map<FieldSpec, Json> writeOnly) {
  public CreateBody {
    writeOnly = Collections.unmodifiableMap(new LinkedHashMap<>(writeOnly));
  }
}
