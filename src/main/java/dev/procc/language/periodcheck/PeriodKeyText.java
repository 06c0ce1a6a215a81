package dev.procc.language.periodcheck;

import dev.procc.model.calendar.Periods;
import java.util.ArrayList;
import java.util.List;

/// Keys of periods as messages list them.
final class PeriodKeyText {
  private static final int MAX_SHOWN = 4;

  private PeriodKeyText() {}

  /// The form of a key, without its digits, which is the same for all periods of a kind.
  static String shape(String key) {
    String canonical = Periods.canonical(key);
    StringBuilder shape = new StringBuilder();
    String text = canonical == null ? key : canonical;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      shape.append(c >= '0' && c <= '9' ? '#' : c);
    }
    return shape.toString();
  }

  /// `2025-Q2 to 2036-Q4`, `2025-Q2, 2026-Q1`: consecutive keys as ranges.
  ///
  /// @param keys in the order of `all`
  static String describeRuns(List<String> keys, List<String> all) {
    List<String> runs = new ArrayList<>();
    int at = 0;
    while (at < keys.size()) {
      int end = at;
      int index = all.indexOf(keys.get(at));
      while (end + 1 < keys.size()
          && index + end + 1 - at < all.size()
          && all.get(index + end + 1 - at).equals(keys.get(end + 1))) {
        end++;
      }
      runs.add(end == at ? keys.get(at) : keys.get(at) + " to " + keys.get(end));
      at = end + 1;
    }
    return abbreviate(runs);
  }

  /// The first of them, and the number of the others.
  static String abbreviate(List<String> all) {
    List<String> first = all.subList(0, Math.min(MAX_SHOWN, all.size()));
    return String.join(", ", first)
        + (all.size() > first.size() ? " and " + (all.size() - first.size()) + " more" : "");
  }
}
