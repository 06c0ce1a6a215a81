package dev.procc.live.planfile.operation;

/// What an operation of a plan does.
public enum OperationKind {
  /// Fields of a process that stays, by one JSON Patch.
  PATCH("patch", false),
  /// Names of jobs and groups of a process that stays, by one `batchUpdates`.
  RENAME("rename", true),
  /// A new process.
  CREATE("create", false),
  /// Fields of the new process that the API takes only by a JSON Patch and never shows.
  SET_WRITE_ONLY("write-only", false),
  /// The server's own validation of the new process.
  VALIDATE("validate", false),
  /// A process that goes to the bin.
  TRASH("trash", false),
  /// Tasks that are added to a run.
  ADD_TASKS("add", true);

  private final String word;
  private final boolean numbered;

  OperationKind(String word, boolean numbered) {
    this.word = word;
    this.numbered = numbered;
  }

  /// The id of an operation of this kind.
  ///
  /// @param number from 1 of a kind that may occur more than once in a process; else 0
  String id(int number) {
    return numbered ? word + "-" + number : word;
  }

  /// Whether the process is read after it to see that it shows what was sent.
  public boolean isReadBack() {
    return this != VALIDATE && this != TRASH;
  }
}
