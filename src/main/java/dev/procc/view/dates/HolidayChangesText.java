package dev.procc.view.dates;

import dev.procc.model.calendar.HolidayChanges;
import dev.procc.model.calendar.NamedDay;
import dev.procc.model.duedate.DayText;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.Style;
import dev.procc.view.text.TerminalText;
import dev.procc.view.text.TextPage;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/// The changes of a calendar's days by an import, a line a day.
///
/// ```
///   + Mon 2025-02-17   Presidents Day
///   ~ Wed 2025-01-01   New Year's Day, was "New Year"
///   - Fri 2025-11-28   Day after Thanksgiving
/// ```
public final class HolidayChangesText {
  private HolidayChangesText() {}

  public static SafeText render(HolidayChanges changes, Style style) {
    Map<LocalDate, String> lines = new TreeMap<>();
    for (NamedDay day : changes.added()) {
      lines.put(day.date(), style.green("  + " + dayLine(day.date(), day.name())));
    }
    for (NamedDay day : changes.removed()) {
      lines.put(day.date(), style.red("  - " + dayLine(day.date(), day.name())));
    }
    for (HolidayChanges.Renamed day : changes.renamed()) {
      String was = day.from().isEmpty() ? ", had no name" : ", was \"" + day.from() + "\"";
      lines.put(day.date(), style.yellow("  ~ " + dayLine(day.date(), day.to() + was)));
    }
    TextPage out = new TextPage();
    lines.values().forEach(line -> out.append(line).append('\n'));
    return out.toText();
  }

  /// `Mon 2025-02-17 Presidents Day`.
  public static String dayLine(LocalDate date, String name) {
    return name.isEmpty()
        ? DayText.format(date)
        : DayText.format(date) + "   " + TerminalText.sanitize(name);
  }
}
