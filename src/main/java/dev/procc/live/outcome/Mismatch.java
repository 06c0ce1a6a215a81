package dev.procc.live.outcome;

import dev.procc.base.json.Json;
import dev.procc.model.catalog.FieldRole;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A field that was read back with another value than predicted.
///
/// @param address of the node; only the identity for the process itself
/// @param field the API's name; `children` if jobs or groups are missing or superfluous
/// @param expected null if no value was predicted
/// @param actual null if there is no value
public record Mismatch(
    String address, String field, @Nullable Json expected, @Nullable Json actual) {
  /// The commands that continue from the mismatches: one shows them, one accepts the server's
  /// values, unless jobs or groups differ.
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

  /// The commands that continue where nobody can tell whose the values are.
  public static String remedyAfterLostCall(String identity, List<Mismatch> mismatches) {
    StringBuilder again = new StringBuilder("procc apply ").append(identity);
    for (Mismatch one : mismatches) {
      String field = " " + one.address + ":" + one.field;
      again.append(" --overwrite-live").append(field);
      again.append(" --accept-server-value").append(field);
    }
    return "Look who changed it: procc plan; " + again + " sends it again, over what is there";
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
