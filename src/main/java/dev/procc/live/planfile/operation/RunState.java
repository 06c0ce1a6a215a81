package dev.procc.live.planfile.operation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Whether a process has a run.
public enum RunState {
  /// It has none.
  NONE,
  /// People are working on one.
  ACTIVE,
  /// It had one, which is evidence.
  FINISHED;

  private final String word = name().toLowerCase(Locale.ROOT);

  /// `active`: in plan files and messages.
  public String word() {
    return word;
  }

  /// The state of that word; null if there is none.
  public static @Nullable RunState find(String word) {
    for (RunState state : values()) {
      if (state.word.equals(word)) {
        return state;
      }
    }
    return null;
  }
}
