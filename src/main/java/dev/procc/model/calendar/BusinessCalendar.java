package dev.procc.model.calendar;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A business calendar: which days are worked, and arithmetic on them.
///
/// Whether a day is a working day is decided by the first of these that applies: its own extra
/// workdays (working), its own holidays (closed), a closed day in one of `alsoClosedIn` or a day
/// outside its own workdays (closed); every other day is a working day. Counting takes one or two
/// array accesses; the arrays cover the years asked for so far and grow on demand within 1970 to
/// 2199. Safe for use by several threads: they can only race to build a larger table.
///
/// Days are epoch days (`EpochDays`). Where the result does not exist or lies outside those years,
/// it is `EpochDays.NONE`.
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

  /// A calendar without `alsoClosedIn`.
  ///
  /// @param key its name in reasons
  public static BusinessCalendar of(
      String key, Weekdays workdays, List<NamedDay> holidays, List<NamedDay> extraWorkdays) {
    return of(key, workdays, holidays, extraWorkdays, List.of(), null);
  }

  /// @param alsoClosedIn calendars whose closed days are closed here too, unless an own extra
  ///   workday opens them
  /// @param coverage the days for which the calendar was maintained; null if it does not say
  public static BusinessCalendar of(
      String key,
      Weekdays workdays,
      List<NamedDay> holidays,
      List<NamedDay> extraWorkdays,
      List<BusinessCalendar> alsoClosedIn,
      @Nullable DayRange coverage) {
    return new BusinessCalendar(key, workdays, holidays, extraWorkdays, alsoClosedIn, coverage);
  }

  /// A calendar that is open from Monday to Friday, without holidays.
  public static BusinessCalendar monToFri() {
    return of("mon-fri", Weekdays.MON_FRI, List.of(), List.of());
  }

  public String key() {
    return key;
  }

  public Weekdays workdays() {
    return workdays;
  }

  /// The own holidays, in the order given, which `DayReason.index` refers to.
  public List<NamedDay> holidays() {
    return holidays;
  }

  /// The own extra workdays, in the order given.
  public List<NamedDay> extraWorkdays() {
    return extraWorkdays;
  }

  public List<BusinessCalendar> alsoClosedIn() {
    return alsoClosedIn;
  }

  /// The days for which this calendar was maintained, without those of `alsoClosedIn`.
  public @Nullable DayRange coverage() {
    return coverage;
  }

  /// The first calendar, of this one and those it is also closed in, whose `coverage` leaves the
  /// day out; null if there is none.
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

  /// Whether there is any business day in 1970 to 2199.
  public boolean hasBusinessDays() {
    return add(EpochDays.MIN, 0) != EpochDays.NONE;
  }

  public boolean isBusinessDay(int day) {
    return EpochDays.isInRange(day) && tableAround(day).isBusinessDay(day);
  }

  public boolean isBusinessDay(LocalDate date) {
    return isBusinessDay(EpochDays.of(date));
  }

  /// For n > 0, the n-th business day strictly after a day; for n < 0, the n-th strictly before it;
  /// for 0, the result of `rollForward`.
  public int add(int day, int n) {
    if (!EpochDays.isInRange(day)) {
      return EpochDays.NONE;
    }
    int found = tableAround(day).add(day, n);
    return found != DayTable.OUTSIDE
        ? found
        : extendTable(EpochDays.MIN, EpochDays.MAX).add(day, n);
  }

  /// The same for dates; null if there is no such day.
  public @Nullable LocalDate add(LocalDate date, int n) {
    int found = add(EpochDays.of(date), n);
    return found == EpochDays.NONE ? null : EpochDays.toDate(found);
  }

  /// The day itself if it is a business day, otherwise the next one.
  public int rollForward(int day) {
    return add(day, 0);
  }

  /// The day itself if it is a business day, otherwise the one before.
  public int rollBack(int day) {
    if (!EpochDays.isInRange(day)) {
      return EpochDays.NONE;
    }
    int found = tableAround(day).rollBack(day);
    return found != DayTable.OUTSIDE
        ? found
        : extendTable(EpochDays.MIN, EpochDays.MAX).rollBack(day);
  }

  /// The number of business days in [from, to); negative if `to` is before `from`. Days outside
  /// 1970 to 2199 do not count.
  public int count(int from, int to) {
    int first = Math.clamp(from, EpochDays.MIN, EpochDays.MAX + 1);
    int last = Math.clamp(to, EpochDays.MIN, EpochDays.MAX + 1);
    tableAround(Math.min(first, EpochDays.MAX));
    DayTable both = tableAround(Math.min(last, EpochDays.MAX));
    return both.rank(last) - both.rank(first);
  }

  /// The n-th business day on or after `start`, n >= 1: business day n of a schedule, as Workiva
  /// counts.
  public int nth(int start, int n) {
    return n < 1 ? EpochDays.NONE : add(rollForward(start), n - 1);
  }

  /// The number of a business day counted from `start`: 1 for the first on or after it, 0 or less
  /// before it. A closed day has the number of the next business day.
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

  /// A table that covers the year of the day and the years next to it.
  private DayTable tableAround(int day) {
    DayTable now = table;
    if (now.covers(day)) {
      return now;
    }
    int year = EpochDays.toDate(day).getYear();
    return extendTable(EpochDays.yearStart(year - 1), EpochDays.yearEnd(year + 1));
  }

  /// A table that covers these days, as far as they are supported, and those of the current table:
  /// no later table lacks days of an earlier one.
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

  /// The current table.
  DayTable table() {
    return table;
  }

  @Override
  public String toString() {
    return key;
  }

  /// Listed days, each with the index of its first entry.
  private static final class ListedDays {
    private final Map<Integer, Integer> indexByDay = new HashMap<>();

    ListedDays(List<NamedDay> listed) {
      int place = 0;
      for (NamedDay day : listed) {
        indexByDay.putIfAbsent(EpochDays.of(day.date()), place++);
      }
    }

    /// The index of the day; -1 if it is not listed.
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
