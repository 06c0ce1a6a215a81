package dev.procc.language.holidays;

import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.language.holidays.IcsEvent.IcsProperty;
import dev.procc.model.calendar.DayRange;
import java.time.DateTimeException;
import java.time.Duration;
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

/// Holidays from an iCalendar file: its events of whole days.
///
/// Dates are read by their digits: a holiday has no time zone. Whether an event is `TRANSPARENT`
/// does not matter, since published holiday lists mostly are; a cancelled one is passed over. An
/// event at hours of a day is a part of a day.
final class IcsHolidays {
  private static final int MAX_DAYS = 366;

  private final SourceFile file;
  private final @Nullable DayRange range;
  private final Findings findings = new Findings();
  private final HolidayList.HolidayCollector days = new HolidayList.HolidayCollector();
  private final Map<String, Set<LocalDate>> movedInstances = new HashMap<>();

  private IcsHolidays(SourceFile file, @Nullable DayRange range) {
    this.file = file;
    this.range = range;
  }

  static Outcome<HolidayList> read(SourceFile file, @Nullable DayRange range) {
    IcsHolidays holidays = new IcsHolidays(file, range);
    IcsReader reader = IcsReader.read(file.text());
    if (!reader.hasCalendar() || !reader.isClosed()) {
      Finding none =
          Finding.of(
                  HolidayCodes.NOT_A_HOLIDAY_LIST,
                  Span.at(file, 0),
                  "\"" + file.path() + "\" is no iCalendar file, or not a whole one")
              .withHint("it begins with BEGIN:VCALENDAR and ends with END:VCALENDAR");
      return Outcome.failure(none);
    }
    for (IcsEvent event : reader.events()) {
      IcsProperty instance = event.first("RECURRENCE-ID");
      LocalDate day = instance == null ? null : HolidayFiles.parseDate(instance.value());
      if (day != null) {
        holidays
            .movedInstances
            .computeIfAbsent(event.value("UID"), uid -> new HashSet<>())
            .add(day);
      }
    }
    for (IcsEvent event : reader.events()) {
      holidays.addEvent(event);
    }
    return HolidayFiles.toHolidayList(file, holidays.days, range, holidays.findings);
  }

  private void addEvent(IcsEvent event) {
    if (event.value("STATUS").equalsIgnoreCase("CANCELLED")) {
      return;
    }
    IcsProperty start = event.first("DTSTART");
    if (start == null) {
      report(
          HolidayCodes.HOLIDAY_DATE,
          event.line(),
          "This event has no DTSTART; a holiday has a day");
      return;
    }
    LocalDate first = HolidayFiles.parseDate(start.value());
    if (first == null) {
      report(HolidayCodes.HOLIDAY_DATE, start.line(), "\"" + start.value() + "\" is no day");
      return;
    }
    String name = summaryOf(event);
    HolidayList.LeftOutReason leftOutReason = leftOutReason(event, name);
    int length =
        leftOutReason == HolidayList.LeftOutReason.HALF_DAY ? 1 : lengthInDays(event, start, first);
    if (length == 0) {
      return;
    }
    for (LocalDate at : instances(event, first)) {
      for (int i = 0; i < length; i++) {
        LocalDate day = at.plusDays(i);
        if (leftOutReason == null) {
          days.add(day, name);
        } else {
          days.leaveOut(day, name, leftOutReason);
        }
      }
    }
  }

  private static String summaryOf(IcsEvent event) {
    String text = VObjectPropertyValues.unescape(event.value("SUMMARY"));
    return text.strip().replaceAll("\\s+", " ");
  }

  /// Why the event is no day off; null if it is one.
  private static HolidayList.@Nullable LeftOutReason leftOutReason(IcsEvent event, String name) {
    if (HolidayFiles.isHalfDay(name) || !isWholeDays(event)) {
      return HolidayList.LeftOutReason.HALF_DAY;
    }
    String description = event.value("DESCRIPTION").strip().toLowerCase(Locale.ROOT);
    return description.startsWith("observance") ? HolidayList.LeftOutReason.OBSERVANCE : null;
  }

  /// Whether it begins and ends at midnight.
  private static boolean isWholeDays(IcsEvent event) {
    IcsProperty end = event.first("DTEND");
    return isMidnight(event.value("DTSTART"))
        && (end == null || isMidnight(end.value()))
        && !event.value("DURATION").contains("T");
  }

  private static boolean isMidnight(String value) {
    String time = value.length() == 8 ? "" : value.substring(8);
    return time.isEmpty() || time.startsWith("T0000");
  }

  /// The days of a duration: 14 of `P2W`, 1 of `PT24H`.
  ///
  /// @throws DateTimeException if it is no duration, or of no whole days
  private static long wholeDays(String text) {
    boolean weeks = text.startsWith("P") && text.endsWith("W") && text.length() > 2;
    Duration duration =
        weeks
            ? Duration.parse("P" + text.substring(1, text.length() - 1) + "D").multipliedBy(7)
            : Duration.parse(text);
    if (!duration.equals(Duration.ofDays(duration.toDays()))) {
      throw new DateTimeException(text);
    }
    return duration.toDays();
  }

  /// How many days it lasts; 0 after a finding.
  private int lengthInDays(IcsEvent event, IcsProperty start, LocalDate first) {
    IcsProperty end = event.first("DTEND");
    IcsProperty duration = event.first("DURATION");
    long length = 1;
    int line = start.line();
    if (end != null) {
      line = end.line();
      LocalDate after = HolidayFiles.parseDate(end.value());
      if (after == null) {
        report(HolidayCodes.HOLIDAY_DATE, line, "\"" + end.value() + "\" is no day");
        return 0;
      }
      length = Math.max(ChronoUnit.DAYS.between(first, after), after.equals(first) ? 1 : -1);
    } else if (duration != null) {
      line = duration.line();
      try {
        length = wholeDays(duration.value());
      } catch (DateTimeException unreadable) {
        report(
            HolidayCodes.HOLIDAY_DATE, line, "\"" + duration.value() + "\" is no number of days");
        return 0;
      }
    }
    if (length < 1 || length > MAX_DAYS) {
      report(
          HolidayCodes.INEXPRESSIBLE_HOLIDAY,
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
    IcsProperty rule = event.first("RRULE");
    if (rule == null) {
      all.add(first);
    } else {
      RecurrenceExpander.RecurrenceResult result =
          RecurrenceExpander.days(rule.value(), first, range == null ? null : range.end());
      if (result.problem() != null) {
        report(
            HolidayCodes.INEXPRESSIBLE_HOLIDAY,
            rule.line(),
            "\"" + summaryOf(event) + "\" cannot be told as single days: " + result.problem());
      } else if (result.isEndless()) {
        report(
            HolidayCodes.ENDLESS_HOLIDAY,
            rule.line(),
            "\"" + summaryOf(event) + "\" repeats for ever; a calendar lists single days");
      }
      all.addAll(result.days());
    }
    for (IcsProperty addition : event.all("RDATE")) {
      all.addAll(dates(addition));
    }
    for (IcsProperty exclusion : event.all("EXDATE")) {
      all.removeAll(dates(exclusion));
    }
    if (event.first("RECURRENCE-ID") == null) {
      all.removeAll(movedInstances.getOrDefault(event.value("UID"), Set.of()));
    }
    return all;
  }

  private List<LocalDate> dates(IcsProperty list) {
    List<LocalDate> dates = new ArrayList<>();
    for (String text : list.value().split(",", -1)) {
      LocalDate date = HolidayFiles.parseDate(text.strip());
      if (date == null || text.contains("/")) {
        report(HolidayCodes.HOLIDAY_DATE, list.line(), "\"" + text + "\" is no day");
      } else {
        dates.add(date);
      }
    }
    return dates;
  }

  private void report(Code code, int line, String message) {
    int start = file.lineStart(line);
    Span at = new Span(file, start, start + file.line(line).length());
    Finding finding = Finding.of(code, at, message);
    findings.add(
        code == HolidayCodes.ENDLESS_HOLIDAY
            ? finding.withHint("give --from and --to")
            : finding.withHint("take the event out, or list its days in a CSV file"));
  }
}
