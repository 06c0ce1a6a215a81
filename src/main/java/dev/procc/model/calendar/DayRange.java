package dev.procc.model.calendar;

import java.time.LocalDate;

/// A range of days from `start` to `end`, both included; never empty.
public record DayRange(LocalDate start, LocalDate end) {
  public DayRange {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException("no range " + start + ".." + end);
    }
  }

  public boolean contains(LocalDate date) {
    return !date.isBefore(start) && !date.isAfter(end);
  }

  /// `2024-10-01..2025-01-31`, as `covers:` is written.
  @Override
  public String toString() {
    return start + ".." + end;
  }
}
