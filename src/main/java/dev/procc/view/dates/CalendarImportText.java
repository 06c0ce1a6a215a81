package dev.procc.view.dates;

import dev.procc.base.json.Json;
import dev.procc.language.ast.CalendarDecl;
import dev.procc.language.calendars.CalendarImport;
import dev.procc.language.holidays.HolidayList;
import dev.procc.model.calendar.HolidayChanges;
import dev.procc.model.calendar.NamedDay;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.Style;
import dev.procc.view.text.TextPage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An import of holidays into a calendar, as text and JSON.
public final class CalendarImportText {
  private CalendarImportText() {}

  /// @param decl the existing calendar; null if it is new
  public static SafeText render(
      String key,
      @Nullable CalendarDecl decl,
      HolidayList list,
      CalendarImport result,
      Style style) {
    TextPage out = new TextPage().append(style.bold(key));
    out.append("   ").append(decl == null ? "new" : decl.key().span().pathAndLine());
    out.append("   ").append(list.source()).append('\n');
    out.append(HolidayChangesText.render(result.changes(), style));
    HolidayChanges changes = result.changes();
    if (decl != null) {
      out.append("  ").append(changes.unchanged()).append(" unchanged").append('\n');
    }
    out.append("  covers ").append(result.covers());
    if (result.coversBefore() != null && !result.covers().equals(result.coversBefore())) {
      out.append(", was ").append(result.coversBefore());
    }
    out.append('\n');
    if (!result.kept().isEmpty()) {
      out.append("Kept, though the source does not list them (--replace takes them out):")
          .append('\n');
      appendDays(out, result.kept());
    }
    if (!list.leftOut().isEmpty()) {
      out.append("Left out, these stay business days:").append('\n');
      for (HolidayList.LeftOutDay day : list.leftOut()) {
        out.append("    ").append(HolidayChangesText.dayLine(day.date(), day.name()));
        out.append(": ").append(day.reason().text()).append('\n');
      }
    }
    if (!result.onDaysOff().isEmpty()) {
      out.append("Not written, since no workday anyway:").append('\n');
      appendDays(out, result.onDaysOff());
    }
    return out.toText();
  }

  private static void appendDays(TextPage out, List<NamedDay> days) {
    for (NamedDay day : days) {
      out.append("    ").append(HolidayChangesText.dayLine(day.date(), day.name())).append('\n');
    }
  }

  /// The JSON of an import, without the calendar and the file.
  public static Json.Obj json(HolidayList list, CalendarImport result) {
    List<Json> renamed = new ArrayList<>();
    for (HolidayChanges.Renamed day : result.changes().renamed()) {
      renamed.add(
          Json.object()
              .put("date", day.date().toString())
              .put("from", day.from())
              .put("to", day.to())
              .build());
    }
    List<Json> leftOut = new ArrayList<>();
    for (HolidayList.LeftOutDay day : list.leftOut()) {
      leftOut.add(
          Json.object()
              .put("date", day.date().toString())
              .put("name", day.name())
              .put("why", day.reason().text())
              .build());
    }
    return Json.object()
        .put("source", result.source())
        .put("covers", result.covers().toString())
        .putNullable(
            "coveredBefore",
            result.coversBefore() == null ? null : result.coversBefore().toString())
        .put("added", days(result.changes().added()))
        .put("removed", days(result.changes().removed()))
        .put("renamed", Json.array(renamed))
        .put("unchanged", result.changes().unchanged())
        .put("kept", days(result.kept()))
        .put("leftOut", Json.array(leftOut))
        .put("onDaysOff", days(result.onDaysOff()))
        .build();
  }

  private static Json days(List<NamedDay> days) {
    List<Json> all = new ArrayList<>();
    for (NamedDay day : days) {
      all.add(Json.object().put("date", day.date().toString()).put("name", day.name()).build());
    }
    return Json.array(all);
  }
}
