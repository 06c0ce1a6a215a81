package dev.procc.live.http;

import java.time.Duration;

/// The means to wait, provided from outside, so that tests need no real time and Ctrl-C ends a
/// wait.
@FunctionalInterface
public interface Sleeper {
  /// @throws InterruptedException if the wait is cut short because the work is to stop
  void sleep(Duration time) throws InterruptedException;
}
