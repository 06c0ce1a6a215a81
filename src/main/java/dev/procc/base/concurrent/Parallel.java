package dev.procc.base.concurrent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A function applied to many values on all processors.
///
/// The results are in the order of the values, whichever is ready first. A few values are handled
/// one after the other: in a cold start, threads would cost more than they gain. So are those of a
/// call while another one runs, which keeps the processors busy. Threads of its own, not a parallel
/// stream: setting up the pool takes some milliseconds of a cold start.
public final class Parallel {
  private static final int SEQUENTIAL_LIMIT = 16;

  /// The calls that run on several processors.
  private static final AtomicInteger RUNNING = new AtomicInteger();

  private Parallel() {}

  /// The result of the function for each value, in the order of the values.
  ///
  /// @param function total, and safe to be called from several threads
  public static <T, R> List<R> map(List<T> items, Function<T, R> function) {
    int few = items.size() / SEQUENTIAL_LIMIT + 1;
    int helpers = items.size() > SEQUENTIAL_LIMIT ? Math.min(processors(), few) - 1 : 0;
    if (helpers > 0 && RUNNING.compareAndSet(0, 1)) {
      try {
        return new Share<>(items, function).run(helpers);
      } finally {
        RUNNING.set(0);
      }
    }
    List<R> results = new ArrayList<>(items.size());
    for (T item : items) {
      results.add(function.apply(item));
    }
    return results;
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  /// The values of a call, of which each thread takes the next one.
  private static final class Share<T, R> implements Runnable {
    private final List<T> items;
    private final Function<T, R> function;
    private final @Nullable Object[] results;
    private final AtomicInteger next = new AtomicInteger();
    private volatile @Nullable Throwable failure;

    Share(List<T> items, Function<T, R> function) {
      this.items = items;
      this.function = function;
      this.results = new @Nullable Object[items.size()];
    }

    @Override
    public void run() {
      try {
        for (int i = next.getAndIncrement(); i < results.length; i = next.getAndIncrement()) {
          results[i] = function.apply(items.get(i));
        }
      } catch (RuntimeException | Error e) {
        failure = e;
        next.set(results.length);
      }
    }

    @SuppressWarnings("unchecked")
    List<R> run(int helpers) {
      List<Thread> threads = new ArrayList<>(helpers);
      for (int i = 0; i < helpers; i++) {
        Thread thread = new Thread(this, "procc-helper");
        thread.setDaemon(true);
        thread.start();
        threads.add(thread);
      }
      run();
      for (Thread thread : threads) {
        await(thread);
      }
      Throwable failed = failure;
      if (failed instanceof Error error) {
        throw error;
      }
      if (failed instanceof RuntimeException exception) {
        throw exception;
      }
      return (List<R>) Collections.unmodifiableList(Arrays.asList(results));
    }

    /// Waits for a thread to end, however often somebody interrupts this one.
    private static void await(Thread thread) {
      boolean interrupted = false;
      while (true) {
        try {
          thread.join();
          break;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
