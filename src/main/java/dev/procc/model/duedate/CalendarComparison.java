package dev.procc.model.duedate;

import dev.procc.model.calendar.DayRange;
import java.util.ArrayList;
import java.util.List;

/// A comparison of the days of two calendars.
///
/// @param differences the days that are open in only one of them, in order
/// @param renamed the days that agree but have different names, in order
public record CalendarComparison(
    CalendarSheet first,
    CalendarSheet second,
    List<DayDifference> differences,
    List<DayDifference> renamed) {

  /// A day as it is in both calendars.
  public record DayDifference(CalendarSheet.SheetDay first, CalendarSheet.SheetDay second) {}

  public static CalendarComparison of(
      SourcedCalendar first, SourcedCalendar second, DayRange range) {
    CalendarSheet a = CalendarSheet.of(first, range, CalendarSheet.Numbering.NONE);
    CalendarSheet b = CalendarSheet.of(second, range, CalendarSheet.Numbering.NONE);
    List<DayDifference> differences = new ArrayList<>();
    List<DayDifference> named = new ArrayList<>();
    for (int i = 0; i < a.days().size(); i++) {
      DayDifference both = new DayDifference(a.days().get(i), b.days().get(i));
      if (both.first().isBusinessDay() != both.second().isBusinessDay()) {
        differences.add(both);
      } else if (both.first().isListed()
          && both.second().isListed()
          && !both.first().reason().name().equals(both.second().reason().name())) {
        named.add(both);
      }
    }
    return new CalendarComparison(a, b, List.copyOf(differences), List.copyOf(named));
  }
}
