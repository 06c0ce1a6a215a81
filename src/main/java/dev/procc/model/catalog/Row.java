package dev.procc.model.catalog;

import org.jspecify.annotations.Nullable;

/// Makes the rows of the field table, one method for each kind of field.
final class Row {
  private Row() {}

  static Field patch(
      Schema schema,
      String name,
      FieldType type,
      String path,
      Evidence evidence,
      String source,
      String doc) {
    return ours(schema, name, type, Change.PATCH, path, false, false, evidence, source, doc);
  }

  static Field requiredPatch(
      Schema schema,
      String name,
      FieldType type,
      String path,
      Evidence evidence,
      String source,
      String doc) {
    return ours(schema, name, type, Change.PATCH, path, false, true, evidence, source, doc);
  }

  static Field patchRemovable(
      Schema schema,
      String name,
      FieldType type,
      String path,
      Evidence evidence,
      String source,
      String doc) {
    return ours(schema, name, type, Change.PATCH, path, true, false, evidence, source, doc);
  }

  static Field patchWriteOnly(
      Schema schema,
      String name,
      FieldType type,
      String path,
      Evidence evidence,
      String source,
      String doc) {
    return new Field(
        schema,
        name,
        type,
        Owner.WRITE_ONLY,
        Change.PATCH,
        path,
        false,
        false,
        evidence,
        source,
        doc);
  }

  static Field rename(
      Schema schema, String name, FieldType type, Evidence evidence, String source, String doc) {
    return ours(schema, name, type, Change.RENAME, null, false, false, evidence, source, doc);
  }

  static Field fixed(
      Schema schema, String name, FieldType type, Evidence evidence, String source, String doc) {
    return ours(schema, name, type, Change.REPLACE, null, false, false, evidence, source, doc);
  }

  static Field requiredFixed(
      Schema schema, String name, FieldType type, Evidence evidence, String source, String doc) {
    return ours(schema, name, type, Change.REPLACE, null, false, true, evidence, source, doc);
  }

  static Field fixedBelowRoot(
      Schema schema,
      String name,
      FieldType type,
      String rootPath,
      Evidence evidence,
      String source,
      String doc) {
    return ours(schema, name, type, Change.REPLACE, rootPath, false, false, evidence, source, doc);
  }

  static Field requiredFixedBelowRoot(
      Schema schema,
      String name,
      FieldType type,
      String rootPath,
      Evidence evidence,
      String source,
      String doc) {
    return ours(schema, name, type, Change.REPLACE, rootPath, false, true, evidence, source, doc);
  }

  static Field server(
      Schema schema, String name, FieldType type, Evidence evidence, String source, String doc) {
    return new Field(
        schema, name, type, Owner.SERVER, Change.NEVER, null, false, false, evidence, source, doc);
  }

  static Field requiredServer(
      Schema schema, String name, FieldType type, Evidence evidence, String source, String doc) {
    return new Field(
        schema, name, type, Owner.SERVER, Change.NEVER, null, false, true, evidence, source, doc);
  }

  static Field protocol(
      Schema schema, String name, FieldType type, Evidence evidence, String source, String doc) {
    return new Field(
        schema,
        name,
        type,
        Owner.PROTOCOL,
        Change.NEVER,
        null,
        false,
        false,
        evidence,
        source,
        doc);
  }

  static Field requiredProtocol(
      Schema schema, String name, FieldType type, Evidence evidence, String source, String doc) {
    return new Field(
        schema, name, type, Owner.PROTOCOL, Change.NEVER, null, false, true, evidence, source, doc);
  }

  private static Field ours(
      Schema schema,
      String name,
      FieldType type,
      Change change,
      @Nullable String path,
      boolean removable,
      boolean required,
      Evidence evidence,
      String source,
      String doc) {
    return new Field(
        schema,
        name,
        type,
        Owner.DEFINITION,
        change,
        path,
        removable,
        required,
        evidence,
        source,
        doc);
  }
}
