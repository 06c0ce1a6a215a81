package dev.procc.model.duedate;

import dev.procc.base.source.Span;
import dev.procc.model.calendar.DayReason;
import dev.procc.model.calendar.Days;
import dev.procc.model.duedate.DerivationStep.DayLine;
import java.util.ArrayList;
import java.util.List;

/// Days and words of a derivation.
final class Lines {
  private Lines() {}

  /// Every day from the one next to `from` to the result, in the order of counting.
  static List<DayLine> between(SourcedCalendar calendar, int from, int to) {
    List<DayLine> lines = new ArrayList<>();
    int step = Integer.signum(to - from);
    int number = 0;
    for (int day = from; day != to; ) {
      day += step;
      DayReason reason = calendar.days().reason(day);
      Span source = calendar.lines().of(reason);
      lines.add(new DayLine(Days.date(day), reason.off() ? 0 : ++number, reason, source));
    }
    return lines;
  }

  /// What a count is: of a step, or of BDn or WDn.
  static String words(Expr expr, boolean dayZero) {
    if (expr instanceof Expr.Workday number) {
      return workday(number.n(), dayZero);
    }
    if (expr instanceof Expr.BusinessDay number) {
      return number.canonical() + " = " + ordinal(number.n()) + " of the schedule";
    }
    return expr instanceof Expr.Step step ? step(step) : expr.canonical();
  }

  /// `3rd business day`.
  private static String ordinal(int n) {
    return Canonical.ordinal(n) + " business day";
  }

  /// `WD3 = 3rd business day after the period`.
  private static String workday(int n, boolean dayZero) {
    String name = "WD" + n + " = ";
    if (n > 0) {
      return name + ordinal(n) + " after the period";
    }
    int back = dayZero ? 1 - n : -n;
    return name
        + (back == 1 ? "last" : Canonical.ordinal(back) + " last")
        + " business day of the period";
  }

  /// `2 business days after`, `rolled forward`.
  private static String step(Expr.Step step) {
    if (step.count() == 0) {
      return step.back() ? "rolled back to a business day" : "rolled forward to a business day";
    }
    return step.unit().count(step.count()) + (step.back() ? " before" : " after");
  }
}
