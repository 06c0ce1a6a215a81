package dev.procc.model.calendar;

import java.time.LocalDate;

/// A day that is listed in a calendar.
///
/// @param name its name, `Thanksgiving`; empty if it has none
public record NamedDay(LocalDate date, String name) {
  public static NamedDay of(LocalDate date) {
    return new NamedDay(date, "");
  }
}
