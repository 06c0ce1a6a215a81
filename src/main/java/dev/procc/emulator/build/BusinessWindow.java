package dev.procc.emulator.build;

import dev.procc.base.json.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The schedule of a process: an inclusion takes precedence over an exclusion, which takes
/// precedence over the weekday. It counts days one by one, deliberately unlike the client: tests
/// compare the two.
final class BusinessWindow {
  private static final Set<String> MONDAY_TO_FRIDAY =
      Set.of("monday", "tuesday", "wednesday", "thursday", "friday");
  private static final int MAX_DAYS = 366 * 50;
  private final @Nullable LocalDate start;
  private final @Nullable LocalDate end;
  private final Set<String> weekdays;
  private final Set<LocalDate> exclusions;
  private final Set<LocalDate> inclusions;

  /// The business days from the start on, up to the last one that was asked for.
  private final List<LocalDate> days = new ArrayList<>();

  private @Nullable LocalDate next;

  private BusinessWindow(Json.Obj process) {
    start = process.text("businessStartDate").map(BusinessWindow::date).orElse(null);
    end = process.text("businessEndDate").map(BusinessWindow::date).orElse(null);
    Set<String> words = new HashSet<>(texts(process, "businessDaysOfWeek"));
    weekdays = words.isEmpty() ? MONDAY_TO_FRIDAY : words;
    exclusions = dates(process, "businessDateExclusions");
    inclusions = dates(process, "businessDateInclusions");
    next = start;
  }

  static BusinessWindow of(Json.Obj process) {
    return new BusinessWindow(process);
  }

  boolean isBusinessDay(LocalDate day) {
    return inclusions.contains(day)
        || !exclusions.contains(day)
            && weekdays.contains(day.getDayOfWeek().name().toLowerCase(Locale.ROOT));
  }

  /// Whether a day is in the window; false if an end of it is missing.
  boolean contains(LocalDate day) {
    return start != null && end != null && !day.isBefore(start) && !day.isAfter(end);
  }

  /// The number of business days from the start to the day, both included.
  int ordinalOf(LocalDate day) {
    countTo(day);
    int at = Collections.binarySearch(days, day);
    return at < 0 ? -at - 1 : at + 1;
  }

  /// The business day with an ordinal, which may be after the end; null if there is none in 50
  /// years or an end of the window is missing.
  @Nullable LocalDate dayAt(int ordinal) {
    if (start == null || end == null) {
      return null;
    }
    LocalDate last = start.plusDays(MAX_DAYS - 1);
    while (days.size() < ordinal && next != null && !next.isAfter(last)) {
      countTo(next);
    }
    LocalDate day = ordinal >= 1 && ordinal <= days.size() ? days.get(ordinal - 1) : null;
    return day == null || day.isAfter(last) ? null : day;
  }

  /// The last business day of the window; null if there is none.
  @Nullable LocalDate lastBusinessDay() {
    int count = end == null ? 0 : ordinalOf(end);
    return count == 0 ? null : days.get(count - 1);
  }

  private void countTo(LocalDate day) {
    for (LocalDate d = next; d != null && !d.isAfter(day); d = d.plusDays(1)) {
      if (isBusinessDay(d)) {
        days.add(d);
      }
      next = d.plusDays(1);
    }
  }

  private static @Nullable LocalDate date(String text) {
    return MemberType.isDate(text) ? LocalDate.parse(text) : null;
  }

  private static Set<LocalDate> dates(Json.Obj process, String name) {
    Set<LocalDate> dates = new HashSet<>();
    for (String text : texts(process, name)) {
      LocalDate date = date(text);
      if (date != null) {
        dates.add(date);
      }
    }
    return dates;
  }

  private static List<String> texts(Json.Obj process, String name) {
    List<String> texts = new ArrayList<>();
    for (Json item : process.items(name)) {
      if (item instanceof Json.Str text) {
        texts.add(text.value());
      }
    }
    return texts;
  }
}
