package dev.procc.model.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The fiscal years of a company and their periods: the meaning of `FY2026`, `FY2026-Q2` and
/// `FY2026-P3`.
public sealed interface FiscalRule {
  /// The days of a fiscal year; null if the rule does not give them.
  @Nullable DayRange year(int year);

  /// The days of a period, counted from 1; null if the year has no such period.
  @Nullable DayRange period(int year, int number);

  /// The number of periods of the year; 0 if the rule does not cover the year.
  int periodCount(int year);

  /// The last period of a quarter (1 to 4). Quarters have three periods; in a year of thirteen, the
  /// last quarter has four.
  default int lastOfQuarter(int year, int quarter) {
    return quarter == 4 ? periodCount(year) : quarter * 3;
  }

  /// A rule that could not be read; whatever depends on it is unknown.
  record Unread() implements FiscalRule {
    @Override
    public @Nullable DayRange year(int year) {
      return null;
    }

    @Override
    public @Nullable DayRange period(int year, int number) {
      return null;
    }

    @Override
    public int periodCount(int year) {
      return 0;
    }
  }

  /// A year of twelve calendar months.
  ///
  /// @param startMonth the first month of the year, 1 to 12
  /// @param namedByEnd whether the year is named after the calendar year in which it ends
  ///   (otherwise the one in which it starts)
  record Months(int startMonth, boolean namedByEnd) implements FiscalRule {
    public Months {
      YearMonth.of(2000, startMonth);
    }

    @Override
    public DayRange year(int year) {
      YearMonth first = first(year);
      return new DayRange(first.atDay(1), first.plusMonths(11).atEndOfMonth());
    }

    @Override
    public @Nullable DayRange period(int year, int number) {
      if (number < 1 || number > 12) {
        return null;
      }
      YearMonth month = first(year).plusMonths(number - 1L);
      return new DayRange(month.atDay(1), month.atEndOfMonth());
    }

    @Override
    public int periodCount(int year) {
      return 12;
    }

    private YearMonth first(int year) {
      return YearMonth.of(namedByEnd && startMonth > 1 ? year - 1 : year, startMonth);
    }
  }

  /// The definition of the last day of a year of whole weeks.
  ///
  /// @param endsOn the weekday on which every year ends
  /// @param nearest whether that is the one nearest to the end of the month (otherwise the last one
  ///   in the month)
  /// @param month 1 to 12; the calendar year of this month counts, although with `nearest` the last
  ///   day may be in the next month
  record YearEnd(DayOfWeek endsOn, boolean nearest, int month) {
    public YearEnd {
      YearMonth.of(2000, month);
    }

    /// The last day of the year whose month is in a calendar year.
    LocalDate in(int calendarYear) {
      LocalDate monthEnd = YearMonth.of(calendarYear, month).atEndOfMonth();
      LocalDate latest = nearest ? monthEnd.plusDays(3) : monthEnd;
      return latest.with(TemporalAdjusters.previousOrSame(endsOn));
    }
  }

  /// A year of 52 or 53 whole weeks (26 CFR 1.441-2). It ends on the last given weekday of a month,
  /// or on the one nearest to the end of that month (3 days before to 3 after, never a tie).
  ///
  /// @param leapPeriod the period with the 53rd week, counted from 1; 0 for the last one
  /// @param namedByEnd whether the year is named after the calendar year of that month (otherwise,
  ///   as the NRF does, after the one in which it begins)
  record Weeks(YearEnd end, WeekPattern pattern, int leapPeriod, boolean namedByEnd)
      implements FiscalRule {
    public Weeks {
      if (leapPeriod < 0 || leapPeriod > pattern.periodCount()) {
        throw new IllegalArgumentException("no period " + leapPeriod + " in " + pattern.text());
      }
    }

    /// The last day of the fiscal year whose month is in a calendar year.
    public LocalDate yearEnd(int calendarYear) {
      return end.in(calendarYear);
    }

    @Override
    public DayRange year(int year) {
      int target = namedByEnd || end.month() == 12 ? year : year + 1;
      return new DayRange(yearEnd(target - 1).plusDays(1), yearEnd(target));
    }

    @Override
    public @Nullable DayRange period(int year, int number) {
      if (number < 1 || number > pattern.periodCount()) {
        return null;
      }
      DayRange all = year(year);
      boolean leap = all.contains(all.start().plusWeeks(52));
      int extra = leapPeriod == 0 ? pattern.periodCount() : leapPeriod;
      LocalDate start = all.start();
      for (int p = 1; ; p++) {
        int weeks = pattern.weeks(p) + (leap && p == extra ? 1 : 0);
        if (p == number) {
          return new DayRange(start, start.plusDays(weeks * 7L - 1));
        }
        start = start.plusDays(weeks * 7L);
      }
    }

    @Override
    public int periodCount(int year) {
      return pattern.periodCount();
    }

    @Override
    public int lastOfQuarter(int year, int quarter) {
      return pattern.lastOfQuarter(quarter);
    }
  }

  /// The number of weeks of each period in a 52-week year.
  enum WeekPattern {
    P445("4-4-5", 4, 4, 5),
    P454("4-5-4", 4, 5, 4),
    P544("5-4-4", 5, 4, 4),
    P13X4("13x4", 4),
    FIRST_OF_16("16-12-12-12", 1),
    SECOND_OF_16("12-16-12-12", 2),
    THIRD_OF_16("12-12-16-12", 3),
    FOURTH_OF_16("12-12-12-16", 4);

    private final String text;
    private final int first;
    private final int second;
    private final int third;

    /// The quarter with four periods in a year of thirteen; 5, for none, in a year of twelve.
    private final int longQuarter;

    WeekPattern(String words, int first, int second, int third) {
      text = words;
      this.first = first;
      this.second = second;
      this.third = third;
      longQuarter = 5;
    }

    /// Thirteen periods of four weeks.
    WeekPattern(String words, int longQuarter) {
      text = words;
      first = 4;
      second = 4;
      third = 4;
      this.longQuarter = longQuarter;
    }

    /// The pattern as it is written in YAML: `4-4-5`.
    public String text() {
      return text;
    }

    public int periodCount() {
      return lastOfQuarter(4);
    }

    int lastOfQuarter(int quarter) {
      return quarter * 3 + (quarter >= longQuarter ? 1 : 0);
    }

    int weeks(int period) {
      int place = (period - 1) % 3;
      return place == 0 ? first : place == 1 ? second : third;
    }
  }

  /// Periods given by a list of their last days, as another system closed them. A period that is
  /// not listed follows another rule, if there is one.
  ///
  /// @param ends in chronological order; a period begins on the day after the end before it
  record ListedPeriods(List<PeriodEnd> ends, @Nullable FiscalRule fallback) implements FiscalRule {
    public ListedPeriods {
      ends = List.copyOf(ends);
      for (int i = 1; i < ends.size(); i++) {
        if (!ends.get(i - 1).end().isBefore(ends.get(i).end())) {
          throw new IllegalArgumentException("not in order: " + ends.get(i).end());
        }
      }
    }

    @Override
    public @Nullable DayRange year(int year) {
      int count = periodCount(year);
      DayRange first = period(year, 1);
      DayRange last = count == 0 ? null : period(year, count);
      return first == null || last == null ? null : new DayRange(first.start(), last.end());
    }

    @Override
    public @Nullable DayRange period(int year, int number) {
      LocalDate end = end(year, number);
      LocalDate before = endBefore(year, number);
      return end == null || before == null || !before.isBefore(end)
          ? null
          : new DayRange(before.plusDays(1), end);
    }

    /// The number of the last period of a year; 12 if fewer are listed and no other rule gives
    /// more.
    @Override
    public int periodCount(int year) {
      int count = fallback == null ? 0 : fallback.periodCount(year);
      for (PeriodEnd end : ends) {
        count = end.year() == year ? Math.max(Math.max(count, end.number()), least()) : count;
      }
      return count;
    }

    @Override
    public int lastOfQuarter(int year, int quarter) {
      return fallback == null
          ? FiscalRule.super.lastOfQuarter(year, quarter)
          : fallback.lastOfQuarter(year, quarter);
    }

    private int least() {
      return fallback == null ? 12 : 0;
    }

    /// The last day of a period; null if neither the list nor the other rule gives it.
    @Nullable LocalDate end(int year, int number) {
      for (PeriodEnd end : ends) {
        if (end.year() == year && end.number() == number) {
          return end.end();
        }
      }
      DayRange other = fallback == null ? null : fallback.period(year, number);
      return other == null ? null : other.end();
    }

    private @Nullable LocalDate endBefore(int year, int number) {
      return number > 1 ? end(year, number - 1) : end(year - 1, periodCount(year - 1));
    }
  }

  /// The last day of a period, as listed.
  ///
  /// @param number from 1
  record PeriodEnd(int year, int number, LocalDate end) {}
}
