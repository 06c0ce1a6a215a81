package dev.procc.cli.frame;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl-C and SIGTERM while something is written: the call in flight ends, waits end at once, and
/// the command says how to go on. The machine is kept alive for that long and no longer.
public final class StopSignal implements AutoCloseable {
  private static final long LONGEST_CALL_SECONDS = 60;
  private final CountDownLatch requested = new CountDownLatch(1);
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "stop");

  private StopSignal() {}

  /// Listens until it is closed.
  ///
  /// @param words what a person who stops is told at once: what will still happen, how to go on
  public static StopSignal listen(Invocation invocation, String words) {
    invocation.onStop(words);
    StopSignal signal = new StopSignal();
    Runtime.getRuntime().addShutdownHook(signal.hook);
    return signal;
  }

  private void stop() {
    requested.countDown();
    try {
      // The main thread ends the machine by itself when it is done.
      finished.await(LONGEST_CALL_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public boolean isRequested() {
    return requested.getCount() == 0;
  }

  /// A wait that a stop ends.
  public void pause(Duration time) throws InterruptedException {
    if (requested.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new InterruptedException("asked to stop");
    }
  }

  /// Ends listening. After a stop the machine goes on ending only once the command has printed what
  /// it has to say, which the main thread sees to.
  @Override
  public void close() {
    if (!isRequested()) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException endingAlready) {
        return;
      }
    }
  }
}
