package dev.procc.model.duedate;

import dev.procc.model.calendar.Days;
import java.time.LocalDate;

/// Days as messages write them: `Mon 2026-04-06`.
public final class DayText {
  private static final String[] NAMES = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

  private DayText() {}

  public static String of(LocalDate date) {
    return NAMES[Days.weekday(date)] + " " + date;
  }

  static String of(int day) {
    return of(Days.date(day));
  }
}
