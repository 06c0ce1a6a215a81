package dev.procc.language.periods;

import dev.procc.model.calendar.Period;
import dev.procc.model.calendar.Periods;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The names of a period in texts: its key, its label, its last month, its last day.
final class PeriodNameMatcher {
  private final Set<String> names = new LinkedHashSet<>();

  PeriodNameMatcher(Period period) {
    LocalDate end = period.end();
    String month = Periods.monthName(end.getMonth());
    String year = Integer.toString(end.getYear());
    add(period.key());
    add(period.label());
    if (period.key().indexOf('Q') >= 0) {
      String of = (period.key().startsWith("FY") ? "FY" : "") + period.year();
      add("Q" + period.quarter() + " " + of);
      add(of + " Q" + period.quarter());
      add("Q" + period.quarter() + "/" + of);
      add("Q" + period.quarter() + "-" + of);
    }
    // A written end may be in the month of the next period.
    if (period.key().indexOf('-') > 0 && period.month() == end.getMonthValue()) {
      add(month + " " + year);
      add(month.substring(0, 3) + " " + year);
    }
    add(end.toString());
    add(month + " " + end.getDayOfMonth() + ", " + year);
    add(end.getDayOfMonth() + " " + month + " " + year);
  }

  private void add(String name) {
    names.add(name.toLowerCase(Locale.ROOT));
  }

  /// The part of a text that names the period; null if there is none. Only whole words count:
  /// `2024` is not in `12024`.
  @Nullable String find(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.length() != text.length()) {
      return null;
    }
    String longest = null;
    for (String name : names) {
      int at = lower.indexOf(name);
      while (at >= 0) {
        if (isWholeWord(lower, at, at + name.length())
            && (longest == null || name.length() > longest.length())) {
          longest = text.substring(at, at + name.length());
        }
        at = lower.indexOf(name, at + 1);
      }
    }
    return longest;
  }

  private static boolean isWholeWord(String text, int from, int to) {
    boolean before = from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1));
    return before && (to == text.length() || !Character.isLetterOrDigit(text.charAt(to)));
  }
}
