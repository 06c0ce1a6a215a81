package dev.procc.model.catalog;

/// The way in which a field of a live process can change.
public enum Mutability {
  /// By an operation of a JSON Patch.
  PATCH("changed in place"),
  /// By `batchUpdates`: the name of a group, the title of a job.
  RENAME("renamed in place"),
  /// By no call; another value takes a new process.
  REPLACE("another value makes a new process"),
  /// Not by definitions.
  NEVER("not changed by definitions");

  private final String description;

  Mutability(String description) {
    this.description = description;
  }

  /// The text for people: `changed in place`.
  public String description() {
    return description;
  }
}
