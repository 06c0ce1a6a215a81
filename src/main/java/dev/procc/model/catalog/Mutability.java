package dev.procc.model.catalog;

/// How a field of a live process can change.
public enum Mutability {
  /// By one operation of a JSON Patch.
  PATCH,
  /// By `batchUpdates`: the name of a group, the title of a job.
  RENAME,
  /// By no call: only a new process has another value.
  REPLACE,
  /// Not by us.
  NEVER
}
