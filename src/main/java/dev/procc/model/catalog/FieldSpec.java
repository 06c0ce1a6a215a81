package dev.procc.model.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row of the field table: a field of a schema of the API.
///
/// Rows are compared by identity: each exists once, in `Catalog`.
public final class FieldSpec {
  private final Schema schema;
  private final String name;
  private final FieldRole role;
  private final FieldType type;
  private final Owner owner;
  private final Mutability mutability;
  private final @Nullable String patchPath;
  private final boolean removable;
  private final boolean required;
  private final String label;
  private final String screenLabel;
  private final List<String> values;
  private final List<String> examples;
  private final FactBasis basis;
  private final String page;
  private final String doc;

  private FieldSpec(Row row) {
    schema = row.schema;
    name = row.name;
    role = FieldRole.of(row.name);
    type = row.type;
    owner = row.owner;
    mutability = row.mutability;
    patchPath = row.patchPath;
    removable = row.removable;
    required = row.required;
    label = row.label;
    screenLabel = row.screenLabel;
    values = row.values;
    examples = row.examples;
    basis = row.basis;
    page = row.page;
    doc = row.doc;
  }

  /// `Process.dueDate`.
  public String id() {
    return schema.apiName() + "." + name;
  }

  /// The schema it belongs to.
  public Schema schema() {
    return schema;
  }

  /// The API's name, in what is read and in what is created.
  public String name() {
    return name;
  }

  /// What it is for.
  public FieldRole role() {
    return role;
  }

  /// Its JSON type.
  public FieldType type() {
    return type;
  }

  /// Who decides it.
  public Owner owner() {
    return owner;
  }

  /// How it changes on a live process (for a group: on a nested one).
  public Mutability mutability() {
    return mutability;
  }

  /// The JSON Pointer that PATCH takes for it, null if none; for a group's field the pointer of the
  /// root group, which is the only one that has any.
  public @Nullable String patchPath() {
    return patchPath;
  }

  /// Whether PATCH also takes `remove` on that path.
  public boolean removable() {
    return removable;
  }

  /// Whether the API wants it in what is created.
  public boolean required() {
    return required;
  }

  /// What plans call it: `approval due`; the API's name for most fields.
  public String label() {
    return label;
  }

  /// What Workiva's screens call it: `Assigned to`; the API's name where no screen is known.
  public String screenLabel() {
    return screenLabel;
  }

  /// The only texts it can have; empty for any.
  public List<String> values() {
    return values;
  }

  /// Values as a definition writes them, for completion and hover.
  public List<String> examples() {
    return examples;
  }

  /// How it is known.
  public FactBasis basis() {
    return basis;
  }

  /// The page it is known from: `P` process schemas, `G` guide, `C` create, `R` get run, `J` job
  /// runs, `jr` JobRun page, `pr` ProcessRun page, `ls` list page, `ru` run page, `HC` help centre.
  public String page() {
    return page;
  }

  /// What it is, in a sentence.
  public String doc() {
    return doc;
  }

  @Override
  public String toString() {
    return id();
  }

  /// A row that is not complete: what is not set has its default.
  static final class Row {
    private final List<FieldSpec> table;
    private final Schema schema;
    private final String name;
    private final FieldType type;
    private final Owner owner;
    private FactBasis basis = FactBasis.STATED;
    private String page = "";
    private String doc = "";
    private Mutability mutability;
    private @Nullable String patchPath;
    private boolean removable;
    private boolean required;
    private String label;
    private String screenLabel;
    private List<String> values = List.of();
    private List<String> examples = List.of();

    Row(List<FieldSpec> table, Schema schema, String name, FieldType type, Owner owner) {
      this.table = table;
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
      table.add(field);
      return field;
    }
  }
}
