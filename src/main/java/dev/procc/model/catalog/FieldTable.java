package dev.procc.model.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A builder of the field table, one call a row: `table.definition(PROCESS, DUE_DATE,
/// DATE).patch("/dueDate").removable().stated("P", "...")`.
///
/// A row begins with the party that sets the field and ends with the basis on which it is known.
final class FieldTable {
  private final List<FieldSpec> rows = new ArrayList<>();

  /// The rows in the order in which they were added.
  List<FieldSpec> rows() {
    return Collections.unmodifiableList(rows);
  }

  /// A field with a role that the definition sets.
  FieldSpec.Row definition(Schema schema, FieldRole role, FieldType type) {
    return new FieldSpec.Row(rows, schema, role.fieldName(), type, Owner.DEFINITION);
  }

  /// A field that the definition sets.
  FieldSpec.Row definition(Schema schema, String name, FieldType type) {
    return new FieldSpec.Row(rows, schema, name, type, Owner.DEFINITION);
  }

  /// A field that the definition sets and that the API never returns.
  FieldSpec.Row writeOnly(Schema schema, String name, FieldType type) {
    return new FieldSpec.Row(rows, schema, name, type, Owner.WRITE_ONLY);
  }

  /// A field that the server sets.
  FieldSpec.Row server(Schema schema, String name, FieldType type) {
    return new FieldSpec.Row(rows, schema, name, type, Owner.SERVER);
  }

  /// A field of the request or response around the data.
  FieldSpec.Row protocol(Schema schema, String name, FieldType type) {
    return new FieldSpec.Row(rows, schema, name, type, Owner.PROTOCOL);
  }
}
