package dev.procc.view.plan.facts;

import dev.procc.base.text.Plural;
import dev.procc.live.planfile.change.FieldChange;
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

  /// The changes of the first of some alike processes, whose changes are told at the addresses of
  /// the first; all of them if they are not the same in each.
  public static List<FieldChange> ofFirst(List<FieldChange> changes) {
    Map<String, Integer> byAddress = count(changes, FieldChange::address);
    int processes = changes.size() / byAddress.size();
    boolean same = byAddress.values().stream().allMatch(n -> n == processes);
    return same ? changes.subList(0, byAddress.size()) : changes;
  }

  /// `and the same in 12 more processes`, after the changes of the first.
  public static String sameIn(List<FieldChange> changes, List<FieldChange> first) {
    int processes = changes.size() / first.size();
    return "and the same in " + Plural.of(processes - 1, "more process");
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
