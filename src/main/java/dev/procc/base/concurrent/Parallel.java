package dev.procc.base.concurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Does the same to each of many things on all processors.
///
/// What comes back is in the order of what went in, so that nobody can tell how it was done. Few
/// things are done one after the other: a cold start would pay more for threads than it gains.
public final class Parallel {
  private static final int SEQUENTIAL_LIMIT = 16;

  private Parallel() {}

  /// What the function makes of each.
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
