package dev.procc.model.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;

/// Days as numbers: days since 1970-01-01, from 0 (1970-01-01) to 84,005 (2199-12-31).
///
/// Everything inside counts on these; `LocalDate` stands at the borders. A day that does not exist
/// in this range is `NONE`, so that arithmetic stays total. The arithmetic is our own: the first
/// question about a leap year that `LocalDate` is asked builds every formatter of java.time, which
/// a cold start would pay for.
public final class EpochDays {
  /// 1970-01-01.
  public static final int MIN = 0;

  /// 2199-12-31.
  public static final int MAX = 84_005;

  /// The number of no day.
  public static final int NONE = Integer.MIN_VALUE;

  /// The years in which dates are understood, as messages name them.
  public static final String SUPPORTED_YEARS = "1970 to 2199";

  private static final int LEAP_DAYS_BEFORE_1970 = 1969 / 4 - 1969 / 100 + 1969 / 400;

  /// Days before each month of a year that is no leap year; the thirteenth is the year.
  private static final int[] DAYS_BEFORE_MONTH = {
    0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365
  };

  private EpochDays() {}

  /// The number of a date, `NONE` outside the range.
  public static int of(LocalDate date) {
    return of(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }

  /// The number of year, month and day; `NONE` if there is no such day or it is out of range.
  public static int of(int year, int month, int day) {
    if (year < 1970 || year > 2199 || month < 1 || month > 12 || day < 1) {
      return NONE;
    }
    boolean leap = isLeapYear(year);
    if (day
        > DAYS_BEFORE_MONTH[month] - DAYS_BEFORE_MONTH[month - 1] + (leap && month == 2 ? 1 : 0)) {
      return NONE;
    }
    int before = year - 1;
    int leapDays = before / 4 - before / 100 + before / 400 - LEAP_DAYS_BEFORE_1970;
    int inYear = DAYS_BEFORE_MONTH[month - 1] + (leap && month > 2 ? 1 : 0) + day - 1;
    return (year - 1970) * 365 + leapDays + inYear;
  }

  /// The number of a date written as `2024-10-01`; `NONE` for any other text, or out of range.
  public static int parse(String text) {
    if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return NONE;
    }
    return of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
  }

  /// The number that digits write, -1 for anything else.
  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  /// The date of a number.
  ///
  /// @throws DateTimeException for `NONE`
  public static LocalDate toDate(int day) {
    if (day == NONE) {
      throw new DateTimeException("no such day");
    }
    return LocalDate.ofEpochDay(day);
  }

  public static boolean isInRange(int day) {
    return day >= MIN && day <= MAX;
  }

  /// `n` calendar days later (earlier for n < 0), `NONE` outside the range.
  public static int plusDays(int day, int n) {
    return isInRange(day) ? orNone((long) day + n) : NONE;
  }

  /// `n` months later, the day clamped to the length of the month, as java.time has it: 31 January
  /// and one month is 28 February; a second month on it is 28 March.
  public static int plusMonths(int day, int n) {
    return isInRange(day) ? of(toDate(day).plusMonths(n)) : NONE;
  }

  /// The first day of a year, clamped to the range.
  public static int yearStart(int year) {
    return of(Math.clamp(year, 1970, 2199), 1, 1);
  }

  /// The last day of a year, clamped to the range.
  public static int yearEnd(int year) {
    return of(Math.clamp(year, 1970, 2199), 12, 31);
  }

  /// 0 for Monday to 6 for Sunday.
  public static int weekday(int day) {
    return Math.floorMod(day + 3, 7);
  }

  /// The same of a date, also of one outside the range.
  public static int weekday(LocalDate date) {
    int day = of(date);
    return day == NONE ? date.getDayOfWeek().getValue() - 1 : weekday(day);
  }

  private static boolean isLeapYear(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  private static int orNone(long day) {
    return day >= MIN && day <= MAX ? (int) day : NONE;
  }
}
