package dev.procc.model.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row of the field table: a field of a schema of the API.
///
/// Rows are compared by identity: `Catalog` has each of them once.
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

  /// The API's name, the same in requests and responses.
  public String name() {
    return name;
  }

  /// The role.
  public FieldRole role() {
    return role;
  }

  /// The JSON type.
  public FieldType type() {
    return type;
  }

  /// The party that sets it.
  public Owner owner() {
    return owner;
  }

  /// The way in which it can change on a live process; for a field of a group, on a nested group.
  public Mutability mutability() {
    return mutability;
  }

  /// The JSON Pointer by which PATCH changes it, null if PATCH cannot; for a group's field the
  /// pointer in the root group, the only one that has any.
  public @Nullable String patchPath() {
    return patchPath;
  }

  /// Whether PATCH also takes `remove` on that path.
  public boolean removable() {
    return removable;
  }

  /// Whether the API requires it in a request to create.
  public boolean required() {
    return required;
  }

  /// The name in plans: `approval due`; for most fields the API's name.
  public String label() {
    return label;
  }

  /// The name on Workiva's screens: `Assigned to`; the API's name where no screen is known.
  public String screenLabel() {
    return screenLabel;
  }

  /// The only values that it can have; empty if there is no such list.
  public List<String> values() {
    return values;
  }

  /// Example values as a definition has them, for completion and hover.
  public List<String> examples() {
    return examples;
  }

  /// The basis on which the field is known.
  public FactBasis basis() {
    return basis;
  }

  /// The page of the documentation that describes it: `P` process schemas, `G` guide, `C` create,
  /// `R` get run, `J` job runs, `jr` JobRun page, `pr` ProcessRun page, `ls` list page, `ru` run
  /// page, `HC` help centre.
  public String page() {
    return page;
  }

  /// A sentence that says what it is.
  public String doc() {
    return doc;
  }

  @Override
  public String toString() {
    return id();
  }

  /// A row under construction, in which whatever is not set has its default.
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

    /// PATCH can change the field by this path.
    Row patch(String path) {
      mutability = Mutability.PATCH;
      patchPath = path;
      return this;
    }

    /// PATCH can change the field of the root group by this path; in a nested group, nothing can.
    Row patchOfRoot(String path) {
      patchPath = path;
      return this;
    }

    /// PATCH can remove the field, too.
    Row removable() {
      removable = true;
      return this;
    }

    /// `batchUpdates` can change the field.
    Row rename() {
      mutability = Mutability.RENAME;
      return this;
    }

    /// The API requires the field in a request to create.
    Row required() {
      required = true;
      return this;
    }

    /// The name in plans, if it is not the API's name.
    Row label(String label) {
      this.label = label;
      return this;
    }

    /// The name on Workiva's screens.
    Row screen(String label) {
      this.screenLabel = label;
      return this;
    }

    /// The only values that the field can have.
    Row values(String... values) {
      this.values = List.of(values);
      return this;
    }

    /// Example values as a definition has them.
    Row examples(String... examples) {
      this.examples = List.of(examples);
      return this;
    }

    /// Finishes the row of a field that a table or sentence of the documentation describes.
    FieldSpec stated(String page, String doc) {
      return end(FactBasis.STATED, page, doc);
    }

    /// Finishes the row of a field that only occurs in an example payload.
    FieldSpec inExample(String page, String doc) {
      return end(FactBasis.EXAMPLE, page, doc);
    }

    /// Finishes the row of a field that is concluded from something else.
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
