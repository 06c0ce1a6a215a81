package dev.procc.live.outcome;

import dev.procc.base.json.Json;
import dev.procc.model.catalog.FieldRole;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A field that the server shows otherwise than predicted.
///
/// @param address of the node; the identity alone for the process itself
/// @param field the API's name; `children` where jobs or groups are missing or too many
/// @param expected null if it should show nothing
/// @param actual null if it shows nothing
public record Mismatch(
    String address, String field, @Nullable Json expected, @Nullable Json actual) {
  /// The commands that lead on from what differs: one shows it, one takes what the server makes of
  /// it, unless jobs or groups are others.
  public static String remedy(String identity, List<Mismatch> mismatches) {
    StringBuilder accept = new StringBuilder("procc apply ").append(identity);
    Set<String> flags = new LinkedHashSet<>();
    for (Mismatch one : mismatches) {
      if (one.field.equals(FieldRole.CHILDREN.fieldName())) {
        return "Look at the difference: procc plan";
      }
      boolean isOne = mismatches.size() == 1;
      flags.add(" --accept-server-value " + (isOne ? one.address + ":" + one.field : one.field));
    }
    flags.forEach(accept::append);
    return "Look at the difference: procc plan; " + accept + " takes what the server makes of it";
  }

  public Json.Obj toJson() {
    return Json.object()
        .put("address", address)
        .put("field", field)
        .put("expected", expected == null ? Json.NULL : expected)
        .put("actual", actual == null ? Json.NULL : actual)
        .build();
  }
}
