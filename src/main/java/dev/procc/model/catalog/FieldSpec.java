package dev.procc.model.catalog;

import org.jspecify.annotations.Nullable;

/// One row of the field table: a field of a schema of the API.
///
/// @param schema the schema it belongs to
/// @param name the API's name, in what is read and in what is created
/// @param type its JSON type
/// @param owner who decides it
/// @param mutability how it changes on a live process (for a group: on a nested one)
/// @param patchPath the JSON Pointer that a PATCH takes for it; for a group's field the pointer of
///   the root group, which is the only one that has any
/// @param removable whether PATCH also takes `remove` on that path
/// @param required whether the API wants it in what is created
/// @param basis how this is known
/// @param page the page: `P` process schemas, `G` guide, `C` create, `R` get run, `J` job runs,
///   `jr` JobRun page, `pr` ProcessRun page, `ls` list page, `ru` run page, `HC` help centre
/// @param doc what it is, in a sentence
public record FieldSpec(
    Schema schema,
    String name,
    FieldType type,
    Owner owner,
    Mutability mutability,
    @Nullable String patchPath,
    boolean removable,
    boolean required,
    FactBasis basis,
    String page,
    String doc) {

  /// `Process.dueDate`.
  public String id() {
    return schema.apiName() + "." + name;
  }

  /// Whether a definition can set it.
  public boolean isDefinable() {
    return owner == Owner.DEFINITION || owner == Owner.WRITE_ONLY;
  }

  @Override
  public String toString() {
    return id();
  }

  /// Identity: each row exists once, in `Catalog`.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
