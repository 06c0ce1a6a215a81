package dev.procc.model.calendar;

import java.time.LocalDate;

/// A day that a calendar lists.
///
/// @param name what it is, `Thanksgiving`; empty if it has no name
public record NamedDay(LocalDate date, String name) {
  public static NamedDay of(LocalDate date) {
    return new NamedDay(date, "");
  }
}
