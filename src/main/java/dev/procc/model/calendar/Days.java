package dev.procc.model.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;

/// Days as numbers: days since 1970-01-01, from 0 (1970-01-01) to 84,005 (2199-12-31).
///
/// Everything inside counts on these; `LocalDate` stands at the borders. A day that does not exist
/// in this range is `NONE`, so that arithmetic stays total.
public final class Days {
  /// 1970-01-01.
  public static final int MIN = 0;

  /// 2199-12-31.
  public static final int MAX = 84_005;

  /// No such day.
  public static final int NONE = Integer.MIN_VALUE;

  /// The years in which dates are understood, as messages name them.
  public static final String YEARS = "1970 to 2199";

  private Days() {}

  /// The number of a date, `NONE` outside the range.
  public static int of(LocalDate date) {
    return within(date.toEpochDay());
  }

  /// The number of year, month and day; `NONE` when there is no such day or it is out of range.
  public static int of(int year, int month, int day) {
    try {
      return of(LocalDate.of(year, month, day));
    } catch (DateTimeException noSuchDay) {
      return NONE;
    }
  }

  /// The date of a number.
  ///
  /// @throws DateTimeException for `NONE`
  public static LocalDate date(int day) {
    if (day == NONE) {
      throw new DateTimeException("no such day");
    }
    return LocalDate.ofEpochDay(day);
  }

  public static boolean exists(int day) {
    return day >= MIN && day <= MAX;
  }

  /// `n` calendar days later (earlier for n < 0), `NONE` outside the range.
  public static int plusDays(int day, int n) {
    return exists(day) ? within((long) day + n) : NONE;
  }

  /// `n` months later, the day clamped to the length of the month, as java.time has it: 31 January
  /// and one month is 28 February; a second month on it is 28 March.
  public static int plusMonths(int day, int n) {
    return exists(day) ? of(date(day).plusMonths(n)) : NONE;
  }

  /// 0 for Monday to 6 for Sunday.
  public static int weekday(int day) {
    return Math.floorMod(day + 3, 7);
  }

  private static int within(long day) {
    return day >= MIN && day <= MAX ? (int) day : NONE;
  }
}
