package dev.procc.model.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The field table while it is written, a row a call: `table.definition(PROCESS, DUE_DATE,
/// DATE).patch("/dueDate").removable().stated("P", "...")`.
///
/// A row begins with who decides the field and ends with how the field is known.
final class FieldTable {
  private final List<FieldSpec> rows = new ArrayList<>();

  /// The rows in the order in which they were written.
  List<FieldSpec> rows() {
    return Collections.unmodifiableList(rows);
  }

  /// A field that the definition decides and that has a role.
  FieldSpec.Row definition(Schema schema, FieldRole role, FieldType type) {
    return new FieldSpec.Row(rows, schema, role.fieldName(), type, Owner.DEFINITION);
  }

  /// A field that the definition decides.
  FieldSpec.Row definition(Schema schema, String name, FieldType type) {
    return new FieldSpec.Row(rows, schema, name, type, Owner.DEFINITION);
  }

  /// A field that the definition decides and that the API never returns.
  FieldSpec.Row writeOnly(Schema schema, String name, FieldType type) {
    return new FieldSpec.Row(rows, schema, name, type, Owner.WRITE_ONLY);
  }

  /// A field that the server decides.
  FieldSpec.Row server(Schema schema, String name, FieldType type) {
    return new FieldSpec.Row(rows, schema, name, type, Owner.SERVER);
  }

  /// A field of the envelope of a call.
  FieldSpec.Row protocol(Schema schema, String name, FieldType type) {
    return new FieldSpec.Row(rows, schema, name, type, Owner.PROTOCOL);
  }
}
