package dev.procc.model.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The field table as a whole, with lookups.
public final class Catalog {
  private Catalog() {}

  /// Every field of every schema of the API.
  public static List<FieldSpec> all() {
    List<FieldSpec> all = new ArrayList<>(Fields.ALL);
    all.addAll(ServerFields.ALL);
    return all;
  }

  /// The fields that a definition sets, schema by schema.
  public static List<FieldSpec> definable() {
    return Fields.ALL;
  }

  /// The fields of a schema that a definition sets, in their canonical order.
  public static List<FieldSpec> definable(Schema schema) {
    return BY_SCHEMA.getOrDefault(schema, List.of());
  }

  // Not an EnumMap, which finds the constants of its enum by reflection.
  private static final Map<Schema, List<FieldSpec>> BY_SCHEMA = new HashMap<>();

  static {
    for (FieldSpec field : Fields.ALL) {
      List<FieldSpec> fields = BY_SCHEMA.get(field.schema());
      if (fields == null) {
        fields = new ArrayList<>();
        BY_SCHEMA.put(field.schema(), fields);
      }
      fields.add(field);
    }
    for (Map.Entry<Schema, List<FieldSpec>> fields : BY_SCHEMA.entrySet()) {
      fields.setValue(List.copyOf(fields.getValue()));
    }
  }

  /// The field of a schema with a name, if a definition sets it; otherwise null.
  public static @Nullable FieldSpec definable(Schema schema, String name) {
    for (FieldSpec field : Fields.ALL) {
      if (field.schema() == schema && field.name().equals(name)) {
        return field;
      }
    }
    return null;
  }

  /// The field of a schema with a role, if a definition sets it; otherwise null.
  public static @Nullable FieldSpec definable(Schema schema, FieldRole role) {
    return role == FieldRole.OTHER ? null : definable(schema, role.fieldName());
  }

  /// The field of a kind of node with a name; null if there is none.
  ///
  /// @param node `process`, `group` or the name of an action kind
  public static @Nullable FieldSpec find(String node, String name) {
    if (node.equals("process")) {
      return definable(Schema.PROCESS, name);
    }
    if (node.equals("group")) {
      return definable(Schema.PROCESS_GROUP, name);
    }
    ActionKind kind = ActionKind.byName(node);
    Schema arguments = kind == null ? null : kind.arguments();
    FieldSpec field = arguments == null ? null : definable(arguments, name);
    return field == null ? definable(Schema.PROCESS_JOB, name) : field;
  }

  /// The way in which a field of a node can change. Some fields can be patched in the root group
  /// but not in a nested group.
  public static Mutability mutability(FieldSpec field, boolean rootGroup) {
    return rootGroup && field.schema() == Schema.PROCESS_GROUP && field.patchPath() != null
        ? Mutability.PATCH
        : field.mutability();
  }
}
