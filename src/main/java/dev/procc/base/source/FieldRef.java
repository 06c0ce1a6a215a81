package dev.procc.base.source;

/// One field of a compiled process: `close@2024-Q4/entities/us/recon-ar:dueDate`.
///
/// @param address the node; for a field of the process itself its identity, for the root group
///   `IDENTITY/root`
/// @param field the API's name of the field
public record FieldRef(String address, String field) implements Comparable<FieldRef> {
  @Override
  public int compareTo(FieldRef other) {
    int byAddress = address.compareTo(other.address);
    return byAddress != 0 ? byAddress : field.compareTo(other.field);
  }

  @Override
  public String toString() {
    return address + ":" + field;
  }
}
