package dev.procc.model.duedate;

import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.Days;
import dev.procc.model.calendar.Period;
import java.util.OptionalInt;

/// The two numbers of a day: Workiva's, from the schedule's start, and the one after the period.
final class Numbers {
  private Numbers() {}

  /// n of BDn; empty on a day off and before the schedule.
  static OptionalInt businessDay(BusinessCalendar days, int start, int day) {
    return day < start || !days.isBusiness(day)
        ? OptionalInt.empty()
        : OptionalInt.of(days.ordinal(start, day));
  }

  /// n of WDn, negative up to the period's end; empty on a day off.
  static OptionalInt workday(BusinessCalendar days, Period period, boolean dayZero, int day) {
    if (!days.isBusiness(day)) {
      return OptionalInt.empty();
    }
    int after = Days.of(period.end()) + 1;
    return OptionalInt.of(
        day >= after ? days.count(after, day + 1) : days.count(after, day) + (dayZero ? 1 : 0));
  }
}
