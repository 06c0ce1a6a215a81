package dev.procc.model.calendar;

import java.time.LocalDate;

/// A period: a month, a quarter, a year, or a part of a fiscal year.
///
/// @param key as it was asked for: `2024-Q4`, `2026-03`, `2026`, `FY2026-P3`, `FY2026-Q2`, `FY2026`
/// @param label for people: `Q4 2024`, `March 2026`, `2026`, `P3 FY2026`, `Q2 FY2026`, `FY2026`
/// @param end the last day, included
/// @param year the year in the key
/// @param quarter 1 to 4, of the fiscal year for a fiscal key; 4 for a whole year
/// @param month of the last day by the key, 1 to 12
public record Period(
    String key, String label, LocalDate start, LocalDate end, int year, int quarter, int month) {
  /// A copy with another first day.
  public Period startingAt(LocalDate first) {
    return new Period(key, label, first, end, year, quarter, month);
  }

  public DayRange days() {
    return new DayRange(start, end);
  }
}
