package dev.procc.language.holidays;

import biweekly.ICalVersion;
import biweekly.io.ParseContext;
import biweekly.io.scribe.property.RecurrenceRuleScribe;
import biweekly.parameter.ICalParameters;
import biweekly.util.ByDay;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;
import biweekly.util.com.google.ical.iter.RecurrenceIterator;
import biweekly.util.com.google.ical.iter.RecurrenceIteratorFactory;
import biweekly.util.com.google.ical.values.DateValue;
import biweekly.util.com.google.ical.values.DateValueImpl;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/// The days of an RRULE, computed by biweekly on dates without a time zone.
final class RecurrenceExpander {
  /// More than one a day for 100 years.
  private static final int MAX_OCCURRENCES = 40_000;

  private static final int MAX_YEAR = 9999;

  private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

  private RecurrenceExpander() {}

  /// The days of a rule.
  ///
  /// @param days in order
  /// @param problem why there are none; null if there are
  /// @param isEndless whether only a range would end it
  record RecurrenceResult(List<LocalDate> days, @Nullable String problem, boolean isEndless) {}

  /// @param rule as written, `FREQ=YEARLY;BYMONTH=11;BYDAY=4TH`
  /// @param first DTSTART, which is the first occurrence according to RFC 5545
  /// @param last the day to stop at; null if there is none
  static RecurrenceResult days(String rule, LocalDate first, @Nullable LocalDate last) {
    StringBuilder rest = new StringBuilder();
    LocalDate until = last;
    boolean ends = last != null;
    for (String part : rule.split(";", -1)) {
      String upper = part.strip().toUpperCase(Locale.ROOT);
      if (upper.startsWith("UNTIL=")) {
        LocalDate day = HolidayFiles.parseDate(upper.substring(6));
        if (day == null) {
          return failed("\"" + part + "\" is not a day");
        }
        until = until == null || day.isBefore(until) ? day : until;
        ends = true;
      } else if (upper.startsWith("RSCALE=")) {
        return failed("RSCALE counts in another calendar");
      } else if (!upper.isEmpty()) {
        ends |= upper.startsWith("COUNT=");
        rest.append(rest.isEmpty() ? "" : ";").append(upper);
      }
    }
    Recurrence recurrence = parse(rest.toString());
    if (recurrence == null) {
      return failed("\"" + rule + "\" is not a rule of RFC 5545");
    }
    String problem = inexpressible(recurrence);
    if (!problem.isEmpty()) {
      return failed(problem);
    }
    return ends ? expand(recurrence, first, until) : new RecurrenceResult(List.of(), null, true);
  }

  /// The rule; null if a part of it is none of RFC 5545, or beyond the calendar.
  private static @Nullable Recurrence parse(String text) {
    ParseContext context = new ParseContext();
    context.setVersion(ICalVersion.V2_0);
    Recurrence rule;
    try {
      rule =
          new RecurrenceRuleScribe()
              .parseText(text, null, new ICalParameters(), context)
              .getValue();
    } catch (RuntimeException unreadable) {
      return null;
    }
    boolean whole =
        rule != null
            && rule.getFrequency() != null
            && context.getWarnings().isEmpty()
            && rule.getXRules().isEmpty();
    return whole && isInRange(rule) ? rule : null;
  }

  private static RecurrenceResult failed(String why) {
    return new RecurrenceResult(List.of(), why, false);
  }

  /// Whether the numbers of a rule are in the ranges of RFC 5545, which the iterator takes for
  /// granted.
  private static boolean isInRange(Recurrence rule) {
    Integer interval = rule.getInterval();
    boolean days = true;
    for (ByDay day : rule.getByDay()) {
      days &=
          day.getDay() != null && (day.getNum() == null || areInRange(List.of(day.getNum()), 53));
    }
    return days
        && (interval == null || (interval > 0 && interval <= MAX_YEAR))
        && areInRange(rule.getByMonth(), 12)
        && rule.getByMonth().stream().allMatch(month -> month > 0)
        && areInRange(rule.getByMonthDay(), 31)
        && areInRange(rule.getByYearDay(), 366)
        && areInRange(rule.getBySetPos(), 366);
  }

  /// Whether each number is from 1 to the greatest, or counts from the end.
  private static boolean areInRange(List<Integer> numbers, int greatest) {
    for (Integer number : numbers) {
      if (number == null || number == 0 || number > greatest || number < -greatest) {
        return false;
      }
    }
    return true;
  }

  /// The reason why a rule cannot be expressed as single days; empty if it can.
  private static String inexpressible(Recurrence rule) {
    Frequency frequency = rule.getFrequency();
    if (frequency == Frequency.SECONDLY
        || frequency == Frequency.MINUTELY
        || frequency == Frequency.HOURLY) {
      return "it repeats within a day";
    }
    Integer interval = rule.getInterval();
    if (interval != null && interval > 1 && frequency == Frequency.WEEKLY) {
      return "every " + interval + " weeks depends on the day a week begins on";
    }
    if (!rule.getByWeekNo().isEmpty()) {
      return "numbers of weeks depend on the day a week begins on";
    }
    return "";
  }

  private static RecurrenceResult expand(
      Recurrence rule, LocalDate first, @Nullable LocalDate until) {
    List<LocalDate> days = new ArrayList<>();
    RecurrenceIterator all =
        RecurrenceIteratorFactory.createRecurrenceIterator(
            rule,
            new DateValueImpl(first.getYear(), first.getMonthValue(), first.getDayOfMonth()),
            UTC);
    for (int i = 0; i < MAX_OCCURRENCES && all.hasNext(); i++) {
      DateValue next = all.next();
      if (next.year() > MAX_YEAR) {
        break;
      }
      LocalDate day = LocalDate.of(next.year(), next.month(), next.day());
      if (until != null && day.isAfter(until)) {
        break;
      }
      days.add(day);
    }
    return new RecurrenceResult(days, null, false);
  }
}
