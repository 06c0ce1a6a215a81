package dev.procc.model.duedate;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A date expression as it is meant, white space and choice of words left behind: two texts that
/// mean the same in every context by their form alone are equal (`T+3` and `WD3`, `5 business days
/// after start` and `start + 5bd`).
public sealed interface Expr {
  /// The one way to write it: `parse(canonical(e))` is `e`.
  default String canonical() {
    return Canonical.of(this);
  }

  /// A typed date.
  record Day(LocalDate date) implements Expr {}

  /// A date that has a name.
  record Anchor(Name name) implements Expr {
    /// The names, as the formatter writes them.
    public enum Name {
      START("start"),
      END("end"),
      DUE_DATE("dueDate"),
      PROCESS_DUE("process.due"),
      PERIOD_START("period.start"),
      PERIOD_END("period.end"),
      PARENT_DUE("parent.due"),
      PREVIOUS_DUE("previous.due");

      private final String words;

      Name(String words) {
        this.words = words;
      }

      public String words() {
        return words;
      }
    }
  }

  /// A date of another node: `task(us/recon-ar).due`.
  ///
  /// @param path a path of keys or its tail; from the root where it begins with `/`
  record Reference(boolean group, String path, Field field) implements Expr {
    /// Which date of the node, as the formatter writes it.
    public enum Field {
      START("start"),
      DUE("due"),
      APPROVER_DUE("approverDue"),
      DONE("done");

      private final String words;

      Field(String words) {
        this.words = words;
      }

      public String words() {
        return words;
      }
    }
  }

  /// `BDn`, n >= 1: the n-th business day of the schedule, Workiva's own number.
  record BusinessDay(int n) implements Expr {}

  /// `WDn`: the n-th business day after the period's end; below 0 counted back from it.
  record Workday(int n) implements Expr {}

  /// A number of days, weeks or months later or earlier. `+ 0bd` rolls forward, `- 0bd` back.
  ///
  /// @param count 0 to 9999
  record Step(Expr from, boolean back, int count, Unit unit) implements Expr {}

  /// What is stepped by, as the formatter writes it.
  enum Unit {
    BUSINESS_DAY("bd", "business day"),
    DAY("d", "day"),
    WEEK("w", "week"),
    MONTH("m", "month"),
    QUARTER("q", "quarter"),
    YEAR("y", "year");

    private final String sign;
    private final String words;

    Unit(String sign, String words) {
      this.sign = sign;
      this.words = words;
    }

    public String sign() {
      return sign;
    }

    /// `1 month`, `3 months`.
    public String count(int n) {
      return n + " " + words + (n == 1 ? "" : "s");
    }
  }

  /// The n-th day of a kind inside a span; an error when the span has none.
  ///
  /// @param which 1 for the first, -1 for the last
  record Place(int which, What what, Where where) implements Expr {
    boolean fromTheEnd() {
      return which < 0;
    }
  }

  /// The kinds of day that a place counts.
  enum What {
    BUSINESS_DAY("business day"),
    DAY("day"),
    MONDAY("monday"),
    TUESDAY("tuesday"),
    WEDNESDAY("wednesday"),
    THURSDAY("thursday"),
    FRIDAY("friday"),
    SATURDAY("saturday"),
    SUNDAY("sunday");

    private final String words;

    What(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }

    /// 0 for Monday to 6 for Sunday; negative for the two that are no weekday.
    int weekday() {
      return ordinal() - MONDAY.ordinal();
    }
  }

  /// A stretch of the calendar.
  enum Stretch {
    MONTH("month", 1),
    QUARTER("quarter", 3),
    YEAR("year", 12);

    private final String words;
    private final int months;

    Stretch(String words, int months) {
      this.words = words;
      this.months = months;
    }

    public String words() {
      return words;
    }

    int months() {
      return months;
    }
  }

  /// The span a place counts in.
  sealed interface Where {
    /// `period`.
    record InPeriod() implements Where {}

    /// `month after period`, `quarter before period`.
    record Beside(Stretch stretch, boolean after) implements Where {}

    /// `month`, `next quarter`, `year of process.due`.
    ///
    /// @param shift -1 for previous, 1 for next, else 0
    /// @param of the date it holds; absent: the period's end, else the schedule's start
    record Around(Stretch stretch, int shift, @Nullable Expr of) implements Where {}

    /// A period by its key, in its default form: `2026-04`, `2026-Q2`, `2026`, `FY2026-P03`.
    record Keyed(String key) implements Where {}
  }

  /// `earliest(...)` or `latest(...)`.
  record Pick(boolean latest, List<Expr> of) implements Expr {
    public Pick {
      of = List.copyOf(of);
    }
  }

  /// `clamp(value, low, high)`: not before low, not after high.
  record Clamp(Expr value, Expr low, Expr high) implements Expr {}
}
