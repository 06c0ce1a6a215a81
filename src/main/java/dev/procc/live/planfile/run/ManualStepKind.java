package dev.procc.live.planfile.run;

import org.jspecify.annotations.Nullable;

/// What a manual step is about.
public enum ManualStepKind {
  EDIT_TASK("edit"),
  CANCEL_TASK("cancel"),
  ADD_GROUP("add-group"),
  EDIT_GROUP("group"),
  EDIT_PROCESS("process");

  private final String word;

  ManualStepKind(String word) {
    this.word = word;
  }

  /// As the plan file writes it.
  public String word() {
    return word;
  }

  /// The kind of that word; null if there is none.
  public static @Nullable ManualStepKind find(String word) {
    for (ManualStepKind kind : values()) {
      if (kind.word.equals(word)) {
        return kind;
      }
    }
    return null;
  }
}
