package dev.procc.live.ledger;

/// Something of the definition that a run got after it had been started: a task that was added to
/// it, or a step done by hand and read back.
///
/// @param run id of the run
/// @param path the node, as in `NodeLine`
/// @param field the API's name of the field that was read back; `node` for a task that was added or
///   cancelled
/// @param id of the job run or group run
/// @param hash of what the run then showed (`FieldHash`); `FieldHash.ABSENT` of a task that was
///   cancelled
/// @param at when it was read back, RFC 3339 in UTC
public record InRun(String run, String path, String field, String id, String hash, String at) {
  /// Stands for the node as a whole.
  public static final String NODE = "node";

  /// Whether it is a task that was added.
  public boolean added() {
    return field.equals(NODE) && !hash.equals(FieldHash.ABSENT);
  }

  /// Whether the other is about the same thing.
  boolean same(InRun other) {
    return run.equals(other.run) && path.equals(other.path) && field.equals(other.field);
  }
}
