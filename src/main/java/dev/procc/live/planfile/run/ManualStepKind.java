package dev.procc.live.planfile.run;

import org.jspecify.annotations.Nullable;

/// The kind of a manual step.
public enum ManualStepKind {
  EDIT_TASK("edit"),
  CANCEL_TASK("cancel"),
  ADD_GROUP("add-group"),
  /// A task of a group that has to be made first.
  ADD_TASK("add-task"),
  EDIT_GROUP("group"),
  EDIT_PROCESS("process");

  private final String word;

  ManualStepKind(String word) {
    this.word = word;
  }

  /// Whether it adds a node.
  public boolean adds() {
    return this == ADD_GROUP || this == ADD_TASK;
  }

  /// Whether its target has a place that depends on the nodes beside it.
  public boolean isBesideOthers() {
    return adds() || this == CANCEL_TASK;
  }

  /// Whether its target is not a single task, but a group or the process.
  public boolean isOfMany() {
    return this == EDIT_GROUP || this == EDIT_PROCESS;
  }

  /// The word in the plan file.
  public String word() {
    return word;
  }

  /// The kind with a word; null if there is none.
  public static @Nullable ManualStepKind find(String word) {
    for (ManualStepKind kind : values()) {
      if (kind.word.equals(word)) {
        return kind;
      }
    }
    return null;
  }
}
