package dev.procc.language.resolve;

import dev.procc.base.json.Json;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.DayRange;
import dev.procc.model.calendar.DayReason;
import dev.procc.model.calendar.EpochDays;
import dev.procc.model.calendar.NamedDay;
import dev.procc.model.calendar.Weekdays;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Fields;
import dev.procc.model.duedate.SourcedCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A named calendar as it is sent: the weekdays that are open in every calendar, and the closed and
/// extra days within the schedule.
public final class WireCalendar {
  private WireCalendar() {}

  /// Puts the `business*` sets of a calendar.
  ///
  /// @param schedule null if the process has none: then only the weekdays are sent
  /// @param scheduleOrigins the origins of the ends of the schedule
  static void putFields(
      SourcedCalendar calendar,
      @Nullable DayRange schedule,
      List<Origin> scheduleOrigins,
      Map<FieldSpec, ResolvedValue> into) {
    Origin origin = calendar.origin();
    if (origin == null) {
      return;
    }
    BusinessCalendar days = calendar.days();
    Weekdays week = commonWorkdays(days);
    Span line =
        calendar.lines().span(new DayReason(DayReason.ReasonKind.WORKDAY, days.key(), -1, ""));
    into.put(
        Fields.PROCESS_BUSINESS_DAYS_OF_WEEK,
        new ResolvedValue(
            Json.texts(week.names()),
            line == null ? origin : new Origin(Layer.CALENDAR, line, origin)));
    if (schedule != null) {
      Origin ofDays = origin.withInputs(scheduleOrigins);
      TreeSet<String> exclusions = exclusions(days, week, schedule);
      put(into, Fields.PROCESS_BUSINESS_DATE_EXCLUSIONS, exclusions, ofDays);
      put(into, Fields.PROCESS_BUSINESS_DATE_INCLUSIONS, inclusions(days, week, schedule), ofDays);
    }
  }

  /// The values that a calendar sends, by field; an empty list where it sends nothing.
  ///
  /// @param schedule null if the process has none
  public static Map<FieldSpec, Json.Arr> values(
      BusinessCalendar days, @Nullable DayRange schedule) {
    Weekdays week = commonWorkdays(days);
    Json.Arr none = Json.Arr.EMPTY;
    Map<FieldSpec, Json.Arr> values = new LinkedHashMap<>();
    values.put(Fields.PROCESS_BUSINESS_DAYS_OF_WEEK, Json.texts(week.names()));
    values.put(
        Fields.PROCESS_BUSINESS_DATE_EXCLUSIONS,
        schedule == null ? none : Json.texts(exclusions(days, week, schedule)));
    values.put(
        Fields.PROCESS_BUSINESS_DATE_INCLUSIONS,
        schedule == null ? none : Json.texts(inclusions(days, week, schedule)));
    return values;
  }

  private static TreeSet<String> exclusions(
      BusinessCalendar days, Weekdays week, DayRange schedule) {
    TreeSet<String> exclusions = new TreeSet<>();
    for (NamedDay day : days.holidays()) {
      if (schedule.contains(day.date()) && !days.isBusinessDay(day.date())) {
        exclusions.add(day.date().toString());
      }
    }
    if (!days.alsoClosedIn().isEmpty()) {
      int last = EpochDays.of(schedule.end());
      int first = EpochDays.of(schedule.start());
      for (int day = first; EpochDays.isInRange(day) && day <= last; day++) {
        if (week.has(EpochDays.weekday(day)) && !days.isBusinessDay(day)) {
          exclusions.add(EpochDays.toDate(day).toString());
        }
      }
    }
    return exclusions;
  }

  private static TreeSet<String> inclusions(
      BusinessCalendar days, Weekdays week, DayRange schedule) {
    TreeSet<String> inclusions = new TreeSet<>();
    for (NamedDay day : days.extraWorkdays()) {
      if (schedule.contains(day.date())) {
        inclusions.add(day.date().toString());
      }
    }
    int last = EpochDays.of(schedule.end());
    for (int day = EpochDays.of(schedule.start()); EpochDays.isInRange(day) && day <= last; day++) {
      if (!week.has(EpochDays.weekday(day)) && days.isBusinessDay(day)) {
        inclusions.add(EpochDays.toDate(day).toString());
      }
    }
    return inclusions;
  }

  private static Weekdays commonWorkdays(BusinessCalendar days) {
    int mask = days.workdays().mask();
    for (BusinessCalendar other : days.alsoClosedIn()) {
      mask &= commonWorkdays(other).mask();
    }
    return new Weekdays(mask);
  }

  private static void put(
      Map<FieldSpec, ResolvedValue> into, FieldSpec field, TreeSet<String> dates, Origin origin) {
    if (!dates.isEmpty()) {
      into.put(field, new ResolvedValue(Json.texts(dates), origin));
    }
  }
}
