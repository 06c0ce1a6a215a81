package dev.procc.model.catalog;

/// Who decides a field.
public enum Owner {
  /// The definition; read back and compared.
  DEFINITION,
  /// The definition; the API takes it and never returns it.
  WRITE_ONLY,
  /// The server; never sent, never compared.
  SERVER,
  /// A field of the envelope of a call, of no process.
  PROTOCOL
}
