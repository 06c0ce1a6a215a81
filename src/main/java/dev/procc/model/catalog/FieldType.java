package dev.procc.model.catalog;

/// The JSON type of a field and its meaning.
///
/// A `SET_*` is an array that the API documents as unique; its order has no meaning. `ANY` is a
/// payload whose schema the API does not document; it is passed through.
public enum FieldType {
  STRING,
  /// `yyyy-MM-dd`.
  DATE,
  /// RFC 3339, in UTC.
  DATE_TIME,
  BOOLEAN,
  INTEGER,
  SET_OF_DATES,
  SET_OF_WEEKDAYS,
  SET_OF_STRINGS,
  SET,
  LIST,
  /// An object `{id, type}`; an older form is the bare id.
  PARTICIPANT_REF,
  OBJECT,
  MAP,
  ANY;

  /// Whether the order of its elements has no meaning.
  public boolean isUnordered() {
    return this == SET_OF_DATES || this == SET_OF_WEEKDAYS || this == SET_OF_STRINGS || this == SET;
  }
}
