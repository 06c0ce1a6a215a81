package dev.procc.cli.frame;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl-C and SIGTERM during writes: the call in flight ends, waits end at once, and the command
/// says how to go on. The VM is kept alive until then.
public final class StopSignal implements AutoCloseable {
  private static final long LONGEST_CALL_SECONDS = 60;
  private final CountDownLatch requested = new CountDownLatch(1);
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "stop");

  private StopSignal() {}

  /// Starts listening, until it is closed.
  ///
  /// @param words the text for the person who stops: what will still happen, and how to go on
  public static StopSignal listen(Invocation invocation, String words) {
    invocation.onStop(words);
    StopSignal signal = new StopSignal();
    Runtime.getRuntime().addShutdownHook(signal.hook);
    return signal;
  }

  private void stop() {
    requested.countDown();
    try {
      // The main thread ends the VM when it is done.
      finished.await(LONGEST_CALL_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public boolean isRequested() {
    return requested.getCount() == 0;
  }

  /// Waits, until a signal at the latest.
  public void pause(Duration time) throws InterruptedException {
    if (requested.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new InterruptedException("asked to stop");
    }
  }

  /// Stops listening. After a signal, the VM exits only when the main thread has printed what the
  /// command has to say.
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
