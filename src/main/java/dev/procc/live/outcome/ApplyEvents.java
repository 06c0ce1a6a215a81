package dev.procc.live.outcome;

import java.time.Duration;

/// What an apply reports while it works, from one thread at a time.
public interface ApplyEvents {
  /// Ignores everything.
  ApplyEvents NONE = new ApplyEvents() {};

  /// An apply of a process begins.
  ///
  /// @param number from 1
  default void processStarted(String identity, String action, int number, int total) {}

  /// A step of it is about to be done, in words: `create the new process`.
  default void step(String identity, String description) {}

  /// It waits, not for the rate limit but by the rules of recovery.
  default void waiting(String identity, Duration duration, String reason) {}

  /// A process is done, well or not.
  default void processEnded(ProcessResult result) {}
}
