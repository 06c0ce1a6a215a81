package dev.procc.live.wire;

import dev.procc.base.json.Json;
import dev.procc.model.catalog.FieldSpec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What POST /processes takes, and what it does not take.
///
/// @param body the request body
/// @param writeOnly fields that only a PATCH can set, with the values they shall have
public record CreateBody(Json.Obj body, Map<FieldSpec, Json> writeOnly) {
  public CreateBody {
    writeOnly = Collections.unmodifiableMap(new LinkedHashMap<>(writeOnly));
  }
}
