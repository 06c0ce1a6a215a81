package dev.procc.model.calendar;

import java.time.LocalDate;

/// The assumed rule by which the server re-dates jobs when `relativeDates` is true and the schedule
/// or its calendar changes; the server's own algorithm is not published.
///
/// A date that lies in the old schedule, on a business day of the old calendar, keeps its number
/// among the business days; past the new end it counts on. Every other date stays. It happens once
/// a PATCH, from the state before to the state after.
public final class DeclaredShift {
  private DeclaredShift() {}

  /// A due date after the change; a date without a successor within 1970 to 2199 stays.
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
