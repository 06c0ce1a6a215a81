package dev.procc.model.duedate.syntax;

import dev.procc.base.text.Plural;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A date expression without its white space and choice of words. Texts whose forms mean the same
/// in every context are equal: `T+3` and `WD3`, `5 business days after start` and `start + 5bd`.
public sealed interface DateExpression {
  /// The canonical form; `parse(canonical(e))` is `e`.
  default String canonical() {
    return DateExpressionWriter.format(this);
  }

  /// A typed date.
  record FixedDate(LocalDate date) implements DateExpression {}

  /// A named date.
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

  /// The date of another node: `task(us/recon-ar).due`.
  ///
  /// @param path a path of keys or the end of one; from the root if it begins with `/`
  record NodeReference(boolean group, String path, ReferencedDate field) implements DateExpression {
    /// The date of the node that is meant, as the formatter writes it.
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

  /// `WDn`: the n-th business day after the period's end, or before it if n is below 0.
  record WorkdayNumber(int n) implements DateExpression {}

  /// A date some days, weeks or months after or before another one. `+ 0bd` rolls forward, `- 0bd`
  /// back.
  ///
  /// @param count 0 to 9999
  record DateOffset(DateExpression base, boolean backward, int count, OffsetUnit unit)
      implements DateExpression {}

  /// The unit of an offset, as the formatter writes it.
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

  /// The n-th day of a kind in a span. It is an error if the span has none.
  ///
  /// @param ordinal 1 for the first, -1 for the last
  record NthDay(int ordinal, DayKind dayKind, DaySpan span) implements DateExpression {
    public boolean isFromEnd() {
      return ordinal < 0;
    }

    /// A copy with another span.
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

  /// The kind of day that is counted.
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

    /// The weekday, 0 for Monday to 6 for Sunday; negative for the two kinds that are not a
    /// weekday.
    public int weekday() {
      return ordinal() - MONDAY.ordinal();
    }
  }

  /// The unit of a span.
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

  /// The span in which days are counted.
  sealed interface DaySpan {
    /// `period`, `next period`, `previous period`.
    ///
    /// @param shift -1 for previous, 1 for next, else 0
    record WithinPeriod(int shift) implements DaySpan {}

    /// `month after period`, `quarter before period`.
    record NextToPeriod(SpanUnit unit, boolean after) implements DaySpan {}

    /// `month`, `next quarter`, `year of process.due`.
    ///
    /// @param shift -1 for previous, 1 for next, otherwise 0
    /// @param date a date in the span; null for the period's end, otherwise the schedule's start
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
