package dev.procc.model.duedate;

import dev.procc.model.calendar.EpochDays;
import java.time.LocalDate;

/// Days as messages write them: `Mon 2026-04-06`.
public final class DayText {
  private static final String[] NAMES = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

  private DayText() {}

  public static String format(LocalDate date) {
    return NAMES[EpochDays.weekday(date)] + " " + date;
  }

  public static String format(int day) {
    return format(EpochDays.toDate(day));
  }
}
