package dev.procc.live.http;

import java.time.Duration;

/// Lets time pass. Given from outside, so that tests wait no real time and a Ctrl-C ends a wait.
@FunctionalInterface
public interface Sleeper {
  /// @throws InterruptedException when the wait is to end early because the work is to stop
  void sleep(Duration time) throws InterruptedException;
}
