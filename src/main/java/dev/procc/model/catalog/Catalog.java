package dev.procc.model.catalog;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The whole field table, and how to find a row in it.
public final class Catalog {
  private Catalog() {}

  /// Every field of every schema of the API.
  public static List<FieldSpec> all() {
    List<FieldSpec> all = new ArrayList<>(Fields.ALL);
    all.addAll(ServerFields.ALL);
    return all;
  }

  /// The fields that a definition decides, schema by schema.
  public static List<FieldSpec> definable() {
    return Fields.ALL;
  }

  /// The fields of a schema that a definition decides, in their canonical order.
  public static List<FieldSpec> definable(Schema schema) {
    return BY_SCHEMA.getOrDefault(schema, List.of());
  }

  private static final Map<Schema, List<FieldSpec>> BY_SCHEMA = new EnumMap<>(Schema.class);

  static {
    for (FieldSpec field : Fields.ALL) {
      BY_SCHEMA.computeIfAbsent(field.schema(), schema -> new ArrayList<>()).add(field);
    }
    BY_SCHEMA.replaceAll((schema, fields) -> List.copyOf(fields));
  }

  /// The field of that name among those a definition decides; null if there is none.
  public static @Nullable FieldSpec definable(Schema schema, String name) {
    for (FieldSpec field : Fields.ALL) {
      if (field.schema() == schema && field.name().equals(name)) {
        return field;
      }
    }
    return null;
  }

  /// The field of a role among those a definition decides; null if the schema has none.
  public static @Nullable FieldSpec definable(Schema schema, FieldRole role) {
    return role == FieldRole.OTHER ? null : definable(schema, role.fieldName());
  }

  /// The field of that name on a kind of node; null if it has none.
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

  /// How the field changes on this node: a field of the root group may be patched where the same
  /// field of a nested group cannot.
  public static Mutability mutability(FieldSpec field, boolean rootGroup) {
    return rootGroup && field.schema() == Schema.PROCESS_GROUP && field.patchPath() != null
        ? Mutability.PATCH
        : field.mutability();
  }
}
