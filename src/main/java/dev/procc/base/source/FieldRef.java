package dev.procc.base.source;

import org.jspecify.annotations.Nullable;

/// One field of a compiled process: `close@2024-Q4/entities/us/recon-ar:dueDate`.
///
/// @param address the node; for a field of the process itself its identity, for the root group
///   `IDENTITY/root`
/// @param field the API's name of the field
public record FieldRef(String address, String field) implements Comparable<FieldRef> {
  // Written out: the one of a record is linked at run time, which slows a cold start.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FieldRef that
        && address.equals(that.address)
        && field.equals(that.field);
  }

  @Override
  public int hashCode() {
    return 31 * address.hashCode() + field.hashCode();
  }

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
