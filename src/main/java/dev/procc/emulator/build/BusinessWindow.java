package dev.procc.emulator.build;

import dev.procc.base.json.Json;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The schedule of a process: an inclusion takes precedence over an exclusion, which takes
/// precedence over the weekday. It counts days in a loop, deliberately unlike the client: tests
/// compare the two.
record BusinessWindow(
    @Nullable LocalDate start,
    @Nullable LocalDate end,
    Set<String> weekdays,
    Set<String> exclusions,
    Set<String> inclusions) {
  private static final Set<String> MONDAY_TO_FRIDAY =
      Set.of("monday", "tuesday", "wednesday", "thursday", "friday");
  private static final int MAX_DAYS = 366 * 50;

  static BusinessWindow of(Json.Obj process) {
    Set<String> weekdays = texts(process, "businessDaysOfWeek");
    return new BusinessWindow(
        date(process, "businessStartDate"),
        date(process, "businessEndDate"),
        weekdays.isEmpty() ? MONDAY_TO_FRIDAY : weekdays,
        texts(process, "businessDateExclusions"),
        texts(process, "businessDateInclusions"));
  }

  boolean isBusinessDay(LocalDate day) {
    String text = day.toString();
    if (inclusions.contains(text)) {
      return true;
    }
    return !exclusions.contains(text)
        && weekdays.contains(day.getDayOfWeek().name().toLowerCase(Locale.ROOT));
  }

  /// Whether a day is in the window; false if an end of it is missing.
  boolean contains(LocalDate day) {
    return start != null && end != null && !day.isBefore(start) && !day.isAfter(end);
  }

  /// The number of business days from the start to the day, both included.
  int ordinalOf(LocalDate day) {
    int count = 0;
    for (LocalDate d = start; d != null && !d.isAfter(day); d = d.plusDays(1)) {
      if (isBusinessDay(d)) {
        count++;
      }
    }
    return count;
  }

  /// The business day with an ordinal, which may be after the end; null if there is none in 50
  /// years or an end of the window is missing.
  @Nullable LocalDate dayAt(int ordinal) {
    LocalDate first = start;
    if (first == null || end == null) {
      return null;
    }
    int left = ordinal;
    for (int i = 0; i < MAX_DAYS; i++) {
      LocalDate day = first.plusDays(i);
      if (isBusinessDay(day) && --left == 0) {
        return day;
      }
    }
    return null;
  }

  /// The last business day of the window; null if there is none.
  @Nullable LocalDate lastBusinessDay() {
    for (LocalDate d = end; d != null && start != null && !d.isBefore(start); d = d.minusDays(1)) {
      if (isBusinessDay(d)) {
        return d;
      }
    }
    return null;
  }

  private static @Nullable LocalDate date(Json.Obj process, String name) {
    return process.text(name).filter(MemberType::isDate).map(LocalDate::parse).orElse(null);
  }

  private static Set<String> texts(Json.Obj process, String name) {
    Set<String> texts = new HashSet<>();
    for (Json item : process.items(name)) {
      if (item instanceof Json.Str text) {
        texts.add(text.value());
      }
    }
    return texts;
  }
}
