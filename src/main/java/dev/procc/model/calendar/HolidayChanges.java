package dev.procc.model.calendar;

import java.time.LocalDate;
import java.util.List;

/// The changes of a calendar's holidays when a list replaces them within a range of days.
///
/// @param added in chronological order
/// @param removed in chronological order
/// @param renamed in chronological order
/// @param unchanged the number of holidays that stay the same
public record HolidayChanges(
    List<NamedDay> added, List<NamedDay> removed, List<Renamed> renamed, int unchanged) {
  public HolidayChanges {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    renamed = List.copyOf(renamed);
  }

  /// A holiday that stays, under another name.
  public record Renamed(LocalDate date, String from, String to) {}

  public boolean isEmpty() {
    return added.isEmpty() && removed.isEmpty() && renamed.isEmpty();
  }
}
