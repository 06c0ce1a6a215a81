package dev.procc.live.apply;

import java.time.Duration;

/// What an apply tells while it works. Called from one thread.
public interface ApplyEvents {
  /// Hears nothing.
  ApplyEvents NONE = new ApplyEvents() {};

  /// A process is begun.
  ///
  /// @param number from 1
  default void begun(String identity, String action, int number, int of) {}

  /// A step of it is about to be done, in words: `create the new process`.
  default void step(String identity, String words) {}

  /// It waits, not for the rate limit but by the rules of recovery.
  default void waiting(String identity, Duration time, String why) {}

  /// A process is done, well or not.
  default void ended(ProcessResult result) {}
}
