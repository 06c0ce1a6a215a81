package dev.procc.model.calendar;

import java.time.LocalDate;

/// The rule by which the server is assumed to move the due dates of jobs when `relativeDates` is
/// true and the schedule or its calendar changes; its own algorithm is not published.
///
/// A date within the old schedule, on a business day of the old calendar, keeps its business day
/// number; past the new end, counting goes on. All other dates stay. The rule is applied once a
/// PATCH, from the state before it to the state after it.
public final class DeclaredShift {
  private DeclaredShift() {}

  /// A due date after the change; it stays if its new day would be outside 1970 to 2199.
  public static LocalDate shift(BusinessSchedule before, BusinessSchedule after, LocalDate date) {
    int day = EpochDays.of(date);
    if (!before.contains(date) || !before.calendar().isBusinessDay(day)) {
      return date;
    }
    int number = before.calendar().ordinal(EpochDays.of(before.start()), day);
    int moved = after.calendar().nth(EpochDays.of(after.start()), number);
    return moved == EpochDays.NONE ? date : EpochDays.toDate(moved);
  }
}
