package dev.procc.language.holidays;

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
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A reader of holidays from an iCalendar file: its events of whole days.
///
/// Dates are read by their digits, since a holiday has no time zone. `TRANSPARENT` is ignored,
/// since most published lists of holidays have it; a cancelled event is skipped. An event with a
/// time of day counts as part of a day.
final class IcsHolidays {
  private static final int MAX_DAYS = 366;

  /// The longest holiday, in days; a longer event is a season, or a mistake.
  private static final int MAX_LENGTH = 31;

  private static final DateTimeFormatter UTC_TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

  private final SourceFile file;
  private final @Nullable DayRange range;
  private final Findings findings = new Findings();
  private final HolidayList.HolidayCollector days = new HolidayList.HolidayCollector();
  private final Map<String, List<IcsProperty>> movedInstances = new HashMap<>();
  private final Map<String, String> newest = new HashMap<>();

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
                  "\"" + file.path() + "\" is not an iCalendar file, or not a whole one")
              .withHint("it begins with BEGIN:VCALENDAR and ends with END:VCALENDAR");
      return Outcome.failure(none);
    }
    if (reader.cancelLine() > 0) {
      holidays.report(
          HolidayCodes.INEXPRESSIBLE_HOLIDAY,
          reader.cancelLine(),
          "METHOD:CANCEL takes the events of this file back, it lists no holidays");
    }
    for (IcsEvent event : reader.events()) {
      String version = version(event);
      String before = holidays.newest.get(identity(event));
      if (before == null || before.compareTo(version) < 0) {
        holidays.newest.put(identity(event), version);
      }
      IcsProperty instance = event.first("RECURRENCE-ID");
      if (instance != null && !event.value("UID").isEmpty()) {
        holidays
            .movedInstances
            .computeIfAbsent(event.value("UID"), uid -> new ArrayList<>())
            .add(instance);
      }
    }
    for (IcsEvent event : reader.events()) {
      if (!holidays.days.isOverfull()) {
        holidays.addEvent(event);
      }
    }
    return HolidayFiles.toHolidayList(file, holidays.days, range, holidays.findings);
  }

  private void addEvent(IcsEvent event) {
    // Events without an id are no versions of each other.
    boolean replaced =
        !event.value("UID").isEmpty()
            && version(event).compareTo(newest.getOrDefault(identity(event), "")) < 0;
    if (replaced || event.value("STATUS").equalsIgnoreCase("CANCELLED") || isRefused(event)) {
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
      report(HolidayCodes.HOLIDAY_DATE, start.line(), "\"" + start.value() + "\" is not a day");
      return;
    }
    String name = event.summary();
    HolidayList.LeftOutReason leftOutReason = leftOutReason(event, name);
    int length =
        leftOutReason == HolidayList.LeftOutReason.HALF_DAY
                || leftOutReason == HolidayList.LeftOutReason.TIMES
            ? 1
            : lengthInDays(event, start, first);
    if (length == 0) {
      return;
    }
    boolean isLong = length > MAX_LENGTH && leftOutReason == null;
    for (LocalDate at : instances(event, first)) {
      if (isLong) {
        days.leaveOut(at, name, HolidayList.LeftOutReason.LONG);
      } else {
        addDays(at, length, name, leftOutReason);
      }
    }
  }

  private void addDays(
      LocalDate first, int length, String name, HolidayList.@Nullable LeftOutReason reason) {
    for (int i = 0; i < length && !days.isOverfull(); i++) {
      LocalDate day = first.plusDays(i);
      if (reason == null) {
        days.add(day, name);
      } else {
        days.leaveOut(day, name, reason);
      }
    }
  }

  /// The identity that all versions of an event share.
  private static String identity(IcsEvent event) {
    return event.value("UID") + "\n" + event.value("RECURRENCE-ID");
  }

  /// The version of an event, which replaces those before it in the order of texts: by its number,
  /// then by when it was written (RFC 5546, 2.1.5).
  private static String version(IcsEvent event) {
    int number = 0;
    try {
      number = Math.max(0, Integer.parseInt(event.value("SEQUENCE")));
    } catch (NumberFormatException none) {
      // The first version needs no number.
    }
    String digits = Integer.toString(number);
    return "0".repeat(10 - digits.length()) + digits + event.value("DTSTAMP");
  }

  /// Whether it cannot be expressed as single days, which is then reported.
  private boolean isRefused(IcsEvent event) {
    String construct = null;
    IcsProperty at = event.first("EXRULE");
    if (event.unreadableLine() > 0) {
      report(
          HolidayCodes.INEXPRESSIBLE_HOLIDAY,
          event.unreadableLine(),
          "This line cannot be read, it has no colon before its value");
      return true;
    }
    if (at != null) {
      construct = "EXRULE, which RFC 5545 does not have any more";
    } else if (event.all("RRULE").size() > 1) {
      at = event.all("RRULE").get(1);
      construct = "a second RRULE, which RFC 5545 leaves undefined";
    } else {
      IcsProperty instance = event.first("RECURRENCE-ID");
      String range = instance == null ? null : instance.property().getParameters().first("RANGE");
      if (range != null) {
        at = instance;
        construct = "RANGE=" + range + ", which moves all that follow";
      }
    }
    if (construct == null || at == null) {
      return false;
    }
    report(
        HolidayCodes.INEXPRESSIBLE_HOLIDAY,
        at.line(),
        "\"" + event.summary() + "\" has " + construct);
    return true;
  }

  /// The reason why the event is not a closed day; null if it is one.
  private static HolidayList.@Nullable LeftOutReason leftOutReason(IcsEvent event, String name) {
    if (HolidayRemarks.isCancelled(name)) {
      return HolidayList.LeftOutReason.CANCELLED;
    }
    if (HolidayFiles.isHalfDay(name)) {
      return HolidayList.LeftOutReason.HALF_DAY;
    }
    if (!isWholeDays(event)) {
      boolean day = event.value("X-MICROSOFT-CDO-ALLDAYEVENT").equalsIgnoreCase("TRUE");
      return day || event.value("DTSTART").endsWith("Z")
          ? HolidayList.LeftOutReason.TIMES
          : HolidayList.LeftOutReason.HALF_DAY;
    }
    return HolidayRemarks.reason(event);
  }

  /// Whether it begins at midnight, and ends then or a minute earlier.
  private static boolean isWholeDays(IcsEvent event) {
    IcsProperty end = event.first("DTEND");
    IcsProperty duration = event.first("DURATION");
    if (duration != null) {
      try {
        wholeDays(duration.value());
      } catch (DateTimeException ofHours) {
        return false;
      }
    }
    return isMidnight(event.value("DTSTART"))
        && (end == null || isMidnight(end.value()) || isLastMinute(end.value()));
  }

  private static boolean isLastMinute(String value) {
    return value.startsWith("T2359", 8) && !value.endsWith("Z");
  }

  private static boolean isMidnight(String value) {
    String time = value.length() <= 8 ? "" : value.substring(8);
    return time.isEmpty() || time.startsWith("T0000");
  }

  /// The days of a duration: 14 for `P2W`, 1 for `PT24H`.
  ///
  /// @throws DateTimeException if it is not a duration, or not of whole days
  private static long wholeDays(String text) {
    Duration duration =
        text.endsWith("W")
            ? Duration.parse(text.substring(0, text.length() - 1) + "D").multipliedBy(7)
            : Duration.parse(text);
    if (!duration.equals(Duration.ofDays(duration.toDays()))) {
      throw new DateTimeException(text);
    }
    return duration.toDays();
  }

  /// The number of days it lasts; 0 if there is a finding.
  private int lengthInDays(IcsEvent event, IcsProperty start, LocalDate first) {
    IcsProperty end = event.first("DTEND");
    IcsProperty duration = event.first("DURATION");
    long length = 1;
    int line = start.line();
    if (end != null) {
      line = end.line();
      LocalDate after = HolidayFiles.parseDate(end.value());
      if (after == null) {
        report(HolidayCodes.HOLIDAY_DATE, line, "\"" + end.value() + "\" is not a day");
        return 0;
      }
      after = isLastMinute(end.value()) ? after.plusDays(1) : after;
      length = Math.max(ChronoUnit.DAYS.between(first, after), after.equals(first) ? 1 : -1);
    } else if (duration != null) {
      line = duration.line();
      try {
        length = wholeDays(duration.value());
      } catch (DateTimeException unreadable) {
        report(
            HolidayCodes.HOLIDAY_DATE,
            line,
            "\"" + duration.value() + "\" is not a number of days");
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

  /// The first day of each occurrence.
  private List<LocalDate> instances(IcsEvent event, LocalDate first) {
    List<LocalDate> all = new ArrayList<>();
    IcsProperty rule = event.first("RRULE");
    if (rule == null) {
      all.add(first);
      days.addSingle(first);
    } else {
      RecurrenceExpander.RecurrenceResult result =
          RecurrenceExpander.days(
              localUntil(event, rule), first, range == null ? null : range.end());
      if (result.problem() != null) {
        report(
            HolidayCodes.INEXPRESSIBLE_HOLIDAY,
            rule.line(),
            "\"" + event.summary() + "\" cannot be told as single days: " + result.problem());
      } else if (result.isEndless()) {
        report(
            HolidayCodes.ENDLESS_HOLIDAY,
            rule.line(),
            "\"" + event.summary() + "\" repeats for ever; a calendar lists single days");
      }
      all.addAll(result.days());
      days.addRule();
    }
    for (IcsProperty addition : event.all("RDATE")) {
      all.addAll(dates(event, addition));
    }
    Set<LocalDate> excluded = new HashSet<>();
    for (IcsProperty exclusion : event.all("EXDATE")) {
      excluded.addAll(dates(event, exclusion));
    }
    if (event.first("RECURRENCE-ID") == null) {
      for (IcsProperty moved : movedInstances.getOrDefault(event.value("UID"), List.of())) {
        excluded.addAll(dates(event, moved));
      }
    }
    all.removeAll(excluded);
    return all;
  }

  /// A rule whose end is in the event's own time zone.
  private String localUntil(IcsEvent event, IcsProperty rule) {
    int at = rule.value().toUpperCase(Locale.ROOT).indexOf("UNTIL=");
    if (at < 0) {
      return rule.value();
    }
    int end = rule.value().indexOf(';', at);
    end = end < 0 ? rule.value().length() : end;
    String until = rule.value().substring(at + 6, end).strip();
    LocalDate day = localDay(event, rule.line(), until);
    String text = day == null ? until : day.toString().replace("-", "");
    return rule.value().substring(0, at + 6) + text + rule.value().substring(end);
  }

  /// The day of a UTC time in the event's own time zone; null if it is not a day, or if there is a
  /// finding.
  private @Nullable LocalDate localDay(IcsEvent event, int line, String text) {
    LocalDate day = HolidayFiles.parseDate(text);
    if (day == null || !text.endsWith("Z") || text.startsWith("T000000", 8)) {
      return day;
    }
    IcsProperty start = event.first("DTSTART");
    String zone = start == null ? null : start.property().getParameters().first("TZID");
    try {
      if (zone != null) {
        return LocalDateTime.parse(text.substring(0, 15), UTC_TIME)
            .atOffset(ZoneOffset.UTC)
            .atZoneSameInstant(ZoneId.of(zone))
            .toLocalDate();
      }
    } catch (DateTimeException unknownZone) {
      // Reported below.
    }
    report(
        HolidayCodes.INEXPRESSIBLE_HOLIDAY,
        line,
        "\"" + text + "\" is a time in UTC, which day it is depends on a zone");
    return null;
  }

  private List<LocalDate> dates(IcsEvent event, IcsProperty list) {
    List<LocalDate> dates = new ArrayList<>();
    for (String text : list.value().split(",", -1)) {
      int before = findings.size();
      LocalDate date = localDay(event, list.line(), text.strip());
      if (findings.size() > before) {
        continue;
      }
      if (date == null || text.contains("/")) {
        report(HolidayCodes.HOLIDAY_DATE, list.line(), "\"" + text + "\" is not a day");
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
