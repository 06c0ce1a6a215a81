package dev.procc.language.importing;

import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.DayRange;
import dev.procc.model.calendar.EpochDays;
import dev.procc.model.catalog.FieldRole;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A date expression that an import can write: a number of days from a known date.
///
/// @param count of days; for `BD`, the number of the business day
record CountedDate(Anchor anchor, int count, boolean business) {
  private static final int MAX_NEAR = 10;
  private static final int MAX_DAYS = 366;

  /// The date from which an expression counts.
  enum Anchor {
    /// The due date of the same node.
    OWN(FieldRole.DUE_DATE.fieldName()),
    /// A business day of the schedule: `BD3`.
    SCHEDULE("BD"),
    START("start"),
    END("end"),
    /// The due date of the sibling before it.
    PREVIOUS("previous.due");

    private final String word;

    Anchor(String word) {
      this.word = word;
    }
  }

  /// The dates from which those of a node can be counted.
  ///
  /// @param own the due date of the node, for that of its approval; null otherwise
  /// @param previous the due date of the sibling before it; null if there is none
  record DateFrame(
      BusinessCalendar calendar,
      @Nullable DayRange schedule,
      @Nullable LocalDate own,
      @Nullable LocalDate previous) {

    private @Nullable LocalDate day(Anchor anchor) {
      DayRange range = schedule;
      return switch (anchor) {
        case OWN -> own;
        case PREVIOUS -> previous;
        case SCHEDULE, START -> range == null ? null : range.start();
        case END -> range == null ? null : range.end();
      };
    }

    private boolean isInSchedule(LocalDate day) {
      DayRange range = schedule;
      return range != null && range.contains(day);
    }
  }

  /// The expressions for a day, the simplest first: from the node's own date, then from the nearer
  /// end of the schedule, with business days before calendar days.
  ///
  /// @param chained whether a date may depend on that of the sibling before it
  static List<CountedDate> all(DateFrame frame, LocalDate day, boolean chained) {
    List<CountedDate> rules = new ArrayList<>();
    add(rules, frame, day, Anchor.OWN, MAX_NEAR);
    List<CountedDate> ends = new ArrayList<>();
    add(ends, frame, day, Anchor.START, 0);
    add(ends, frame, day, Anchor.END, MAX_DAYS);
    LocalDate start = frame.day(Anchor.START);
    if (start != null && frame.isInSchedule(day) && frame.calendar().isBusinessDay(day)) {
      int number = count(frame.calendar(), start.minusDays(1), day);
      ends.add(new CountedDate(Anchor.SCHEDULE, number, true));
    } else {
      add(ends, frame, day, Anchor.START, MAX_DAYS);
    }
    ends.sort((a, b) -> Integer.compare(Math.abs(a.count), Math.abs(b.count)));
    rules.addAll(ends);
    if (chained) {
      add(rules, frame, day, Anchor.PREVIOUS, MAX_NEAR);
    }
    for (Anchor anchor : List.of(Anchor.START, Anchor.END)) {
      LocalDate from = frame.day(anchor);
      if (from != null) {
        long days = ChronoUnit.DAYS.between(from, day);
        if (days != 0 && Math.abs(days) <= MAX_DAYS) {
          rules.add(new CountedDate(anchor, (int) days, false));
        }
      }
    }
    return rules;
  }

  private static void add(
      List<CountedDate> rules, DateFrame frame, LocalDate day, Anchor anchor, int max) {
    LocalDate from = frame.day(anchor);
    if (from == null) {
      return;
    }
    int count = from.equals(day) ? 0 : count(frame.calendar(), from, day);
    CountedDate rule = new CountedDate(anchor, count, true);
    if (Math.abs(count) <= max && day.equals(rule.day(frame)) && !rules.contains(rule)) {
      rules.add(rule);
    }
  }

  /// The number of business days from one day to another, which may be earlier.
  private static int count(BusinessCalendar calendar, LocalDate from, LocalDate to) {
    int first = EpochDays.of(from);
    int last = EpochDays.of(to);
    return from.isBefore(to) ? calendar.count(first + 1, last + 1) : -calendar.count(last, first);
  }

  /// The day of the expression; null if it has none in this frame.
  @Nullable LocalDate day(DateFrame frame) {
    LocalDate from = frame.day(anchor);
    if (from == null || business && count != 0 && !frame.calendar().hasBusinessDays()) {
      return null;
    }
    if (!business) {
      return from.plusDays(count);
    }
    if (anchor == Anchor.SCHEDULE) {
      LocalDate day = frame.calendar().add(from.minusDays(1), count);
      return day != null && frame.isInSchedule(day) ? day : null;
    }
    return count == 0 ? from : frame.calendar().add(from, count);
  }

  /// `end - 3bd`.
  String text() {
    if (anchor == Anchor.SCHEDULE) {
      return anchor.word + count;
    }
    return count == 0
        ? anchor.word
        : anchor.word + (count > 0 ? " + " : " - ") + Math.abs(count) + (business ? "bd" : "d");
  }
}
