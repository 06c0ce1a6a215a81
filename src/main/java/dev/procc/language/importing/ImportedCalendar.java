package dev.procc.language.importing;

import dev.procc.base.json.Json;
import dev.procc.language.ast.CalendarDecl;
import dev.procc.language.resolve.Calendars;
import dev.procc.language.resolve.WireCalendar;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.DayRange;
import dev.procc.model.calendar.NamedDay;
import dev.procc.model.calendar.Weekdays;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Fields;
import dev.procc.model.duedate.SourcedCalendar;
import dev.procc.model.process.Process;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The days of a live process as a calendar: an existing one of the project with these days, or a
/// new one.
///
/// @param key of the calendar
/// @param text of the new document; null if the calendar exists
record ImportedCalendar(String key, @Nullable String text) {

  /// The calendar of a process. Null if the days stay in the process: it lists none, or no calendar
  /// would send exactly these.
  ///
  /// @param newKey the key of a new calendar
  static @Nullable ImportedCalendar of(Process live, Calendars known, String newKey) {
    DayRange schedule = schedule(live);
    List<NamedDay> off = dates(live, Fields.PROCESS_BUSINESS_DATE_EXCLUSIONS);
    List<NamedDay> extra = dates(live, Fields.PROCESS_BUSINESS_DATE_INCLUSIONS);
    if (schedule == null || (off.isEmpty() && extra.isEmpty())) {
      return null;
    }
    for (CalendarDecl decl : known.decls()) {
      SourcedCalendar calendar = known.sourced(decl.key().value());
      if (calendar != null && sends(calendar.days(), schedule, live)) {
        return new ImportedCalendar(decl.key().value(), null);
      }
    }
    Weekdays week = week(live);
    return sends(BusinessCalendar.of(newKey, week, off, extra), schedule, live)
        ? new ImportedCalendar(newKey, document(newKey, week, off, extra))
        : null;
  }

  /// The calendar that the process itself lists.
  static BusinessCalendar ownDays(Process live) {
    return BusinessCalendar.of(
        "own",
        week(live),
        dates(live, Fields.PROCESS_BUSINESS_DATE_EXCLUSIONS),
        dates(live, Fields.PROCESS_BUSINESS_DATE_INCLUSIONS));
  }

  private static Weekdays week(Process live) {
    Weekdays week = Weekdays.NONE;
    for (String day : days(live, Fields.PROCESS_BUSINESS_DAYS_OF_WEEK)) {
      week = week.union(Weekdays.parse(day).orElse(Weekdays.NONE));
    }
    return week;
  }

  /// The schedule of a process; null if it has none.
  static @Nullable DayRange schedule(Process live) {
    return live.get(Fields.PROCESS_BUSINESS_START_DATE) instanceof Json.Str start
            && live.get(Fields.PROCESS_BUSINESS_END_DATE) instanceof Json.Str end
            && start.value().compareTo(end.value()) <= 0
        ? new DayRange(LocalDate.parse(start.value()), LocalDate.parse(end.value()))
        : null;
  }

  private static boolean sends(BusinessCalendar calendar, DayRange schedule, Process live) {
    return WireCalendar.values(calendar, schedule).entrySet().stream()
        .allMatch(sent ->
            Objects.equals(
                sent.getValue().items().isEmpty() ? null : sent.getValue(),
                live.get(sent.getKey())));
  }

  private static List<String> days(Process live, FieldSpec field) {
    List<String> days = new ArrayList<>();
    if (live.get(field) instanceof Json.Arr set) {
      set.items().forEach(item -> days.add(item instanceof Json.Str day ? day.value() : ""));
    }
    return days;
  }

  private static List<NamedDay> dates(Process live, FieldSpec field) {
    List<NamedDay> dates = new ArrayList<>();
    days(live, field).forEach(day -> dates.add(NamedDay.of(LocalDate.parse(day))));
    return dates;
  }

  private static String document(
      String key, Weekdays week, List<NamedDay> off, List<NamedDay> extra) {
    StringBuilder out = new StringBuilder("procc: v1\nkind: Calendar\n");
    out.append("key: ").append(key).append("\nworkdays: ");
    out.append(
        week.equals(Weekdays.MON_FRI) ? "mon-fri" : "[" + String.join(", ", week.names()) + "]");
    out.append('\n');
    appendDays(out, "holidays", off);
    appendDays(out, "extraWorkdays", extra);
    return out.toString();
  }

  private static void appendDays(StringBuilder out, String list, List<NamedDay> days) {
    if (!days.isEmpty()) {
      out.append(list).append(":\n");
      days.forEach(day -> out.append("  - ").append(day.date()).append('\n'));
    }
  }
}
