package dev.procc.model.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
  Row definition(Schema schema, FieldRole role, FieldType type) {
    return new Row(schema, role.fieldName(), type, Owner.DEFINITION);
  }

  /// A field that the definition decides.
  Row definition(Schema schema, String name, FieldType type) {
    return new Row(schema, name, type, Owner.DEFINITION);
  }

  /// A field that the definition decides and that the API never returns.
  Row writeOnly(Schema schema, String name, FieldType type) {
    return new Row(schema, name, type, Owner.WRITE_ONLY);
  }

  /// A field that the server decides.
  Row server(Schema schema, String name, FieldType type) {
    return new Row(schema, name, type, Owner.SERVER);
  }

  /// A field of the envelope of a call.
  Row protocol(Schema schema, String name, FieldType type) {
    return new Row(schema, name, type, Owner.PROTOCOL);
  }

  /// A row that is not complete: what is not said has its default.
  final class Row {
    final Schema schema;
    final String name;
    final FieldType type;
    final Owner owner;
    FactBasis basis = FactBasis.STATED;
    String page = "";
    String doc = "";
    Mutability mutability;
    @Nullable String patchPath;
    boolean removable;
    boolean required;
    String label;
    String screenLabel;
    List<String> values = List.of();
    List<String> examples = List.of();

    private Row(Schema schema, String name, FieldType type, Owner owner) {
      this.schema = schema;
      this.name = name;
      this.type = type;
      this.owner = owner;
      this.label = name;
      this.screenLabel = name;
      boolean ours = owner == Owner.DEFINITION || owner == Owner.WRITE_ONLY;
      this.mutability = ours ? Mutability.REPLACE : Mutability.NEVER;
    }

    /// PATCH takes the field on this path.
    Row patch(String path) {
      mutability = Mutability.PATCH;
      patchPath = path;
      return this;
    }

    /// PATCH takes the field of the root group on this path; below the root nothing changes it.
    Row patchOfRoot(String path) {
      patchPath = path;
      return this;
    }

    /// PATCH also takes `remove`.
    Row removable() {
      removable = true;
      return this;
    }

    /// `batchUpdates` changes the field.
    Row rename() {
      mutability = Mutability.RENAME;
      return this;
    }

    /// The API wants the field in what is created.
    Row required() {
      required = true;
      return this;
    }

    /// What plans call the field, when it is not the API's name.
    Row label(String label) {
      this.label = label;
      return this;
    }

    /// What Workiva's screens call the field.
    Row screen(String label) {
      this.screenLabel = label;
      return this;
    }

    /// The only texts the field can have.
    Row values(String... values) {
      this.values = List.of(values);
      return this;
    }

    /// Values as a definition writes them.
    Row examples(String... examples) {
      this.examples = List.of(examples);
      return this;
    }

    /// Ends the row of a field that is in a table or sentence of the API's pages.
    FieldSpec stated(String page, String doc) {
      return end(FactBasis.STATED, page, doc);
    }

    /// Ends the row of a field that is only in an example payload.
    FieldSpec inExample(String page, String doc) {
      return end(FactBasis.EXAMPLE, page, doc);
    }

    /// Ends the row of a field that is concluded from something else.
    FieldSpec inferred(String page, String doc) {
      return end(FactBasis.INFERRED, page, doc);
    }

    private FieldSpec end(FactBasis basis, String page, String doc) {
      this.basis = basis;
      this.page = page;
      this.doc = doc;
      FieldSpec field = new FieldSpec(this);
      rows.add(field);
      return field;
    }
  }
}
