package dev.procc.model.duedate;

import dev.procc.base.source.Span;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.DayRange;
import dev.procc.model.calendar.DayReason;
import dev.procc.model.calendar.Days;
import dev.procc.model.calendar.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// A range of days as a calendar sees them.
///
/// @param range from the first day to the last
/// @param days one a day, in order
public record CalendarSheet(SourcedCalendar calendar, DayRange range, List<Day> days) {
  public CalendarSheet {
    days = List.copyOf(days);
  }

  /// What the numbers of days are counted from.
  ///
  /// @param period the period that WDn counts after; absent: no such numbers
  /// @param schedule the schedule that BDn counts in; absent: no such numbers
  public record Counting(@Nullable Period period, boolean dayZero, @Nullable DayRange schedule) {
    /// No numbers at all.
    public static final Counting NONE = new Counting(null, false, null);
  }

  /// One day.
  ///
  /// @param reason why it is open or off
  /// @param source the line that says so, where a text does
  /// @param covered whether anybody looked it up, as far as the calendars say
  /// @param workday n of WDn
  /// @param businessDay n of Workiva's BDn
  public record Day(
      LocalDate date,
      DayReason reason,
      @Nullable Span source,
      boolean covered,
      OptionalInt workday,
      OptionalInt businessDay) {
    public boolean open() {
      return !reason.off();
    }

    /// Whether a calendar lists the day itself.
    public boolean listed() {
      return reason.kind() == DayReason.Kind.HOLIDAY
          || reason.kind() == DayReason.Kind.EXTRA_WORKDAY;
    }
  }

  /// The days of a month that lie in the range.
  public record Month(YearMonth month, List<Day> days) {
    public int businessDays() {
      return count(days);
    }
  }

  public static CalendarSheet of(SourcedCalendar calendar, DayRange range, Counting counting) {
    BusinessCalendar days = calendar.days();
    List<Day> all = new ArrayList<>();
    int last = Days.of(range.end());
    for (int day = Days.of(range.start()); day <= last; day++) {
      DayReason reason = days.reason(day);
      all.add(
          new Day(
              Days.date(day),
              reason,
              calendar.lines().of(reason),
              days.gapAt(day) == null,
              workday(days, counting, day),
              businessDay(days, counting, day)));
    }
    return new CalendarSheet(calendar, range, all);
  }

  private static OptionalInt workday(BusinessCalendar days, Counting counting, int day) {
    Period period = counting.period();
    return period == null
        ? OptionalInt.empty()
        : Numbers.workday(days, period, counting.dayZero(), day);
  }

  private static OptionalInt businessDay(BusinessCalendar days, Counting counting, int day) {
    DayRange schedule = counting.schedule();
    return schedule == null || !schedule.contains(Days.date(day))
        ? OptionalInt.empty()
        : Numbers.businessDay(days, Days.of(schedule.start()), day);
  }

  /// The months, in order; the first and the last may be cut.
  public List<Month> months() {
    List<Month> months = new ArrayList<>();
    List<Day> month = new ArrayList<>();
    for (Day day : days) {
      if (!month.isEmpty() && day.date().getDayOfMonth() == 1) {
        months.add(month(month));
        month = new ArrayList<>();
      }
      month.add(day);
    }
    if (!month.isEmpty()) {
      months.add(month(month));
    }
    return months;
  }

  private static Month month(List<Day> days) {
    return new Month(YearMonth.from(days.getFirst().date()), List.copyOf(days));
  }

  public int businessDays() {
    return count(days);
  }

  private static int count(List<Day> days) {
    int count = 0;
    for (Day day : days) {
      count += day.open() ? 1 : 0;
    }
    return count;
  }

  /// The days that a calendar lists itself.
  public List<Day> listed() {
    List<Day> listed = new ArrayList<>();
    for (Day day : days) {
      if (day.listed()) {
        listed.add(day);
      }
    }
    return listed;
  }
}
