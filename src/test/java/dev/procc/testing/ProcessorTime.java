package dev.procc.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.function.ThrowingSupplier;

/// Bounds on the processor time of this thread, to which other programs on the machine add nothing.
public final class ProcessorTime {
  private ProcessorTime() {}

  /// Runs something that may take at most this much processor time.
  public static <T> T within(Duration limit, Supplier<String> what, ThrowingSupplier<T> work) {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    T made;
    try {
      made = work.get();
    } catch (Throwable e) {
      throw new AssertionError(what.get(), e);
    }
    long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    assertTrue(
        nanos <= limit.toNanos(), () -> nanos / 1_000_000 + " ms of processor for " + what.get());
    return made;
  }
}
