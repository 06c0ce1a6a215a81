package dev.procc.model.duedate;

import dev.procc.model.calendar.DayRange;
import java.util.ArrayList;
import java.util.List;

/// Two calendars over the same days.
///
/// @param differences the days on which one is open and the other is not, in order
/// @param named the days that are alike but go by another name, in order
public record CalendarComparison(
    CalendarSheet first,
    CalendarSheet second,
    List<Difference> differences,
    List<Difference> named) {

  /// A day in both.
  public record Difference(CalendarSheet.Day first, CalendarSheet.Day second) {}

  public static CalendarComparison of(
      SourcedCalendar first, SourcedCalendar second, DayRange range) {
    CalendarSheet a = CalendarSheet.of(first, range, CalendarSheet.Counting.NONE);
    CalendarSheet b = CalendarSheet.of(second, range, CalendarSheet.Counting.NONE);
    List<Difference> differences = new ArrayList<>();
    List<Difference> named = new ArrayList<>();
    for (int i = 0; i < a.days().size(); i++) {
      Difference both = new Difference(a.days().get(i), b.days().get(i));
      if (both.first().open() != both.second().open()) {
        differences.add(both);
      } else if (both.first().listed()
          && both.second().listed()
          && !both.first().reason().name().equals(both.second().reason().name())) {
        named.add(both);
      }
    }
    return new CalendarComparison(a, b, List.copyOf(differences), List.copyOf(named));
  }
}
