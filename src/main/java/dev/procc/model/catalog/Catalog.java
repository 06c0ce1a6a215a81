package dev.procc.model.catalog;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The whole field table, and how to find a row in it.
public final class Catalog {
  private Catalog() {}

  /// Every field of every schema of the API.
  public static List<Field> all() {
    List<Field> all = new ArrayList<>(Fields.ALL);
    all.addAll(ServerFields.ALL);
    return all;
  }

  /// The fields that a definition decides, schema by schema.
  public static List<Field> ours() {
    return Fields.ALL;
  }

  /// The fields of a schema that a definition decides, in their canonical order.
  public static List<Field> ours(Schema schema) {
    List<Field> found = new ArrayList<>();
    for (Field field : Fields.ALL) {
      if (field.schema() == schema) {
        found.add(field);
      }
    }
    return found;
  }

  /// The field of that name among those a definition decides.
  public static @Nullable Field ours(Schema schema, String name) {
    for (Field field : Fields.ALL) {
      if (field.schema() == schema && field.name().equals(name)) {
        return field;
      }
    }
    return null;
  }

  /// How the field changes on this node: a field of the root group may be patched where the same
  /// field of a nested group cannot.
  public static Change change(Field field, boolean rootGroup) {
    return rootGroup && field.schema() == Schema.PROCESS_GROUP && field.patchPath() != null
        ? Change.PATCH
        : field.change();
  }
}
