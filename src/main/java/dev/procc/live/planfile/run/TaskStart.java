package dev.procc.live.planfile.run;

import org.jspecify.annotations.Nullable;

/// When a task that is added to a run starts.
public enum TaskStart {
  /// As soon as it is added.
  AT_ONCE("at-once"),
  /// After what it waits for.
  LATER("later"),
  /// As soon as it is added, because what comes after it has started already.
  PASSED("passed"),
  /// When somebody starts it.
  MANUAL("manual");

  private final String word;

  TaskStart(String word) {
    this.word = word;
  }

  /// As the plan file writes it.
  public String word() {
    return word;
  }

  /// The start of that word; null if there is none.
  public static @Nullable TaskStart find(String word) {
    for (TaskStart start : values()) {
      if (start.word.equals(word)) {
        return start;
      }
    }
    return null;
  }
}
