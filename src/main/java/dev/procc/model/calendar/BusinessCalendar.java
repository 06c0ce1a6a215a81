package dev.procc.model.calendar;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which days are worked, and counting on them.
///
/// The law of a day, strongest first: an own extra workday is open; an own holiday is off; a day
/// off in one of `alsoClosedIn` or outside the own workdays is off; every other day is open.
/// Counting costs one or two array loads; the arrays cover the years that were asked for so far and
/// grow on demand within 1970 to 2199. Safe for use by several threads: what they may race for is
/// only who builds a larger table first.
///
/// Days are epoch days (`Days`). Where there is no such day, within those years or at all, the
/// answer is `Days.NONE`.
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
  private final @Nullable DayRange covers;
  private final ListedDays off;
  private final ListedDays open;
  private volatile DayTable table = DayTable.EMPTY;

  private BusinessCalendar(
      String key,
      Weekdays workdays,
      List<NamedDay> holidays,
      List<NamedDay> extraWorkdays,
      List<BusinessCalendar> alsoClosedIn,
      @Nullable DayRange covers) {
    this.key = key;
    this.workdays = workdays;
    this.holidays = List.copyOf(holidays);
    this.extraWorkdays = List.copyOf(extraWorkdays);
    this.alsoClosedIn = List.copyOf(alsoClosedIn);
    this.covers = covers;
    off = new ListedDays(this.holidays);
    open = new ListedDays(this.extraWorkdays);
  }

  /// A calendar that stands alone.
  ///
  /// @param key its name in reasons
  public static BusinessCalendar of(
      String key, Weekdays workdays, List<NamedDay> holidays, List<NamedDay> extraWorkdays) {
    return of(key, workdays, holidays, extraWorkdays, List.of(), null);
  }

  /// @param alsoClosedIn calendars whose days off are days off here too, unless an own extra
  ///   workday opens them
  /// @param covers the days that were really looked up; absent when nobody said
  public static BusinessCalendar of(
      String key,
      Weekdays workdays,
      List<NamedDay> holidays,
      List<NamedDay> extraWorkdays,
      List<BusinessCalendar> alsoClosedIn,
      @Nullable DayRange covers) {
    return new BusinessCalendar(key, workdays, holidays, extraWorkdays, alsoClosedIn, covers);
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
  public @Nullable DayRange covers() {
    return covers;
  }

  /// The first calendar, this one or one it is also closed in, that says it was not looked up for
  /// that day; absent when the day is covered, or nobody said what is.
  public @Nullable BusinessCalendar gapAt(int day) {
    if (covers != null && !covers.contains(Days.date(day))) {
      return this;
    }
    for (BusinessCalendar other : alsoClosedIn) {
      BusinessCalendar gap = other.gapAt(day);
      if (gap != null) {
        return gap;
      }
    }
    return null;
  }

  /// Whether there is a business day at all in 1970 to 2199.
  public boolean hasBusinessDays() {
    return add(Days.MIN, 0) != Days.NONE;
  }

  public boolean isBusiness(int day) {
    return Days.exists(day) && around(day).open(day);
  }

  public boolean isBusiness(LocalDate date) {
    return isBusiness(Days.of(date));
  }

  /// n > 0: the n-th business day strictly after; n < 0: the n-th strictly before; 0: the same as
  /// `rollForward`.
  public int add(int day, int n) {
    if (!Days.exists(day)) {
      return Days.NONE;
    }
    int found = around(day).add(day, n);
    return found != DayTable.OUTSIDE ? found : grow(Days.MIN, Days.MAX).add(day, n);
  }

  /// The same on dates; absent where there is no such day.
  public @Nullable LocalDate add(LocalDate date, int n) {
    int found = add(Days.of(date), n);
    return found == Days.NONE ? null : Days.date(found);
  }

  /// The day itself when it is a business day, else the next one.
  public int rollForward(int day) {
    return add(day, 0);
  }

  /// The day itself when it is a business day, else the one before.
  public int rollBack(int day) {
    if (!Days.exists(day)) {
      return Days.NONE;
    }
    int found = around(day).rollBack(day);
    return found != DayTable.OUTSIDE ? found : grow(Days.MIN, Days.MAX).rollBack(day);
  }

  /// Business days in [from, to); negative when `to` is before `from`. Days outside 1970 to 2199
  /// hold none.
  public int count(int from, int to) {
    int first = Math.clamp(from, Days.MIN, Days.MAX + 1);
    int last = Math.clamp(to, Days.MIN, Days.MAX + 1);
    around(Math.min(first, Days.MAX));
    DayTable both = around(Math.min(last, Days.MAX));
    return both.rank(last) - both.rank(first);
  }

  /// The n-th business day of a span, n >= 1, the first one on or after `start`: what Workiva calls
  /// business day n of a schedule.
  public int nth(int start, int n) {
    return n < 1 ? Days.NONE : add(rollForward(start), n - 1);
  }

  /// The number of a business day counted from `start` (1 for the first on or after it); 0 or less
  /// before. On a day off, the number that the next business day has.
  public int ordinal(int start, int day) {
    return count(start, day) + 1;
  }

  /// Why the day is open or off.
  public DayReason reason(int day) {
    int listed = open.index(day);
    if (listed >= 0) {
      String name = extraWorkdays.get(listed).name();
      return new DayReason(DayReason.Kind.EXTRA_WORKDAY, key, listed, name);
    }
    listed = off.index(day);
    if (listed >= 0) {
      return new DayReason(DayReason.Kind.HOLIDAY, key, listed, holidays.get(listed).name());
    }
    if (!workdays.has(Days.weekday(day))) {
      return new DayReason(DayReason.Kind.WEEKEND, key, -1, "");
    }
    for (BusinessCalendar other : alsoClosedIn) {
      DayReason reason = other.reason(day);
      if (reason.off()) {
        return reason;
      }
    }
    return new DayReason(DayReason.Kind.WORKDAY, key, -1, "");
  }

  /// A table that holds the day, its year and the years beside it.
  private DayTable around(int day) {
    DayTable now = table;
    if (now.covers(day)) {
      return now;
    }
    int year = Days.date(day).getYear();
    return grow(Days.yearStart(year - 1), Days.yearEnd(year + 1));
  }

  /// A table of these days, within the years, and of all that were asked for before. Tables only
  /// ever grow, so that whoever has seen one may rely on its days being in every later one.
  private synchronized DayTable grow(int from, int to) {
    DayTable now = table;
    boolean none = now == DayTable.EMPTY;
    int lo = Math.max(none ? from : Math.min(from, now.lo()), Days.MIN);
    int hi = Math.min(none ? to : Math.max(to, now.end() - 1), Days.MAX);
    if (now.covers(lo) && now.covers(hi)) {
      return now;
    }
    boolean[] days = new boolean[hi - lo + 1];
    for (int i = 0; i < days.length; i++) {
      days[i] = workdays.has(Days.weekday(lo + i));
    }
    for (BusinessCalendar other : alsoClosedIn) {
      for (int i = 0; i < days.length; i++) {
        days[i] &= other.isBusiness(lo + i);
      }
    }
    off.mark(days, lo, false);
    open.mark(days, lo, true);
    DayTable built = new DayTable(lo, days);
    table = built;
    return built;
  }

  /// What has been built so far.
  DayTable table() {
    return table;
  }

  @Override
  public String toString() {
    return key;
  }

  /// Listed days, each with the place of its first listing.
  private static final class ListedDays {
    private final Map<Integer, Integer> places = new HashMap<>();

    ListedDays(List<NamedDay> listed) {
      int place = 0;
      for (NamedDay day : listed) {
        places.putIfAbsent(Days.of(day.date()), place++);
      }
    }

    /// The place of the day, or -1.
    int index(int day) {
      return places.getOrDefault(day, -1);
    }

    void mark(boolean[] table, int lo, boolean value) {
      for (int day : places.keySet()) {
        int i = day - lo;
        if (i >= 0 && i < table.length) {
          table[i] = value;
        }
      }
    }
  }
}
