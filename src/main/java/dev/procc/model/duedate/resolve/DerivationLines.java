package dev.procc.model.duedate.resolve;

import dev.procc.base.source.Span;
import dev.procc.model.calendar.DayReason;
import dev.procc.model.calendar.EpochDays;
import dev.procc.model.duedate.DerivationStep.DayLine;
import dev.procc.model.duedate.SourcedCalendar;
import dev.procc.model.duedate.syntax.DateExpression;
import dev.procc.model.duedate.syntax.DateExpressionWriter;
import java.util.ArrayList;
import java.util.List;

/// The counted days and the descriptions of a derivation.
final class DerivationLines {
  private DerivationLines() {}

  /// All days from the one next to `from` up to the result, in counting order.
  static List<DayLine> daysBetween(SourcedCalendar calendar, int from, int to) {
    List<DayLine> lines = new ArrayList<>();
    int step = Integer.signum(to - from);
    int number = 0;
    for (int day = from; day != to; ) {
      day += step;
      DayReason reason = calendar.days().reason(day);
      Span source = calendar.lines().span(reason);
      lines.add(
          new DayLine(EpochDays.toDate(day), reason.isClosed() ? 0 : ++number, reason, source));
    }
    return lines;
  }

  /// The description of a count: of an offset, of BDn or of WDn.
  static String describe(DateExpression expr, boolean dayZero) {
    if (expr instanceof DateExpression.WorkdayNumber number) {
      return workday(number.n(), dayZero);
    }
    if (expr instanceof DateExpression.BusinessDayNumber number) {
      return number.canonical() + " = " + ordinal(number.n()) + " of the schedule";
    }
    return expr instanceof DateExpression.DateOffset step ? step(step) : expr.canonical();
  }

  /// `3rd business day`.
  private static String ordinal(int n) {
    return DateExpressionWriter.ordinal(n) + " business day";
  }

  /// `WD3 = 3rd business day after the period`.
  private static String workday(int n, boolean dayZero) {
    String name = "WD" + n + " = ";
    if (n > 0) {
      return name + ordinal(n) + " after the period";
    }
    int back = dayZero ? 1 - n : -n;
    return name
        + (back == 1 ? "last" : DateExpressionWriter.ordinal(back) + " last")
        + " business day of the period";
  }

  /// `2 business days after`, `rolled forward`.
  private static String step(DateExpression.DateOffset step) {
    if (step.count() == 0) {
      return step.backward() ? "rolled back to a business day" : "rolled forward to a business day";
    }
    return step.unit().quantity(step.count()) + (step.backward() ? " before" : " after");
  }
}
