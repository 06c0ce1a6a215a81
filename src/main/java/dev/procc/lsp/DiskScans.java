package dev.procc.lsp;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/// Scans of the disk, one at a time: all that is asked for until one begins is one.
final class DiskScans {
  private final ScheduledExecutorService timer;
  private final BooleanSupplier scan;
  private final Runnable whenChanged;
  private final AtomicBoolean asked = new AtomicBoolean();

  /// @param timer of one thread
  /// @param scan whether anything changed
  DiskScans(ScheduledExecutorService timer, BooleanSupplier scan, Runnable whenChanged) {
    this.timer = timer;
    this.scan = scan;
    this.whenChanged = whenChanged;
  }

  /// Asks for a scan, without waiting for it.
  void ask() {
    if (asked.compareAndSet(false, true) && !timer.isShutdown()) {
      timer.execute(this::scan);
    }
  }

  /// Scans again and again, with pauses.
  void repeat(long pause, TimeUnit unit) {
    var _ = timer.scheduleWithFixedDelay(this::ask, pause, pause, unit);
  }

  private void scan() {
    asked.set(false);
    now();
  }

  /// Scans on this thread.
  void now() {
    if (scan.getAsBoolean()) {
      whenChanged.run();
    }
  }
}
