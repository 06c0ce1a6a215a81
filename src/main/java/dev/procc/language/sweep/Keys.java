package dev.procc.language.sweep;

import dev.procc.model.calendar.Periods;
import java.util.ArrayList;
import java.util.List;

/// Keys of periods in words.
final class Keys {
  private static final int SHOWN = 4;

  private Keys() {}

  /// What a key looks like, its digits aside: of one cut of the year all look alike.
  static String form(String key) {
    String canonical = Periods.canonical(key);
    StringBuilder form = new StringBuilder();
    String text = canonical == null ? key : canonical;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      form.append(c >= '0' && c <= '9' ? '#' : c);
    }
    return form.toString();
  }

  /// `2025-Q2 to 2036-Q4`, `2025-Q2, 2026-Q1`: runs of neighbours by their ends.
  ///
  /// @param some in the order of `all`
  static String runs(List<String> some, List<String> all) {
    List<String> runs = new ArrayList<>();
    int at = 0;
    while (at < some.size()) {
      int end = at;
      int place = all.indexOf(some.get(at));
      while (end + 1 < some.size()
          && place + end + 1 - at < all.size()
          && all.get(place + end + 1 - at).equals(some.get(end + 1))) {
        end++;
      }
      runs.add(end == at ? some.get(at) : some.get(at) + " to " + some.get(end));
      at = end + 1;
    }
    return few(runs);
  }

  /// The first of them, and how many more.
  static String few(List<String> all) {
    List<String> first = all.subList(0, Math.min(SHOWN, all.size()));
    return String.join(", ", first)
        + (all.size() > first.size() ? " and " + (all.size() - first.size()) + " more" : "");
  }
}
