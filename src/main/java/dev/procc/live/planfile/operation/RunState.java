package dev.procc.live.planfile.operation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The state of a process's runs.
public enum RunState {
  /// It has no run.
  NONE,
  /// People are working on one.
  ACTIVE,
  /// It had one, which is evidence.
  FINISHED;

  private final String word = name().toLowerCase(Locale.ROOT);

  /// The word in plan files and messages, `active`.
  public String word() {
    return word;
  }

  /// The state with a word; null if there is none.
  public static @Nullable RunState find(String word) {
    for (RunState state : values()) {
      if (state.word.equals(word)) {
        return state;
      }
    }
    return null;
  }
}
