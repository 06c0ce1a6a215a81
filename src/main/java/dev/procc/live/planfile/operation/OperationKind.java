package dev.procc.live.planfile.operation;

/// The kind of an operation of a plan.
public enum OperationKind {
  /// Changes fields of a process that stays, by one JSON Patch.
  PATCH("patch", false),
  /// Changes names of jobs and groups of a process that stays, by one `batchUpdates`.
  RENAME("rename", true),
  /// Creates a process.
  CREATE("create", false),
  /// Sets fields of the new process that the API only accepts in a JSON Patch and never returns.
  SET_WRITE_ONLY("write-only", false),
  /// Runs the server's own validation of the new process.
  VALIDATE("validate", false),
  /// Moves a process to the bin.
  TRASH("trash", false),
  /// Adds tasks to a run.
  ADD_TASKS("add", true);

  private final String word;
  private final boolean numbered;

  OperationKind(String word, boolean numbered) {
    this.word = word;
    this.numbered = numbered;
  }

  /// The id of an operation of this kind.
  ///
  /// @param number from 1 for a kind that can occur several times in a process; otherwise 0
  String id(int number) {
    return numbered ? word + "-" + number : word;
  }

  /// Whether the process is read after it to see that it shows what was sent.
  public boolean isReadBack() {
    return this != VALIDATE && this != TRASH;
  }
}
