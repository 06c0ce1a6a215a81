package dev.procc.base.concurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A function applied to many values on all processors.
///
/// The results are in the order of the values, whichever is ready first. A few values are handled
/// one after the other: in a cold start, threads would cost more than they gain.
public final class Parallel {
  private static final int SEQUENTIAL_LIMIT = 16;

  private Parallel() {}

  /// The result of the function for each value, in the order of the values.
  ///
  /// @param function total, and safe to be called from several threads
  public static <T, R> List<R> map(List<T> items, Function<T, R> function) {
    if (items.size() > SEQUENTIAL_LIMIT) {
      return items.parallelStream().map(function).toList();
    }
    List<R> results = new ArrayList<>(items.size());
    for (T item : items) {
      results.add(function.apply(item));
    }
    return results;
  }
}
