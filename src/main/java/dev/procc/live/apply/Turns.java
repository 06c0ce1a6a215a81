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

/// The scheduling of work on many processes: several at a time if there are many, otherwise one
/// after another. Work that waits because of recovery gives up its turn meanwhile, so that many
/// lost responses are settled in parallel.
final class Turns {
  private static final int FEW = 8;
  private static final int AT_ONCE = 16;

  private final Semaphore free = new Semaphore(0, true);

  /// Whether there are so many that several run at a time.
  static boolean isMany(List<?> items) {
    return items.size() > FEW;
  }

  /// A sleeper that gives up the turn while it sleeps.
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

  /// Does the work for each item, as far as possible in their order.
  ///
  /// @param together a key: items with the same one are done one after another
  /// @return the results, in the order of the items
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

  /// Waits for the end of work, which an interrupt speeds up.
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
