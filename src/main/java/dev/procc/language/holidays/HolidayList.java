package dev.procc.language.holidays;

import dev.procc.model.calendar.DayRange;
import dev.procc.model.calendar.NamedDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The holidays of a range, from one source.
///
/// @param source the text for `source:`, `United States (us), on which ... agree`
/// @param range the days that the source covers
/// @param days the closed days in the range, sorted, each once
/// @param leftOut listed days that are not closed as a whole, sorted
public record HolidayList(
    String source, DayRange range, List<NamedDay> days, List<LeftOutDay> leftOut) {
  public HolidayList {
    days = List.copyOf(days);
    leftOut = List.copyOf(leftOut);
  }

  /// A listed day that stays a working day.
  public record LeftOutDay(LocalDate date, String name, LeftOutReason reason) {}

  /// The reason why a listed day stays a working day.
  public enum LeftOutReason {
    HALF_DAY("half a day; a calendar has whole days only"),
    OBSERVANCE("observed, not a day off"),
    REGIONAL("a day off in a part of the country; add it by hand where it is one"),
    TENTATIVE("tentative; add it by hand if it is a day off"),
    LONG("more than 31 days in one; add by hand those that are days off"),
    CANCELLED("cancelled, as its name says; add it by hand if it is a day off"),
    TIMES("given in hours, so that a zone decides which day it is; add that day by hand"),
    IN_QUESTION("only one source has it; add it by hand if it is a day off");

    private final String text;

    LeftOutReason(String text) {
      this.text = text;
    }

    /// The text for people: `observed, not a day off`.
    public String text() {
      return text;
    }
  }

  /// A collector of days, which joins several names of one day. Its limit is above every real list
  /// of holidays, since each event of a file may repeat.
  static final class HolidayCollector {
    static final int MAX_DAYS = 20_000;
    static final int MAX_NAMES = 500_000;

    private final Map<LocalDate, Set<String>> days = new TreeMap<>();
    private final Map<LocalDate, Map<String, LeftOutReason>> leftOut = new TreeMap<>();
    private int count;
    private long characters;
    private boolean hasRules;
    private final TreeMap<Integer, Integer> singlesByYear = new TreeMap<>();

    void add(LocalDate date, String name) {
      if (takes(name)) {
        Set<String> names = days.computeIfAbsent(date, d -> new TreeSet<>());
        if (!name.isEmpty()) {
          names.add(name);
        }
      }
    }

    void leaveOut(LocalDate date, String name, LeftOutReason reason) {
      if (takes(name)) {
        leftOut.computeIfAbsent(date, d -> new TreeMap<>()).putIfAbsent(name, reason);
      }
    }

    private boolean takes(String name) {
      count++;
      characters += name.length();
      return !isOverfull();
    }

    /// Records that some days come from a rule, which covers all years.
    void addRule() {
      hasRules = true;
    }

    /// Records that a day stands for itself, in this year only.
    void addSingle(LocalDate date) {
      singlesByYear.merge(date.getYear(), 1, Integer::sum);
    }

    /// The number of days that stand for themselves, by year; none for a year without one.
    NavigableMap<Integer, Integer> singlesByYear() {
      return singlesByYear;
    }

    boolean hasRules() {
      return hasRules;
    }

    /// Whether the limit is exceeded.
    boolean isOverfull() {
      return count > MAX_DAYS || characters > MAX_NAMES;
    }

    List<LocalDate> dates() {
      List<LocalDate> all = new ArrayList<>(days.keySet());
      all.addAll(leftOut.keySet());
      all.sort(null);
      return all;
    }

    /// The days in the range; among those left out, only days that are not closed under another
    /// name.
    HolidayList build(String source, DayRange range) {
      List<NamedDay> daysOff = new ArrayList<>();
      days.forEach((date, names) -> {
        if (range.contains(date)) {
          daysOff.add(new NamedDay(date, String.join(" / ", names)));
        }
      });
      List<LeftOutDay> left = new ArrayList<>();
      leftOut.forEach((date, names) -> {
        if (range.contains(date) && !days.containsKey(date)) {
          names.forEach((name, reason) -> left.add(new LeftOutDay(date, name, reason)));
        }
      });
      return new HolidayList(source, range, daysOff, left);
    }
  }
}
