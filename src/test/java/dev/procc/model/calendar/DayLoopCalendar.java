package dev.procc.model.calendar;

import java.time.LocalDate;

/// A calendar without any table that goes through one day after the other. It gives up after 500
/// days.
final class DayLoopCalendar {
  private static final int FAR = 500;

  private DayLoopCalendar() {}

  static boolean isWorkingDay(BusinessCalendar c, int day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    if (c.extraWorkdays().stream().anyMatch(d -> d.date().equals(date))) {
      return true;
    }
    return c.workdays().contains(date.getDayOfWeek())
        && c.holidays().stream().noneMatch(d -> d.date().equals(date))
        && c.alsoClosedIn().stream().allMatch(o -> isWorkingDay(o, day));
  }

  static int add(BusinessCalendar c, int day, int n) {
    int at = day;
    if (n == 0) {
      while (!isWorkingDay(c, at)) {
        if (++at > day + FAR) {
          return EpochDays.NONE;
        }
      }
      return at;
    }
    int left = Math.abs(n);
    while (left > 0) {
      at += n > 0 ? 1 : -1;
      if (Math.abs(at - day) > FAR) {
        return EpochDays.NONE;
      }
      left -= isWorkingDay(c, at) ? 1 : 0;
    }
    return at;
  }

  static int rollBack(BusinessCalendar c, int day) {
    return isWorkingDay(c, day) ? day : add(c, day, -1);
  }

  static int count(BusinessCalendar c, int from, int to) {
    int count = 0;
    for (int day = Math.min(from, to); day < Math.max(from, to); day++) {
      count += isWorkingDay(c, day) ? 1 : 0;
    }
    return from <= to ? count : -count;
  }
}
