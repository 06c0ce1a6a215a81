package dev.procc.live.plan.compare;

import dev.procc.base.json.Json;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.EpochDays;
import dev.procc.model.calendar.NamedDay;
import dev.procc.model.calendar.Weekdays;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Fields;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The schedule of a process and its dates, read from the values of its fields.
public final class ScheduleFields {
  /// The fields of the schedule.
  public static final List<FieldSpec> ALL =
      List.of(
          Fields.PROCESS_BUSINESS_START_DATE,
          Fields.PROCESS_BUSINESS_END_DATE,
          Fields.PROCESS_BUSINESS_DAYS_OF_WEEK,
          Fields.PROCESS_BUSINESS_DATE_EXCLUSIONS,
          Fields.PROCESS_BUSINESS_DATE_INCLUSIONS);

  /// The most days between two dates for which closed days are listed.
  private static final int FAR = 31;

  private ScheduleFields() {}

  /// Whether a value is `true`.
  public static boolean isTrue(@Nullable Json value) {
    return value instanceof Json.Bool b && b.value();
  }

  /// The date of a value; null if it is not a date.
  public static @Nullable LocalDate parseDate(@Nullable Json value) {
    if (!(value instanceof Json.Str s) || s.value().length() != 10) {
      return null;
    }
    int day = EpochDays.parse(s.value());
    if (day != EpochDays.NONE) {
      return EpochDays.toDate(day);
    }
    try {
      return LocalDate.parse(s.value());
    } catch (DateTimeException notADate) {
      return null;
    }
  }

  /// The calendar that the fields of a process describe; Monday to Friday if there are none.
  public static BusinessCalendar calendar(Map<FieldSpec, Json> process) {
    Weekdays days = Weekdays.NONE;
    for (Json day : elements(process.get(Fields.PROCESS_BUSINESS_DAYS_OF_WEEK))) {
      if (day instanceof Json.Str s) {
        days = days.union(Weekdays.parse(s.value()).orElse(Weekdays.NONE));
      }
    }
    return BusinessCalendar.of(
        "",
        days.isEmpty() ? Weekdays.MON_FRI : days,
        namedDays(process.get(Fields.PROCESS_BUSINESS_DATE_EXCLUSIONS)),
        namedDays(process.get(Fields.PROCESS_BUSINESS_DATE_INCLUSIONS)));
  }

  /// The number of business days by which a date moves; null if either value is not a date.
  public static @Nullable Integer businessDays(
      BusinessCalendar calendar, @Nullable Json before, @Nullable Json after) {
    LocalDate from = parseDate(before);
    LocalDate to = parseDate(after);
    return from == null || to == null ? null : calendar.count(EpochDays.of(from), EpochDays.of(to));
  }

  /// The closed days between two dates, on weekdays that are normally worked, ISO; none if either
  /// value is not a date, or they are too far apart.
  public static List<String> daysOffBetween(
      BusinessCalendar calendar, @Nullable Json before, @Nullable Json after) {
    LocalDate one = parseDate(before);
    LocalDate other = parseDate(after);
    List<String> off = new ArrayList<>();
    if (one == null || other == null || Math.abs(ChronoUnit.DAYS.between(one, other)) > FAR) {
      return off;
    }
    LocalDate last = one.isBefore(other) ? other : one;
    LocalDate first = one.isBefore(other) ? one : other;
    for (LocalDate day = first.plusDays(1); day.isBefore(last); day = day.plusDays(1)) {
      if (!calendar.isBusinessDay(day) && calendar.workdays().contains(day.getDayOfWeek())) {
        off.add(day.toString());
      }
    }
    return off;
  }

  private static List<NamedDay> namedDays(@Nullable Json set) {
    List<NamedDay> days = new ArrayList<>();
    for (Json day : elements(set)) {
      LocalDate date = parseDate(day);
      if (date != null) {
        days.add(NamedDay.of(date));
      }
    }
    return days;
  }

  private static List<Json> elements(@Nullable Json set) {
    return set instanceof Json.Arr a ? a.items() : List.of();
  }
}
