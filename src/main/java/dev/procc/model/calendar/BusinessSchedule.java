package dev.procc.model.calendar;

import java.time.LocalDate;

/// The business schedule of a process: its range of days and the calendar that counts them.
///
/// @param start `businessStartDate`
/// @param end `businessEndDate`, included
public record BusinessSchedule(BusinessCalendar calendar, LocalDate start, LocalDate end) {
  public boolean contains(LocalDate date) {
    return !date.isBefore(start) && !date.isAfter(end);
  }
}
