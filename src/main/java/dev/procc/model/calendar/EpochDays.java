package dev.procc.model.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;

/// Days as numbers: days since 1970-01-01, from 0 (1970-01-01) to 84,005 (2199-12-31).
///
/// All calculations use these numbers; `LocalDate` appears only in public methods. A day outside
/// this range is `NONE`, so that arithmetic is total. The arithmetic is written out, because the
/// first leap year that `LocalDate` is asked for loads every formatter of java.time, which slows a
/// cold start.
public final class EpochDays {
  /// 1970-01-01.
  public static final int MIN = 0;

  /// 2199-12-31.
  public static final int MAX = 84_005;

  /// The number that stands for no day.
  public static final int NONE = Integer.MIN_VALUE;

  /// The supported years, as messages name them.
  public static final String SUPPORTED_YEARS = "1970 to 2199";

  private static final int LEAP_DAYS_BEFORE_1970 = 1969 / 4 - 1969 / 100 + 1969 / 400;

  /// The number of days before each month of a common year; the thirteenth entry is the whole year.
  private static final int[] DAYS_BEFORE_MONTH = {
    0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365
  };

  private EpochDays() {}

  /// The number of a date; `NONE` outside the range.
  public static int of(LocalDate date) {
    return of(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }

  /// The number of a year, month and day; `NONE` if there is no such day or it is outside the
  /// range.
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

  /// The number of a date written as `2024-10-01`; `NONE` for any other text and outside the range.
  public static int parse(String text) {
    if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return NONE;
    }
    return of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
  }

  /// The number that the digits from `from` up to `to` form; -1 if there is anything else.
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

  /// The date with a number.
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

  /// The day `n` calendar days later, or earlier for n < 0; `NONE` outside the range.
  public static int plusDays(int day, int n) {
    return isInRange(day) ? orNone((long) day + n) : NONE;
  }

  /// The day `n` months later, clamped to the length of the month as in java.time: 31 January plus
  /// one month is 28 February, plus another month 28 March.
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

  /// The weekday, from 0 for Monday to 6 for Sunday.
  public static int weekday(int day) {
    return Math.floorMod(day + 3, 7);
  }

  /// The weekday of a date, which may be outside the range.
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
