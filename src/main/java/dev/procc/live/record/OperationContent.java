package dev.procc.live.record;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.model.catalog.Catalog;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Owner;
import dev.procc.model.process.Address;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The content of the bodies of PATCH and `batchUpdates`.
public final class OperationContent {
  private OperationContent() {}

  /// The path of one item of a JSON Patch; empty if it has none.
  public static String path(Json item) {
    return item instanceof Json.Obj operation ? operation.text("path").orElse("") : "";
  }

  /// The field of a path in a PATCH; null if the catalog has none.
  public static @Nullable FieldSpec fieldOfPath(String path) {
    for (FieldSpec field : Catalog.definable()) {
      if (path.equals(field.patchPath())) {
        return field;
      }
    }
    return null;
  }

  /// Whether a path in a PATCH is for a field of the root group, not of the process.
  public static boolean isOfRoot(String path) {
    return path.startsWith("/root/");
  }

  /// Whether a path in a PATCH is for a field that the API never returns.
  public static boolean isWriteOnly(String path) {
    FieldSpec field = fieldOfPath(path);
    return field != null && field.owner() == Owner.WRITE_ONLY;
  }

  /// The new names in a batch by id, in either of its two forms.
  public static Map<String, String> newNames(Json batch) {
    Map<String, String> names = new LinkedHashMap<>();
    List<Json> items = batch instanceof Json.Obj o ? o.items("data") : List.of();
    for (Json item : items) {
      Json.Obj object = item instanceof Json.Obj o ? o : Json.Obj.EMPTY;
      Json.Obj update =
          object.obj("jobNameUpdate").or(() -> object.obj("groupNameUpdate")).orElse(object);
      update.text("id").ifPresent(id -> names.put(id, update.text("newName").orElse("")));
    }
    return names;
  }

  /// The fields that a PATCH or a batch writes, as plans name them: `close@2024-Q4/recon:title`.
  ///
  /// @param addressById of the live nodes
  public static List<String> written(
      PlanOperation operation, String identity, Map<String, String> addressById) {
    List<String> fields = new ArrayList<>();
    Json body = operation.body();
    for (Json item : body instanceof Json.Arr document ? document.items() : List.<Json>of()) {
      FieldSpec field = fieldOfPath(path(item));
      String address = isOfRoot(path(item)) ? Address.root(identity) : identity;
      fields.add(address + ":" + (field == null ? path(item) : field.name()));
    }
    for (String id : newNames(body == null ? Json.NULL : body).keySet()) {
      fields.add(addressById.getOrDefault(id, id) + ":name");
    }
    return fields;
  }

  /// The names of the fields in PATCHes that the API never returns.
  public static Set<String> writeOnlyFields(List<PlanOperation> operations) {
    Set<String> names = new HashSet<>();
    for (PlanOperation operation : operations) {
      if (operation.body() instanceof Json.Arr document) {
        for (Json item : document.items()) {
          FieldSpec field = fieldOfPath(path(item));
          if (field != null && field.owner() == Owner.WRITE_ONLY) {
            names.add(field.name());
          }
        }
      }
    }
    return names;
  }
}
