package dev.procc.live.planfile.run;

import org.jspecify.annotations.Nullable;

/// The reason why a field of a run differs from the definition.
public enum EditOrigin {
  /// The definition changed since the last apply.
  DEFINITION("you"),
  /// The definition did not change: the run was edited, or it started before the last apply.
  RUN("run");

  private final String word;

  EditOrigin(String word) {
    this.word = word;
  }

  /// The word in the plan file.
  public String word() {
    return word;
  }

  /// The origin with a word; null if there is none.
  public static @Nullable EditOrigin find(String word) {
    for (EditOrigin origin : values()) {
      if (origin.word.equals(word)) {
        return origin;
      }
    }
    return null;
  }
}
