package dev.procc.view.report;

import java.time.LocalDate;

/// How dates are shown to people: `Tue 2024-12-31`.
public final class DateWords {
  private static final String[] DAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

  private DateWords() {}

  /// Weekday and ISO date.
  public static String day(LocalDate date) {
    return DAYS[date.getDayOfWeek().getValue() - 1] + " " + date;
  }
}
