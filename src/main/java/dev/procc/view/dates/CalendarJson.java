package dev.procc.view.dates;

import dev.procc.base.json.Json;
import dev.procc.base.source.Span;
import dev.procc.model.calendar.DayRange;
import dev.procc.model.duedate.CalendarComparison;
import dev.procc.model.duedate.CalendarSheet;
import dev.procc.model.duedate.CalendarSheet.SheetDay;
import dev.procc.model.duedate.CalendarSheet.SheetMonth;
import dev.procc.view.text.CsvTable;
import dev.procc.view.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Calendars for programs: as JSON, and as a table.
public final class CalendarJson {
  private CalendarJson() {}

  /// `{ calendar, workdays, covers, from, to, businessDays, months, days }`.
  public static Json.Obj sheet(CalendarSheet sheet) {
    List<Json> months = new ArrayList<>();
    for (SheetMonth month : sheet.months()) {
      months.add(
          Json.object()
              .put("month", month.month().toString())
              .put("days", month.days().size())
              .put("businessDays", month.businessDays())
              .build());
    }
    List<Json> days = new ArrayList<>();
    for (SheetDay day : sheet.days()) {
      days.add(day(day));
    }
    DayRange covers = sheet.calendar().days().coverage();
    return Json.object()
        .put("calendar", sheet.calendar().days().key())
        .put("workdays", Json.texts(sheet.calendar().days().workdays().names()))
        .putNullable("covers", covers == null ? null : covers.toString())
        .put("from", sheet.range().start().toString())
        .put("to", sheet.range().end().toString())
        .put("businessDays", sheet.businessDays())
        .put("months", Json.array(months))
        .put("days", Json.array(days))
        .build();
  }

  private static Json day(SheetDay day) {
    Json.Builder json =
        Json.object()
            .put("date", day.date().toString())
            .put("weekday", weekday(day))
            .put("open", day.isBusinessDay())
            .put("why", why(day));
    if (!day.reason().name().isEmpty()) {
      json.put("name", day.reason().name());
    }
    if (day.isListed()) {
      json.put("calendar", day.reason().calendar());
      json.putNullable("source", source(day));
    }
    if (!day.covered()) {
      json.put("lookedUp", false);
    }
    day.workday().ifPresent(n -> json.put("workday", n));
    day.businessDay().ifPresent(n -> json.put("businessDay", n));
    return json.build();
  }

  private static String weekday(SheetDay day) {
    return day.date().getDayOfWeek().name().toLowerCase(Locale.ROOT);
  }

  private static String why(SheetDay day) {
    return switch (day.reason().kind()) {
      case EXTRA_WORKDAY -> "extraWorkday";
      case HOLIDAY -> "holiday";
      case WORKDAY -> "workday";
      case WEEKEND -> "noWorkday";
    };
  }

  private static @Nullable String source(SheetDay day) {
    Span source = day.source();
    return source == null ? null : source.pathAndLine();
  }

  /// `{ first, second, from, to, businessDays, differences, names }`.
  public static Json.Obj comparison(CalendarComparison comparison, String first, String second) {
    return Json.object()
        .put("first", first)
        .put("second", second)
        .put("from", comparison.first().range().start().toString())
        .put("to", comparison.first().range().end().toString())
        .put(
            "businessDays",
            Json.object()
                .put("first", comparison.first().businessDays())
                .put("second", comparison.second().businessDays())
                .build())
        .put("differences", pairs(comparison.differences()))
        .put("names", pairs(comparison.renamed()))
        .build();
  }

  private static Json pairs(List<CalendarComparison.DayDifference> pairs) {
    List<Json> all = new ArrayList<>();
    for (CalendarComparison.DayDifference pair : pairs) {
      all.add(
          Json.object()
              .put("date", pair.first().date().toString())
              .put("first", day(pair.first()))
              .put("second", day(pair.second()))
              .build());
    }
    return Json.array(all);
  }

  /// A line a day: `date,weekday,open,why,name,workday,businessDay`.
  public static SafeText csv(CalendarSheet sheet) {
    CsvTable table = new CsvTable();
    table.row("date", "weekday", "open", "why", "name", "workday", "businessDay");
    for (SheetDay day : sheet.days()) {
      table.row(
          day.date(),
          weekday(day),
          day.isBusinessDay(),
          why(day),
          day.reason().name(),
          number(day.workday()),
          number(day.businessDay()));
    }
    return table.toText();
  }

  private static String number(OptionalInt number) {
    return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
  }
}
