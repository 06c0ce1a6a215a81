package dev.procc.model.catalog;

/// How a field of a live process can change.
public enum Mutability {
  /// By one operation of a JSON Patch.
  PATCH("changed in place"),
  /// By `batchUpdates`: the name of a group, the title of a job.
  RENAME("renamed in place"),
  /// By no call: only a new process has another value.
  REPLACE("another value makes a new process"),
  /// Not by us.
  NEVER("not changed by definitions");

  private final String description;

  Mutability(String description) {
    this.description = description;
  }

  /// What people read: `changed in place`.
  public String description() {
    return description;
  }
}
