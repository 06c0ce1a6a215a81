package dev.procc.view.report;

import dev.procc.model.calendar.HolidayChanges;
import dev.procc.model.calendar.NamedDay;
import dev.procc.model.duedate.DayText;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/// What an import does to the days of a calendar, a line a day.
///
/// ```
///   + Mon 2025-02-17   Presidents Day
///   ~ Wed 2025-01-01   New Year's Day, was "New Year"
///   - Fri 2025-11-28   Day after Thanksgiving
/// ```
public final class HolidayChangesText {
  private HolidayChangesText() {}

  public static String render(HolidayChanges changes, Style style) {
    Map<LocalDate, String> lines = new TreeMap<>();
    for (NamedDay day : changes.added()) {
      lines.put(day.date(), style.green("  + " + day(day.date(), day.name())));
    }
    for (NamedDay day : changes.removed()) {
      lines.put(day.date(), style.red("  - " + day(day.date(), day.name())));
    }
    for (HolidayChanges.Renamed day : changes.renamed()) {
      String was = day.from().isEmpty() ? ", had no name" : ", was \"" + day.from() + "\"";
      lines.put(day.date(), style.yellow("  ~ " + day(day.date(), day.to() + was)));
    }
    StringBuilder out = new StringBuilder();
    lines.values().forEach(line -> out.append(line).append('\n'));
    return out.toString();
  }

  /// `Mon 2025-02-17 Presidents Day`.
  public static String day(LocalDate date, String name) {
    return name.isEmpty() ? DayText.of(date) : DayText.of(date) + "   " + Columns.shown(name);
  }
}
