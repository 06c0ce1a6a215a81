package dev.procc.model.catalog;

/// The party that sets a field.
public enum Owner {
  /// The definition; the field is read back and compared.
  DEFINITION,
  /// The definition; the API accepts the field and never returns it.
  WRITE_ONLY,
  /// The server; the field is never sent and never compared.
  SERVER,
  /// The protocol: the field belongs to a request or response, not to a process.
  PROTOCOL
}
