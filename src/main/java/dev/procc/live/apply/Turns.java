package dev.procc.live.apply;

import dev.procc.live.http.Sleeper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/// Takes turns with many processes: several at once where there are many, one after the other where
/// there are few. Whoever waits by the rules of recovery gives its turn away meanwhile, so that the
/// lost answers of many are settled side by side.
final class Turns {
  private static final int FEW = 8;
  private static final int AT_ONCE = 16;

  private final Semaphore free = new Semaphore(0, true);

  /// Whether there are so many that several have a turn at once.
  static boolean isMany(List<?> items) {
    return items.size() > FEW;
  }

  /// A sleeper for those who have a turn.
  Sleeper givingWay(Sleeper sleeper) {
    return time -> {
      free.release();
      try {
        sleeper.sleep(time);
      } finally {
        free.acquireUninterruptibly();
      }
    };
  }

  /// Does the work for each, in the order of the items as far as there is one.
  ///
  /// @param together items of which it says the same are done one after the other
  /// @return what came of each, in the order of the items
  <T, R> List<R> run(List<T> items, Function<T, String> together, Function<T, R> work) {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < items.size(); i++) {
      groups.computeIfAbsent(together.apply(items.get(i)), g -> new ArrayList<>()).add(i);
    }
    int turns = isMany(items) ? AT_ONCE : 1;
    Map<Integer, R> results = new ConcurrentSkipListMap<>();
    free.release(turns);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (List<Integer> group : groups.values()) {
        free.acquireUninterruptibly();
        running.add(
            threads.submit(() -> {
              try {
                group.forEach(i -> results.put(i, work.apply(items.get(i))));
              } finally {
                free.release();
              }
            }));
      }
      for (Future<?> one : running) {
        await(one, threads);
      }
    } finally {
      free.acquireUninterruptibly(turns);
    }
    return List.copyOf(results.values());
  }

  /// Waits for the end of a work, which an interrupt hastens.
  private static void await(Future<?> work, ExecutorService threads) {
    boolean interrupted = false;
    while (true) {
      try {
        work.get();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
        threads.shutdownNow();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof Error cause) {
          throw cause;
        }
        throw e.getCause() instanceof RuntimeException cause
            ? cause
            : new IllegalStateException(e.getCause());
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
