package dev.procc.live.planfile.run;

import org.jspecify.annotations.Nullable;

/// Why a field of a run differs from the definition.
public enum EditOrigin {
  /// The definition changed since the last apply.
  DEFINITION("you"),
  /// The definition did not change: the run was edited, or it started before the last apply.
  RUN("run");

  private final String word;

  EditOrigin(String word) {
    this.word = word;
  }

  /// As the plan file writes it.
  public String word() {
    return word;
  }

  /// The origin of that word; null if there is none.
  public static @Nullable EditOrigin find(String word) {
    for (EditOrigin origin : values()) {
      if (origin.word.equals(word)) {
        return origin;
      }
    }
    return null;
  }
}
