package dev.procc.live.outcome;

import java.time.Duration;

/// A listener to an apply. Called by one thread at a time.
public interface ApplyEvents {
  /// A listener that ignores everything.
  ApplyEvents NONE = new ApplyEvents() {};

  /// The apply of a process begins.
  ///
  /// @param number from 1
  default void processStarted(String identity, String action, int number, int total) {}

  /// A step of it is about to begin, in words: `create the new process`.
  default void step(String identity, String description) {}

  /// It waits because of recovery, not because of the rate limit.
  default void waiting(String identity, Duration duration, String reason) {}

  /// The apply of a process ended, successfully or not.
  default void processEnded(ProcessResult result) {}
}
