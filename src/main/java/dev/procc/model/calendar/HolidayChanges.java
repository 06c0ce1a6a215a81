package dev.procc.model.calendar;

import java.time.LocalDate;
import java.util.List;

/// The changes of the holidays of a calendar when a list replaces them within a range.
///
/// @param added in order
/// @param removed in order
/// @param renamed in order
/// @param unchanged how many stay as they are
public record HolidayChanges(
    List<NamedDay> added, List<NamedDay> removed, List<Renamed> renamed, int unchanged) {
  public HolidayChanges {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    renamed = List.copyOf(renamed);
  }

  /// A day that stays and has another name.
  public record Renamed(LocalDate date, String from, String to) {}

  public boolean isEmpty() {
    return added.isEmpty() && removed.isEmpty() && renamed.isEmpty();
  }
}
