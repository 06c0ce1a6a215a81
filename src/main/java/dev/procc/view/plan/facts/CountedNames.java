package dev.procc.view.plan.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Names without duplicates, each with the number of its occurrences: `Explain flux (61 times)`.
public final class CountedNames {
  private CountedNames() {}

  /// The names in the order of their first occurrence.
  public static <T> List<String> of(List<T> things, Function<T, String> name) {
    List<String> names = new ArrayList<>();
    count(things, name)
        .forEach((each, n) -> names.add(n == 1 ? each : each + " (" + n + " times)"));
    return names;
  }

  /// The number of occurrences by name, in the order of the first occurrence.
  public static <T, N> Map<N, Integer> count(List<T> things, Function<T, N> name) {
    Map<N, Integer> counts = new LinkedHashMap<>();
    for (T thing : things) {
      counts.merge(name.apply(thing), 1, Integer::sum);
    }
    return counts;
  }
}
