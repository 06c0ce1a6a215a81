package dev.procc.model.catalog;

import org.jspecify.annotations.Nullable;

/// Makes the rows of the field table, one method for each kind of field.
final class FieldRows {
  private FieldRows() {}

  static FieldSpec patch(
      Schema schema,
      String name,
      FieldType type,
      String path,
      FactBasis basis,
      String page,
      String doc) {
    return definable(schema, name, type, Mutability.PATCH, path, false, false, basis, page, doc);
  }

  static FieldSpec requiredPatch(
      Schema schema,
      String name,
      FieldType type,
      String path,
      FactBasis basis,
      String page,
      String doc) {
    return definable(schema, name, type, Mutability.PATCH, path, false, true, basis, page, doc);
  }

  static FieldSpec patchRemovable(
      Schema schema,
      String name,
      FieldType type,
      String path,
      FactBasis basis,
      String page,
      String doc) {
    return definable(schema, name, type, Mutability.PATCH, path, true, false, basis, page, doc);
  }

  static FieldSpec patchWriteOnly(
      Schema schema,
      String name,
      FieldType type,
      String path,
      FactBasis basis,
      String page,
      String doc) {
    return new FieldSpec(
        schema,
        name,
        type,
        Owner.WRITE_ONLY,
        Mutability.PATCH,
        path,
        false,
        false,
        basis,
        page,
        doc);
  }

  static FieldSpec rename(
      Schema schema, String name, FieldType type, FactBasis basis, String page, String doc) {
    return definable(schema, name, type, Mutability.RENAME, null, false, false, basis, page, doc);
  }

  static FieldSpec fixed(
      Schema schema, String name, FieldType type, FactBasis basis, String page, String doc) {
    return definable(schema, name, type, Mutability.REPLACE, null, false, false, basis, page, doc);
  }

  static FieldSpec requiredFixed(
      Schema schema, String name, FieldType type, FactBasis basis, String page, String doc) {
    return definable(schema, name, type, Mutability.REPLACE, null, false, true, basis, page, doc);
  }

  static FieldSpec fixedBelowRoot(
      Schema schema,
      String name,
      FieldType type,
      String rootPath,
      FactBasis basis,
      String page,
      String doc) {
    return definable(
        schema, name, type, Mutability.REPLACE, rootPath, false, false, basis, page, doc);
  }

  static FieldSpec requiredFixedBelowRoot(
      Schema schema,
      String name,
      FieldType type,
      String rootPath,
      FactBasis basis,
      String page,
      String doc) {
    return definable(
        schema, name, type, Mutability.REPLACE, rootPath, false, true, basis, page, doc);
  }

  static FieldSpec server(
      Schema schema, String name, FieldType type, FactBasis basis, String page, String doc) {
    return new FieldSpec(
        schema, name, type, Owner.SERVER, Mutability.NEVER, null, false, false, basis, page, doc);
  }

  static FieldSpec requiredServer(
      Schema schema, String name, FieldType type, FactBasis basis, String page, String doc) {
    return new FieldSpec(
        schema, name, type, Owner.SERVER, Mutability.NEVER, null, false, true, basis, page, doc);
  }

  static FieldSpec protocol(
      Schema schema, String name, FieldType type, FactBasis basis, String page, String doc) {
    return new FieldSpec(
        schema, name, type, Owner.PROTOCOL, Mutability.NEVER, null, false, false, basis, page, doc);
  }

  static FieldSpec requiredProtocol(
      Schema schema, String name, FieldType type, FactBasis basis, String page, String doc) {
    return new FieldSpec(
        schema, name, type, Owner.PROTOCOL, Mutability.NEVER, null, false, true, basis, page, doc);
  }

  private static FieldSpec definable(
      Schema schema,
      String name,
      FieldType type,
      Mutability mutability,
      @Nullable String path,
      boolean removable,
      boolean required,
      FactBasis basis,
      String page,
      String doc) {
    return new FieldSpec(
        schema,
        name,
        type,
        Owner.DEFINITION,
        mutability,
        path,
        removable,
        required,
        basis,
        page,
        doc);
  }
}
