package dev.procc.language.periodcheck;

import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.DayRange;
import dev.procc.model.calendar.NamedDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The days for which a calendar is maintained.
///
/// `covers` states them. Without it, these are the years in which days are listed; a calendar
/// without listed days covers every day.
final class CalendarCoverage {
  private CalendarCoverage() {}

  /// A calendar whose coverage is too short.
  ///
  /// @param text `us-close covers 2024-10-01..2025-01-31`
  record CoverageGap(BusinessCalendar calendar, String text) {}

  /// The calendar that does not cover all of these days; null if all do.
  static @Nullable CoverageGap findGap(BusinessCalendar calendar, LocalDate from, LocalDate to) {
    DayRange known = knownRange(calendar);
    if (known != null && !(known.contains(from) && known.contains(to))) {
      return new CoverageGap(
          calendar,
          calendar.coverage() != null
              ? calendar.key() + " covers " + known
              : calendar.key()
                  + " lists days of "
                  + known.start().getYear()
                  + " to "
                  + known.end().getYear()
                  + " only, and does not say what it covers");
    }
    for (BusinessCalendar other : calendar.alsoClosedIn()) {
      CoverageGap gap = findGap(other, from, to);
      if (gap != null) {
        return gap;
      }
    }
    return null;
  }

  private static @Nullable DayRange knownRange(BusinessCalendar calendar) {
    if (calendar.coverage() != null) {
      return calendar.coverage();
    }
    List<NamedDay> listed = new ArrayList<>(calendar.holidays());
    listed.addAll(calendar.extraWorkdays());
    if (listed.isEmpty()) {
      return null;
    }
    int first = Integer.MAX_VALUE;
    int last = Integer.MIN_VALUE;
    for (NamedDay day : listed) {
      first = Math.min(first, day.date().getYear());
      last = Math.max(last, day.date().getYear());
    }
    return new DayRange(LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31));
  }
}
