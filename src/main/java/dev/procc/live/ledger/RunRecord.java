package dev.procc.live.ledger;

/// A change of a run after its start: a task that was added to it, or a manual step that was read
/// back.
///
/// @param runId id of the run
/// @param path of the node, as in `NodeRecord`
/// @param field the API's name of the field that was read back; `node` for a task that was added or
///   cancelled
/// @param id of the job run or group run
/// @param hash of what the run then showed (`FieldHash`); `FieldHash.ABSENT` for a cancelled task
/// @param readAt the time of reading it back, RFC 3339 in UTC
public record RunRecord(
    String runId, String path, String field, String id, String hash, String readAt) {
  /// The `field` that stands for the node as a whole.
  public static final String NODE = "node";

  /// Whether it is a task that was added.
  public boolean isAddedTask() {
    return field.equals(NODE) && !hash.equals(FieldHash.ABSENT);
  }

  /// Whether it is a task of the process that was cancelled.
  public boolean isCancelledTask() {
    return field.equals(NODE) && hash.equals(FieldHash.ABSENT);
  }

  /// A copy for a node with another path.
  RunRecord withPath(String newPath) {
    return new RunRecord(runId, newPath, field, id, hash, readAt);
  }

  /// Whether another record has the same subject.
  boolean isSameSubject(RunRecord other) {
    return runId.equals(other.runId) && path.equals(other.path) && field.equals(other.field);
  }
}
