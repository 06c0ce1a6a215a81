package dev.procc.model.calendar;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A business calendar: the days that are worked, and counting on them.
///
/// The law of a day, strongest first: an own extra workday is open; an own holiday is off; a day
/// off in one of `alsoClosedIn` or outside the own workdays is off; every other day is open.
/// Counting costs one or two array loads; the arrays cover the years that were asked for so far and
/// grow on demand within 1970 to 2199. Safe for use by several threads: what they may race for is
/// only who builds a larger table first.
///
/// Days are epoch days (`EpochDays`). Where there is no such day, within those years or at all, the
/// answer is `EpochDays.NONE`.
///
/// ```java
/// var us = BusinessCalendar.of("us", Weekdays.MON_FRI, holidays, List.of());
/// us.add(Days.of(LocalDate.of(2026, 4, 4)), 1);   // from a Saturday: Monday the 6th
/// ```
public final class BusinessCalendar {
  private final String key;
  private final Weekdays workdays;
  private final List<NamedDay> holidays;
  private final List<NamedDay> extraWorkdays;
  private final List<BusinessCalendar> alsoClosedIn;
  private final @Nullable DayRange coverage;
  private final ListedDays holidayIndex;
  private final ListedDays extraWorkdayIndex;
  private volatile DayTable table = DayTable.EMPTY;

  private BusinessCalendar(
      String key,
      Weekdays workdays,
      List<NamedDay> holidays,
      List<NamedDay> extraWorkdays,
      List<BusinessCalendar> alsoClosedIn,
      @Nullable DayRange coverage) {
    this.key = key;
    this.workdays = workdays;
    this.holidays = List.copyOf(holidays);
    this.extraWorkdays = List.copyOf(extraWorkdays);
    this.alsoClosedIn = List.copyOf(alsoClosedIn);
    this.coverage = coverage;
    holidayIndex = new ListedDays(this.holidays);
    extraWorkdayIndex = new ListedDays(this.extraWorkdays);
  }

  /// A calendar that is closed in no other.
  ///
  /// @param key its name in reasons
  public static BusinessCalendar of(
      String key, Weekdays workdays, List<NamedDay> holidays, List<NamedDay> extraWorkdays) {
    return of(key, workdays, holidays, extraWorkdays, List.of(), null);
  }

  /// @param alsoClosedIn calendars whose days off are days off here too, unless an own extra
  ///   workday opens them
  /// @param coverage the days that were looked up; null if the calendar does not say
  public static BusinessCalendar of(
      String key,
      Weekdays workdays,
      List<NamedDay> holidays,
      List<NamedDay> extraWorkdays,
      List<BusinessCalendar> alsoClosedIn,
      @Nullable DayRange coverage) {
    return new BusinessCalendar(key, workdays, holidays, extraWorkdays, alsoClosedIn, coverage);
  }

  /// Monday to Friday, nothing else.
  public static BusinessCalendar monToFri() {
    return of("mon-fri", Weekdays.MON_FRI, List.of(), List.of());
  }

  public String key() {
    return key;
  }

  public Weekdays workdays() {
    return workdays;
  }

  /// The own holidays, in the order they were given: `DayReason.index` counts in it.
  public List<NamedDay> holidays() {
    return holidays;
  }

  /// The own extra workdays, in the order they were given.
  public List<NamedDay> extraWorkdays() {
    return extraWorkdays;
  }

  public List<BusinessCalendar> alsoClosedIn() {
    return alsoClosedIn;
  }

  /// The days looked up here, `alsoClosedIn` left aside.
  public @Nullable DayRange coverage() {
    return coverage;
  }

  /// The first calendar, this one or one it is also closed in, that says it was not looked up for
  /// that day; null if the day is covered, or the calendar does not say which days are.
  public @Nullable BusinessCalendar firstNotCovering(int day) {
    if (coverage != null && !coverage.contains(EpochDays.toDate(day))) {
      return this;
    }
    for (BusinessCalendar other : alsoClosedIn) {
      BusinessCalendar notCovering = other.firstNotCovering(day);
      if (notCovering != null) {
        return notCovering;
      }
    }
    return null;
  }

  /// Whether there is a business day at all in 1970 to 2199.
  public boolean hasBusinessDays() {
    return add(EpochDays.MIN, 0) != EpochDays.NONE;
  }

  public boolean isBusinessDay(int day) {
    return EpochDays.isInRange(day) && tableAround(day).isBusinessDay(day);
  }

  public boolean isBusinessDay(LocalDate date) {
    return isBusinessDay(EpochDays.of(date));
  }

  /// n > 0: the n-th business day strictly after; n < 0: the n-th strictly before; 0: the same as
  /// `rollForward`.
  public int add(int day, int n) {
    if (!EpochDays.isInRange(day)) {
      return EpochDays.NONE;
    }
    int found = tableAround(day).add(day, n);
    return found != DayTable.OUTSIDE
        ? found
        : extendTable(EpochDays.MIN, EpochDays.MAX).add(day, n);
  }

  /// The same on dates; null if there is no such day.
  public @Nullable LocalDate add(LocalDate date, int n) {
    int found = add(EpochDays.of(date), n);
    return found == EpochDays.NONE ? null : EpochDays.toDate(found);
  }

  /// The day itself when it is a business day, else the next one.
  public int rollForward(int day) {
    return add(day, 0);
  }

  /// The day itself when it is a business day, else the one before.
  public int rollBack(int day) {
    if (!EpochDays.isInRange(day)) {
      return EpochDays.NONE;
    }
    int found = tableAround(day).rollBack(day);
    return found != DayTable.OUTSIDE
        ? found
        : extendTable(EpochDays.MIN, EpochDays.MAX).rollBack(day);
  }

  /// Business days in [from, to); negative when `to` is before `from`. Days outside 1970 to 2199
  /// hold none.
  public int count(int from, int to) {
    int first = Math.clamp(from, EpochDays.MIN, EpochDays.MAX + 1);
    int last = Math.clamp(to, EpochDays.MIN, EpochDays.MAX + 1);
    tableAround(Math.min(first, EpochDays.MAX));
    DayTable both = tableAround(Math.min(last, EpochDays.MAX));
    return both.rank(last) - both.rank(first);
  }

  /// The n-th business day of a span, n >= 1, the first one on or after `start`: what Workiva calls
  /// business day n of a schedule.
  public int nth(int start, int n) {
    return n < 1 ? EpochDays.NONE : add(rollForward(start), n - 1);
  }

  /// The number of a business day counted from `start` (1 for the first on or after it); 0 or less
  /// before. On a day off, the number that the next business day has.
  public int ordinal(int start, int day) {
    return count(start, day) + 1;
  }

  /// The reason why the day is a working day or a closed one.
  public DayReason reason(int day) {
    int listed = extraWorkdayIndex.indexOf(day);
    if (listed >= 0) {
      String name = extraWorkdays.get(listed).name();
      return new DayReason(DayReason.ReasonKind.EXTRA_WORKDAY, key, listed, name);
    }
    listed = holidayIndex.indexOf(day);
    if (listed >= 0) {
      return new DayReason(DayReason.ReasonKind.HOLIDAY, key, listed, holidays.get(listed).name());
    }
    if (!workdays.has(EpochDays.weekday(day))) {
      String name = workdays.isWeekend(EpochDays.weekday(day)) ? "" : "no workday";
      return new DayReason(DayReason.ReasonKind.WEEKEND, key, -1, name);
    }
    for (BusinessCalendar other : alsoClosedIn) {
      DayReason reason = other.reason(day);
      if (reason.isClosed()) {
        return reason;
      }
    }
    return new DayReason(DayReason.ReasonKind.WORKDAY, key, -1, "");
  }

  /// A table that holds the day, its year and the years beside it.
  private DayTable tableAround(int day) {
    DayTable now = table;
    if (now.covers(day)) {
      return now;
    }
    int year = EpochDays.toDate(day).getYear();
    return extendTable(EpochDays.yearStart(year - 1), EpochDays.yearEnd(year + 1));
  }

  /// A table of these days, within the years, and of all that were asked for before. Tables only
  /// ever grow, so that every later one has the days of an earlier one.
  private synchronized DayTable extendTable(int from, int to) {
    DayTable now = table;
    boolean none = now == DayTable.EMPTY;
    int lo = Math.max(none ? from : Math.min(from, now.lo()), EpochDays.MIN);
    int hi = Math.min(none ? to : Math.max(to, now.end() - 1), EpochDays.MAX);
    if (now.covers(lo) && now.covers(hi)) {
      return now;
    }
    boolean[] days = new boolean[hi - lo + 1];
    for (int i = 0; i < days.length; i++) {
      days[i] = workdays.has(EpochDays.weekday(lo + i));
    }
    for (BusinessCalendar other : alsoClosedIn) {
      for (int i = 0; i < days.length; i++) {
        days[i] &= other.isBusinessDay(lo + i);
      }
    }
    holidayIndex.mark(days, lo, false);
    extraWorkdayIndex.mark(days, lo, true);
    DayTable built = new DayTable(lo, days);
    table = built;
    return built;
  }

  /// The window of days that is built.
  DayTable table() {
    return table;
  }

  @Override
  public String toString() {
    return key;
  }

  /// Listed days, each with the place of its first listing.
  private static final class ListedDays {
    private final Map<Integer, Integer> indexByDay = new HashMap<>();

    ListedDays(List<NamedDay> listed) {
      int place = 0;
      for (NamedDay day : listed) {
        indexByDay.putIfAbsent(EpochDays.of(day.date()), place++);
      }
    }

    /// The place of the day, or -1.
    int indexOf(int day) {
      return indexByDay.getOrDefault(day, -1);
    }

    void mark(boolean[] table, int lo, boolean value) {
      for (int day : indexByDay.keySet()) {
        int i = day - lo;
        if (i >= 0 && i < table.length) {
          table[i] = value;
        }
      }
    }
  }
}
