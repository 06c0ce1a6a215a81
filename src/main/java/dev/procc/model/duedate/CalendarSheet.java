package dev.procc.model.duedate;

import dev.procc.base.source.Span;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.DayRange;
import dev.procc.model.calendar.DayReason;
import dev.procc.model.calendar.EpochDays;
import dev.procc.model.calendar.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// The days of a range in a calendar, with their numbers and reasons.
///
/// @param range the days that are shown
/// @param days in chronological order
public record CalendarSheet(SourcedCalendar calendar, DayRange range, List<SheetDay> days) {
  public CalendarSheet {
    days = List.copyOf(days);
  }

  /// The period and the schedule from which days are numbered.
  ///
  /// @param period the period after which WDn counts; null to leave these numbers out
  /// @param schedule the schedule in which BDn counts; null to leave these numbers out
  public record Numbering(@Nullable Period period, boolean dayZero, @Nullable DayRange schedule) {
    /// No period and no schedule, and so no numbers.
    public static final Numbering NONE = new Numbering(null, false, null);
  }

  /// A day of the sheet.
  ///
  /// @param reason why it is a working day or closed
  /// @param source the span of the line that decides it; null if there is none
  /// @param covered whether it is within the coverage of the calendars, as far as they state one
  /// @param workday n of WDn
  /// @param businessDay n of Workiva's BDn
  public record SheetDay(
      LocalDate date,
      DayReason reason,
      @Nullable Span source,
      boolean covered,
      OptionalInt workday,
      OptionalInt businessDay) {
    public boolean isBusinessDay() {
      return !reason.isClosed();
    }

    /// Whether a calendar lists this very day.
    public boolean isListed() {
      return reason.kind() == DayReason.ReasonKind.HOLIDAY
          || reason.kind() == DayReason.ReasonKind.EXTRA_WORKDAY;
    }
  }

  /// The days of a month that are in the range.
  public record SheetMonth(YearMonth month, List<SheetDay> days) {
    public int businessDays() {
      return count(days);
    }
  }

  public static CalendarSheet of(SourcedCalendar calendar, DayRange range, Numbering counting) {
    BusinessCalendar days = calendar.days();
    List<SheetDay> all = new ArrayList<>();
    int last = EpochDays.of(range.end());
    for (int day = EpochDays.of(range.start()); day <= last; day++) {
      DayReason reason = days.reason(day);
      all.add(
          new SheetDay(
              EpochDays.toDate(day),
              reason,
              calendar.lines().span(reason),
              days.firstNotCovering(day) == null,
              workday(days, counting, day),
              businessDay(days, counting, day)));
    }
    return new CalendarSheet(calendar, range, all);
  }

  private static OptionalInt workday(BusinessCalendar days, Numbering counting, int day) {
    Period period = counting.period();
    return period == null
        ? OptionalInt.empty()
        : BusinessDayNumbers.workday(days, period, counting.dayZero(), day);
  }

  private static OptionalInt businessDay(BusinessCalendar days, Numbering counting, int day) {
    DayRange schedule = counting.schedule();
    return schedule == null || !schedule.contains(EpochDays.toDate(day))
        ? OptionalInt.empty()
        : BusinessDayNumbers.businessDay(days, EpochDays.of(schedule.start()), day);
  }

  /// The months, in order; the first and the last may be incomplete.
  public List<SheetMonth> months() {
    List<SheetMonth> months = new ArrayList<>();
    List<SheetDay> month = new ArrayList<>();
    for (SheetDay day : days) {
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

  private static SheetMonth month(List<SheetDay> days) {
    return new SheetMonth(YearMonth.from(days.getFirst().date()), List.copyOf(days));
  }

  public int businessDays() {
    return count(days);
  }

  private static int count(List<SheetDay> days) {
    int count = 0;
    for (SheetDay day : days) {
      count += day.isBusinessDay() ? 1 : 0;
    }
    return count;
  }

  /// The days that a calendar lists.
  public List<SheetDay> listedDays() {
    List<SheetDay> listed = new ArrayList<>();
    for (SheetDay day : days) {
      if (day.isListed()) {
        listed.add(day);
      }
    }
    return listed;
  }
}
