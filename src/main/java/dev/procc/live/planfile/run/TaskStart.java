package dev.procc.live.planfile.run;

import org.jspecify.annotations.Nullable;

/// The time at which a task that is added to a run starts.
public enum TaskStart {
  /// As soon as it is added.
  AT_ONCE("at-once"),
  /// After the task that it waits for.
  LATER("later"),
  /// As soon as it is added, because what follows it has already started.
  PASSED("passed"),
  /// When somebody starts it.
  MANUAL("manual");

  private final String word;

  TaskStart(String word) {
    this.word = word;
  }

  /// The word in the plan file.
  public String word() {
    return word;
  }

  /// The start with a word; null if there is none.
  public static @Nullable TaskStart find(String word) {
    for (TaskStart start : values()) {
      if (start.word.equals(word)) {
        return start;
      }
    }
    return null;
  }
}
