package dev.procc.language.holidays;

import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.language.holidays.IcsEvent.Written;
import dev.procc.model.calendar.DayRange;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.Days;

/// Holidays from an iCalendar file: its events of whole days.
///
/// Dates are read by their digits: a holiday has no time zone. Whether an event is `TRANSPARENT`
/// does not matter, since published holiday lists mostly are; a cancelled one is passed over. An
/// event at hours of a day is a part of a day.
final class IcsHolidays {
  private static final int LONGEST = 366;

  private final SourceFile file;
  private final @Nullable DayRange range;
  private final List<Diagnostic> found = new ArrayList<>();
  private final HolidayList.Collector days = new HolidayList.Collector();
  private final Map<String, Set<LocalDate>> moved = new HashMap<>();

  private IcsHolidays(SourceFile file, @Nullable DayRange range) {
    this.file = file;
    this.range = range;
  }

  static Outcome<HolidayList> read(SourceFile file, @Nullable DayRange range) {
    IcsHolidays holidays = new IcsHolidays(file, range);
    IcsReader reader = IcsReader.read(file.text());
    if (!reader.calendar() || !reader.closed()) {
      Diagnostic none =
          Diagnostic.of(
                  HolidayCodes.NOT_A_LIST,
                  Span.at(file, 0),
                  "\"" + file.path() + "\" is no iCalendar file, or not a whole one")
              .withHint("it begins with BEGIN:VCALENDAR and ends with END:VCALENDAR");
      return Outcome.failure(none);
    }
    for (IcsEvent event : reader.events()) {
      Written instance = event.first("RECURRENCE-ID");
      LocalDate day = instance == null ? null : Listed.digits(instance.value());
      if (day != null) {
        holidays.moved.computeIfAbsent(event.value("UID"), uid -> new HashSet<>()).add(day);
      }
    }
    for (IcsEvent event : reader.events()) {
      holidays.event(event);
    }
    return Listed.list(file, holidays.days, range, holidays.found);
  }

  private void event(IcsEvent event) {
    if (event.value("STATUS").equalsIgnoreCase("CANCELLED")) {
      return;
    }
    Written start = event.first("DTSTART");
    if (start == null) {
      fault(HolidayCodes.BAD_DATE, event.line(), "This event has no DTSTART; a holiday has a day");
      return;
    }
    LocalDate first = Listed.digits(start.value());
    if (first == null) {
      fault(HolidayCodes.BAD_DATE, start.line(), "\"" + start.value() + "\" is no day");
      return;
    }
    String name = name(event);
    HolidayList.Why left = left(event, name);
    int length = left == HolidayList.Why.HALF_DAY ? 1 : length(event, start, first);
    if (length == 0) {
      return;
    }
    for (LocalDate at : instances(event, first)) {
      for (int i = 0; i < length; i++) {
        LocalDate day = at.plusDays(i);
        if (left == null) {
          days.day(day, name);
        } else {
          days.leave(day, name, left);
        }
      }
    }
  }

  private static String name(IcsEvent event) {
    String text = VObjectPropertyValues.unescape(event.value("SUMMARY"));
    return text.strip().replaceAll("\\s+", " ");
  }

  /// Why the event is no day off; absent when it is one.
  private static HolidayList.@Nullable Why left(IcsEvent event, String name) {
    if (Listed.half(name) || !wholeDays(event)) {
      return HolidayList.Why.HALF_DAY;
    }
    String said = event.value("DESCRIPTION").strip().toLowerCase(Locale.ROOT);
    return said.startsWith("observance") ? HolidayList.Why.OBSERVANCE : null;
  }

  /// Whether it begins and ends at midnight.
  private static boolean wholeDays(IcsEvent event) {
    Written end = event.first("DTEND");
    return midnight(event.value("DTSTART"))
        && (end == null || midnight(end.value()))
        && !event.value("DURATION").contains("T");
  }

  private static boolean midnight(String value) {
    String time = value.length() == 8 ? "" : value.substring(8);
    return time.isEmpty() || time.startsWith("T0000");
  }

  /// How many days it lasts; 0 after a finding.
  private int length(IcsEvent event, Written start, LocalDate first) {
    Written end = event.first("DTEND");
    Written duration = event.first("DURATION");
    long length = 1;
    int line = start.line();
    if (end != null) {
      line = end.line();
      LocalDate after = Listed.digits(end.value());
      if (after == null) {
        fault(HolidayCodes.BAD_DATE, line, "\"" + end.value() + "\" is no day");
        return 0;
      }
      length = Math.max(ChronoUnit.DAYS.between(first, after), after.equals(first) ? 1 : -1);
    } else if (duration != null) {
      line = duration.line();
      try {
        length = Days.parse(duration.value()).getAmount();
      } catch (DateTimeException unreadable) {
        fault(HolidayCodes.BAD_DATE, line, "\"" + duration.value() + "\" is no number of days");
        return 0;
      }
    }
    if (length < 1 || length > LONGEST) {
      fault(
          HolidayCodes.INEXPRESSIBLE,
          line,
          length < 1
              ? "This event ends before it begins"
              : "This event lasts " + length + " days; a holiday lasts a year at most");
      return 0;
    }
    return (int) length;
  }

  /// The first day of each time it takes place.
  private List<LocalDate> instances(IcsEvent event, LocalDate first) {
    List<LocalDate> all = new ArrayList<>();
    Written rule = event.first("RRULE");
    if (rule == null) {
      all.add(first);
    } else {
      Recurrences.Result result =
          Recurrences.days(rule.value(), first, range == null ? null : range.end());
      if (result.fault() != null) {
        fault(
            HolidayCodes.INEXPRESSIBLE,
            rule.line(),
            "\"" + name(event) + "\" cannot be told as single days: " + result.fault());
      } else if (result.endless()) {
        fault(
            HolidayCodes.ENDLESS,
            rule.line(),
            "\"" + name(event) + "\" repeats for ever; a calendar lists single days");
      }
      all.addAll(result.days());
    }
    for (Written more : event.all("RDATE")) {
      all.addAll(dates(more));
    }
    for (Written less : event.all("EXDATE")) {
      all.removeAll(dates(less));
    }
    if (event.first("RECURRENCE-ID") == null) {
      all.removeAll(moved.getOrDefault(event.value("UID"), Set.of()));
    }
    return all;
  }

  private List<LocalDate> dates(Written list) {
    List<LocalDate> dates = new ArrayList<>();
    for (String text : list.value().split(",", -1)) {
      LocalDate date = Listed.digits(text.strip());
      if (date == null || text.contains("/")) {
        fault(HolidayCodes.BAD_DATE, list.line(), "\"" + text + "\" is no day");
      } else {
        dates.add(date);
      }
    }
    return dates;
  }

  private void fault(Code code, int line, String message) {
    int start = file.lineStart(line);
    Span at = new Span(file, start, start + file.line(line).length());
    Diagnostic diagnostic = Diagnostic.of(code, at, message);
    found.add(
        code == HolidayCodes.ENDLESS
            ? diagnostic.withHint("give --from and --to")
            : diagnostic.withHint("take the event out, or list its days in a CSV file"));
  }
}
