package dev.procc.model.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The keys of periods: which period a key stands for, and the keys before and after it.
public final class Periods {
  /// The forms of keys, as messages list them.
  public static final String FORMS = "2024-Q4, 2026-03, 2026, FY2026-P03, FY2026-Q2 or FY2026";

  /// The forms of keys where there is no fiscal year.
  private static final String CALENDAR_FORMS = "2024-Q4, 2026-03 or 2026";

  private static final String[] MONTHS = {
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December"
  };

  private Periods() {}

  /// A period, or the reason why there is none.
  ///
  /// @param problem the text of a message: `"2026-13" is not a period`
  public record PeriodLookup(@Nullable Period period, @Nullable String problem) {}

  /// The kind of period that a key names.
  enum Granularity {
    YEAR,
    QUARTER,
    MONTH
  }

  /// @param granularity MONTH stands for a period of a fiscal year if `fiscal`
  record PeriodKey(boolean fiscal, int year, Granularity granularity, int number) {
    /// The key in its default form: `2026-03`, `FY2026-P03`.
    String text() {
      String base = (fiscal ? "FY" : "") + year;
      String two = (number < 10 ? "0" : "") + number;
      return switch (granularity) {
        case YEAR -> base;
        case QUARTER -> base + "-Q" + number;
        case MONTH -> base + (fiscal ? "-P" : "-") + two;
      };
    }
  }

  /// The period of a key, in upper or lower case. A fiscal key needs the project's rule.
  public static PeriodLookup find(String key, @Nullable FiscalRule rule) {
    PeriodKey read = parseKey(key);
    if (read == null) {
      return new PeriodLookup(null, "\"" + key + "\" is not a period");
    }
    return read.fiscal() ? fiscalPeriod(key, read, rule) : calendarPeriod(key, read);
  }

  /// The default form of a key, `FY2026-P03` for `fy2026-p3`; null if the text is not a key.
  public static @Nullable String canonical(String key) {
    PeriodKey read = parseKey(key);
    return read == null ? null : read.text();
  }

  /// Whether a text has the form of a key; such a period need not exist.
  public static boolean isKey(String text) {
    return parseKey(text) != null;
  }

  /// Whether a text has the form of a fiscal key.
  public static boolean isFiscalKey(String text) {
    PeriodKey read = parseKey(text);
    return read != null && read.fiscal();
  }

  /// The key of the next period of the same kind: `2025-Q1` for `2024-Q4`. Null if the text is not
  /// a key or the fiscal rule ends there.
  public static @Nullable String next(String key, @Nullable FiscalRule rule) {
    PeriodKey read = parseKey(key);
    if (read == null) {
      return null;
    }
    int last =
        switch (read.granularity()) {
          case YEAR -> -1;
          case QUARTER -> 4;
          case MONTH -> !read.fiscal() ? 12 : rule == null ? 0 : rule.periodCount(read.year());
        };
    if (last == 0) {
      return null;
    }
    boolean turns = read.number() >= last;
    PeriodKey after =
        turns
            ? new PeriodKey(read.fiscal(), read.year() + 1, read.granularity(), 1)
            : new PeriodKey(read.fiscal(), read.year(), read.granularity(), read.number() + 1);
    return after.text();
  }

  /// The key of the previous period of the same kind: `2024-Q4` for `2025-Q1`. Null if the text is
  /// not a key or the fiscal rule begins there.
  public static @Nullable String previous(String key, @Nullable FiscalRule rule) {
    PeriodKey read = parseKey(key);
    if (read == null) {
      return null;
    }
    boolean turns = read.granularity() == Granularity.YEAR || read.number() <= 1;
    int year = turns ? read.year() - 1 : read.year();
    int last =
        switch (read.granularity()) {
          case YEAR -> 0;
          case QUARTER -> 4;
          case MONTH -> !read.fiscal() ? 12 : rule == null ? 0 : rule.periodCount(year);
        };
    if (last == 0 && read.granularity() == Granularity.MONTH) {
      return null;
    }
    int number = turns ? last : read.number() - 1;
    return new PeriodKey(read.fiscal(), year, read.granularity(), number).text();
  }

  /// The fiscal quarter or year that contains a date, or one a number of quarters or years away;
  /// null if the rule does not give it.
  ///
  /// @param shift that number; below 0 for earlier ones
  public static @Nullable DayRange fiscalSpan(
      FiscalRule rule, boolean quarter, LocalDate date, int shift) {
    for (int year = date.getYear() - 1; year <= date.getYear() + 1; year++) {
      if (!quarter) {
        DayRange days = rule.year(year);
        if (days != null && days.contains(date)) {
          return rule.year(year + shift);
        }
        continue;
      }
      for (int number = 1; number <= 4; number++) {
        DayRange days = quarter(rule, year, number);
        if (days != null && days.contains(date)) {
          int at = number - 1 + shift;
          return quarter(rule, year + Math.floorDiv(at, 4), Math.floorMod(at, 4) + 1);
        }
      }
    }
    return null;
  }

  /// The keys from the first to the last, both included; empty if the last one is not reached
  /// within 10,000 steps.
  public static List<String> range(String first, String last, @Nullable FiscalRule rule) {
    List<String> keys = new ArrayList<>();
    PeriodKey goal = parseKey(last);
    String at = first;
    while (at != null && goal != null && keys.size() < 10_000) {
      keys.add(at);
      if (goal.equals(parseKey(at))) {
        return keys;
      }
      at = next(at, rule);
    }
    return List.of();
  }

  /// The days of a fiscal quarter.
  static @Nullable DayRange quarter(FiscalRule rule, int year, int quarter) {
    if (quarter < 1 || quarter > 4 || rule.periodCount(year) == 0) {
      return null;
    }
    int before = quarter == 1 ? 0 : rule.lastOfQuarter(year, quarter - 1);
    DayRange first = rule.period(year, before + 1);
    DayRange last = rule.period(year, rule.lastOfQuarter(year, quarter));
    return first == null || last == null ? null : new DayRange(first.start(), last.end());
  }

  private static PeriodLookup calendarPeriod(String key, PeriodKey read) {
    int n = read.number();
    int year = read.year();
    switch (read.granularity()) {
      case YEAR -> {
        return periodOf(key, key, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), year, 4);
      }
      case QUARTER -> {
        if (n < 1 || n > 4) {
          return new PeriodLookup(null, "\"" + key + "\" is not a period: a year has 4 quarters");
        }
        LocalDate start = LocalDate.of(year, n * 3 - 2, 1);
        String label = "Q" + n + " " + year;
        return periodOf(key, label, start, start.plusMonths(3).minusDays(1), year, n);
      }
      default -> {
        if (n < 1 || n > 12) {
          return new PeriodLookup(null, "\"" + key + "\" is not a period: a year has 12 months");
        }
        YearMonth month = YearMonth.of(year, n);
        String label = monthName(month.getMonth()) + " " + year;
        return periodOf(key, label, month.atDay(1), month.atEndOfMonth(), year, (n + 2) / 3);
      }
    }
  }

  private static PeriodLookup fiscalPeriod(String key, PeriodKey read, @Nullable FiscalRule rule) {
    if (rule == null) {
      return new PeriodLookup(
          null, "\"" + key + "\" needs the project's fiscal year, and there is none");
    }
    String label = "FY" + read.year();
    int n = read.number();
    int quarter = 4;
    DayRange days;
    switch (read.granularity()) {
      case YEAR -> days = rule.year(read.year());
      case QUARTER -> {
        days = quarter(rule, read.year(), n);
        label = "Q" + n + " " + label;
        quarter = n;
      }
      default -> {
        days = rule.period(read.year(), n);
        label = "P" + n + " " + label;
        quarter = 1;
        while (quarter < 4 && n > rule.lastOfQuarter(read.year(), quarter)) {
          quarter++;
        }
      }
    }
    if (days == null) {
      return new PeriodLookup(null, missing(key, read, rule));
    }
    return periodOf(key, label, days.start(), days.end(), read.year(), quarter);
  }

  /// The reason why a fiscal key has no days.
  private static String missing(String key, PeriodKey read, FiscalRule rule) {
    if (read.granularity() == Granularity.MONTH
        && rule instanceof FiscalRule.ListedPeriods listed
        && read.number() >= 1
        && read.number() <= rule.periodCount(read.year())) {
      boolean own = listed.end(read.year(), read.number()) == null;
      return "\""
          + key
          + "\" has no "
          + (own ? "end" : "start")
          + ": list the last day of "
          + (own ? "it" : "the period before it")
          + " under dates.fiscalYear.periods";
    }
    return "\"" + key + "\" is not a period of the project's fiscal year";
  }

  private static PeriodLookup periodOf(
      String key, String label, LocalDate start, LocalDate end, int year, int quarter) {
    if (EpochDays.of(start) == EpochDays.NONE || EpochDays.of(end) == EpochDays.NONE) {
      return new PeriodLookup(
          null, "\"" + key + "\" is out of range: dates go from " + EpochDays.SUPPORTED_YEARS);
    }
    return new PeriodLookup(
        new Period(key, label, start, end, year, quarter, end.getMonthValue()), null);
  }

  /// What to write instead of a text that is no key of a period: its parts in another order, as in
  /// `Q4-2026`, `2026Q4` and `3/2026`, or the forms that there are.
  public static String hint(String text) {
    return hint(text, FORMS);
  }

  /// The same in a project, in which a fiscal key needs a rule.
  public static String hint(String text, @Nullable FiscalRule rule) {
    if (rule != null) {
      return hint(text);
    }
    return hint(text, CALENDAR_FORMS)
        + (isFiscalKey(text)
            ? ", or give dates.fiscalYear in procc.yaml: procc explain fiscalYear"
            : "");
  }

  private static String hint(String text, String forms) {
    StringBuilder year = new StringBuilder();
    StringBuilder part = new StringBuilder();
    for (String word : text.toUpperCase(Locale.ROOT).split("(?<=[0-9]{4})(?=Q)|[^A-Z0-9]+", -1)) {
      (word.length() == 4 && parseDigits(word) >= 0 ? year : part).append(word);
    }
    String key = year + "-" + (part.length() == 1 ? "0" : "") + part;
    return "write " + (part.isEmpty() || find(key, null).period() == null ? forms : key);
  }

  static @Nullable PeriodKey parseKey(String text) {
    boolean fiscal = text.regionMatches(true, 0, "FY", 0, 2);
    int end = fiscal ? 6 : 4;
    if (text.length() < end) {
      return null;
    }
    int year = parseDigits(text.substring(end - 4, end));
    String rest = text.substring(end);
    if (year == -1) {
      return null;
    }
    if (rest.isEmpty()) {
      return new PeriodKey(fiscal, year, Granularity.YEAR, 0);
    }
    if (rest.regionMatches(true, 0, "-Q", 0, 2)) {
      int quarter = rest.length() == 3 ? parseDigits(rest.substring(2)) : -1;
      return quarter < 0 ? null : new PeriodKey(fiscal, year, Granularity.QUARTER, quarter);
    }
    String sign = fiscal ? "-P" : "-";
    if (!rest.regionMatches(true, 0, sign, 0, sign.length())) {
      return null;
    }
    String digits = rest.substring(sign.length());
    boolean sized = digits.length() == 2 || (fiscal && digits.length() == 1);
    int month = sized ? parseDigits(digits) : -1;
    return month < 0 ? null : new PeriodKey(fiscal, year, Granularity.MONTH, month);
  }

  /// The number that digits form; -1 if there is anything else.
  private static int parseDigits(String digits) {
    int value = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value * 10 + c - '0';
    }
    return value;
  }

  /// The English name of a month, `March`.
  public static String monthName(Month month) {
    return MONTHS[month.getValue() - 1];
  }
}
