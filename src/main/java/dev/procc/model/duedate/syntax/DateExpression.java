package dev.procc.model.duedate.syntax;

import dev.procc.base.text.Plural;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A date expression as it is meant, white space and choice of words left behind: two texts that
/// mean the same in every context by their form alone are equal (`T+3` and `WD3`, `5 business days
/// after start` and `start + 5bd`).
public sealed interface DateExpression {
  /// The canonical form: `parse(canonical(e))` is `e`.
  default String canonical() {
    return DateExpressionWriter.format(this);
  }

  /// A typed date.
  record FixedDate(LocalDate date) implements DateExpression {}

  /// A date that has a name.
  record AnchorDate(AnchorName name) implements DateExpression {
    /// The names, as the formatter writes them.
    public enum AnchorName {
      START("start"),
      END("end"),
      DUE_DATE("dueDate"),
      PROCESS_DUE("process.due"),
      PERIOD_START("period.start"),
      PERIOD_END("period.end"),
      PARENT_DUE("parent.due"),
      PREVIOUS_DUE("previous.due");

      private final String text;

      AnchorName(String words) {
        this.text = words;
      }

      public String text() {
        return text;
      }
    }
  }

  /// A date of another node: `task(us/recon-ar).due`.
  ///
  /// @param path a path of keys or its tail; from the root where it begins with `/`
  record NodeReference(boolean group, String path, ReferencedDate field) implements DateExpression {
    /// Which date of the node, as the formatter writes it.
    public enum ReferencedDate {
      START("start"),
      DUE("due"),
      APPROVER_DUE("approverDue"),
      DONE("done");

      private final String text;

      ReferencedDate(String words) {
        this.text = words;
      }

      public String text() {
        return text;
      }
    }
  }

  /// `BDn`, n >= 1: the n-th business day of the schedule, Workiva's own number.
  record BusinessDayNumber(int n) implements DateExpression {}

  /// `WDn`: the n-th business day after the period's end; below 0 counted back from it.
  record WorkdayNumber(int n) implements DateExpression {}

  /// A number of days, weeks or months later or earlier. `+ 0bd` rolls forward, `- 0bd` back.
  ///
  /// @param count 0 to 9999
  record DateOffset(DateExpression base, boolean backward, int count, OffsetUnit unit)
      implements DateExpression {}

  /// What is stepped by, as the formatter writes it.
  enum OffsetUnit {
    BUSINESS_DAY("bd", "business day"),
    DAY("d", "day"),
    WEEK("w", "week"),
    MONTH("m", "month"),
    QUARTER("q", "quarter"),
    YEAR("y", "year");

    private final String symbol;
    private final String noun;

    OffsetUnit(String sign, String words) {
      this.symbol = sign;
      this.noun = words;
    }

    public String symbol() {
      return symbol;
    }

    /// `1 month`, `3 months`.
    public String quantity(int n) {
      return Plural.of(n, noun);
    }
  }

  /// The n-th day of a kind inside a span; an error when the span has none.
  ///
  /// @param ordinal 1 for the first, -1 for the last
  record NthDay(int ordinal, DayKind dayKind, DaySpan span) implements DateExpression {
    public boolean isFromEnd() {
      return ordinal < 0;
    }

    /// The same day of another span.
    public NthDay in(DaySpan other) {
      return new NthDay(ordinal, dayKind, other);
    }
  }

  /// The n-th weekday before or after a date: `first monday after period.end`.
  ///
  /// @param n from 1, the nearest to the date
  /// @param weekday Monday to Sunday
  record WeekdayBeside(int n, DayKind weekday, DateSide side, DateExpression date)
      implements DateExpression {}

  /// The side of a date on which days are counted, and whether the date itself counts.
  enum DateSide {
    AFTER("after"),
    ON_OR_AFTER("on or after"),
    BEFORE("before"),
    ON_OR_BEFORE("on or before");

    private final String text;

    DateSide(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }

    public boolean isAfter() {
      return this == AFTER || this == ON_OR_AFTER;
    }

    public boolean isInclusive() {
      return this == ON_OR_AFTER || this == ON_OR_BEFORE;
    }
  }

  /// The kinds of day that a place counts.
  enum DayKind {
    BUSINESS_DAY("business day"),
    DAY("day"),
    MONDAY("monday"),
    TUESDAY("tuesday"),
    WEDNESDAY("wednesday"),
    THURSDAY("thursday"),
    FRIDAY("friday"),
    SATURDAY("saturday"),
    SUNDAY("sunday");

    private final String text;

    DayKind(String words) {
      this.text = words;
    }

    public String text() {
      return text;
    }

    /// 0 for Monday to 6 for Sunday; negative for the two that are no weekday.
    public int weekday() {
      return ordinal() - MONDAY.ordinal();
    }
  }

  /// A stretch of the calendar.
  enum SpanUnit {
    MONTH("month", 1),
    QUARTER("quarter", 3),
    YEAR("year", 12);

    private final String text;
    private final int months;

    SpanUnit(String words, int months) {
      this.text = words;
      this.months = months;
    }

    public String text() {
      return text;
    }

    public int months() {
      return months;
    }
  }

  /// The span a place counts in.
  sealed interface DaySpan {
    /// `period`, `next period`, `previous period`.
    ///
    /// @param shift -1 for previous, 1 for next, else 0
    record WithinPeriod(int shift) implements DaySpan {}

    /// `month after period`, `quarter before period`.
    record NextToPeriod(SpanUnit unit, boolean after) implements DaySpan {}

    /// `month`, `next quarter`, `year of process.due`.
    ///
    /// @param shift -1 for previous, 1 for next, else 0
    /// @param date the date it holds; null for the period's end, else the schedule's start
    record ContainingDate(SpanUnit unit, int shift, @Nullable DateExpression date)
        implements DaySpan {}

    /// A period by its key, in its default form: `2026-04`, `2026-Q2`, `2026`, `FY2026-P03`.
    record OfPeriodKey(String key) implements DaySpan {}
  }

  /// `earliest(...)` or `latest(...)`.
  record EarliestOrLatest(boolean latest, List<DateExpression> operands) implements DateExpression {
    public EarliestOrLatest {
      operands = List.copyOf(operands);
    }
  }

  /// `clamp(value, low, high)`: not before low, not after high.
  record Clamp(DateExpression value, DateExpression low, DateExpression high)
      implements DateExpression {}
}
