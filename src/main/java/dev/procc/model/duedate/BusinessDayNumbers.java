package dev.procc.model.duedate;

import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.EpochDays;
import dev.procc.model.calendar.Period;
import java.util.OptionalInt;

/// The two numbers of a business day: Workiva's, counted from the schedule's start, and the one
/// counted from the end of the period.
public final class BusinessDayNumbers {
  private BusinessDayNumbers() {}

  /// The n of BDn; empty on a closed day and before the schedule.
  public static OptionalInt businessDay(BusinessCalendar days, int start, int day) {
    return day < start || !days.isBusinessDay(day)
        ? OptionalInt.empty()
        : OptionalInt.of(days.ordinal(start, day));
  }

  /// The n of WDn, not positive up to the end of the period; empty on a closed day.
  public static OptionalInt workday(
      BusinessCalendar days, Period period, boolean dayZero, int day) {
    if (!days.isBusinessDay(day)) {
      return OptionalInt.empty();
    }
    int after = EpochDays.of(period.end()) + 1;
    return OptionalInt.of(
        day >= after ? days.count(after, day + 1) : days.count(after, day) + (dayZero ? 1 : 0));
  }
}
