package dev.procc.language.holidays;

import dev.procc.model.calendar.DayRange;
import dev.procc.model.calendar.NamedDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Holidays of one range, from one source.
///
/// @param source what `source:` will say: `United States (us), on which ... agree`
/// @param range the days that were really looked up
/// @param days the days off within it, sorted, each once
/// @param leftOut what the source lists and a calendar of whole days does not take, sorted
public record HolidayList(
    String source, DayRange range, List<NamedDay> days, List<LeftOutDay> leftOut) {
  public HolidayList {
    days = List.copyOf(days);
    leftOut = List.copyOf(leftOut);
  }

  /// A day that stays a business day.
  public record LeftOutDay(LocalDate date, String name, LeftOutReason reason) {}

  /// Why a listed day is not a day off.
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

    /// What people read: `observed, not a day off`.
    public String text() {
      return text;
    }
  }

  /// Collects days; several names of one day are joined. It takes so many that no list of holidays
  /// has more, as each event of a file may repeat.
  static final class HolidayCollector {
    static final int MAX_DAYS = 20_000;
    static final int MAX_NAMES = 500_000;

    private final Map<LocalDate, Set<String>> days = new TreeMap<>();
    private final Map<LocalDate, Map<String, LeftOutReason>> leftOut = new TreeMap<>();
    private int count;
    private long characters;
    private boolean hasRules;

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

    /// Notes that some of the days come from a rule, which says of every year which days it has.
    void addRule() {
      hasRules = true;
    }

    boolean hasRules() {
      return hasRules;
    }

    /// Whether there was more than it takes.
    boolean isOverfull() {
      return count > MAX_DAYS || characters > MAX_NAMES;
    }

    List<LocalDate> dates() {
      List<LocalDate> all = new ArrayList<>(days.keySet());
      all.addAll(leftOut.keySet());
      all.sort(null);
      return all;
    }

    /// What lies in the range; of what is left out, what is no day off by another name.
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
