package dev.procc.live.outcome;

import dev.procc.base.json.Json;
import org.jspecify.annotations.Nullable;

/// A field that the server shows otherwise than predicted.
///
/// @param address of the node; the identity alone for the process itself
/// @param field the API's name; `children` where jobs or groups are missing or too many
/// @param expected null if it should show nothing
/// @param actual null if it shows nothing
public record Mismatch(
    String address, String field, @Nullable Json expected, @Nullable Json actual) {
  public Json.Obj toJson() {
    return Json.object()
        .put("address", address)
        .put("field", field)
        .put("expected", expected == null ? Json.NULL : expected)
        .put("actual", actual == null ? Json.NULL : actual)
        .build();
  }
}
