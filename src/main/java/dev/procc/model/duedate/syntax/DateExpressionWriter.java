package dev.procc.model.duedate.syntax;

import org.jspecify.annotations.Nullable;

/// A writer of the canonical form of expressions.
public final class DateExpressionWriter {
  private final StringBuilder out = new StringBuilder();

  private DateExpressionWriter() {}

  static String format(DateExpression expr) {
    DateExpressionWriter writer = new DateExpressionWriter();
    writer.write(expr);
    return writer.out.toString();
  }

  /// `first`, `2nd`, `last`, `2nd last`.
  public static String nthText(int which) {
    if (which < 0) {
      return which == -1 ? "last" : ordinal(-which) + " last";
    }
    return which == 1 ? "first" : ordinal(which);
  }

  /// `1st`, `2nd`, `11th`.
  public static String ordinal(int n) {
    int last = n % 10;
    boolean teen = n % 100 / 10 == 1;
    return n + (teen ? "th" : last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th");
  }

  public static String spanText(DateExpression.DaySpan where) {
    DateExpressionWriter writer = new DateExpressionWriter();
    writer.write(where);
    return writer.out.toString();
  }

  private void write(DateExpression expr) {
    if (expr instanceof DateExpression.FixedDate day) {
      out.append(day.date());
    } else if (expr instanceof DateExpression.AnchorDate anchor) {
      out.append(anchor.name().text());
    } else if (expr instanceof DateExpression.NodeReference ref) {
      out.append(ref.group() ? "group(" : "task(").append(ref.path()).append(").");
      out.append(ref.field().text());
    } else if (expr instanceof DateExpression.BusinessDayNumber number) {
      out.append("BD").append(number.n());
    } else if (expr instanceof DateExpression.WorkdayNumber number) {
      out.append("WD").append(number.n());
    } else if (expr instanceof DateExpression.DateOffset step) {
      boolean beside = endsInBeside(step.base());
      out.append(beside ? "(" : "");
      write(step.base());
      out.append(beside ? ")" : "");
      out.append(step.backward() ? " - " : " + ").append(step.count()).append(step.unit().symbol());
    } else if (expr instanceof DateExpression.NthDay place) {
      out.append(nthText(place.ordinal()))
          .append(' ')
          .append(place.dayKind().text())
          .append(" of ");
      write(place.span());
    } else if (expr instanceof DateExpression.WeekdayBeside beside) {
      out.append(nthText(beside.n())).append(' ').append(beside.weekday().text());
      out.append(' ').append(beside.side().text());
      writeOperand(beside.date());
    } else if (expr instanceof DateExpression.EarliestOrLatest pick) {
      writeCall(pick.latest() ? "latest" : "earliest", pick.operands());
    } else if (expr instanceof DateExpression.Clamp clamp) {
      writeCall("clamp", java.util.List.of(clamp.value(), clamp.low(), clamp.high()));
    }
  }

  private void write(DateExpression.DaySpan where) {
    if (where instanceof DateExpression.DaySpan.WithinPeriod within) {
      out.append(shiftText(within.shift())).append("period");
    } else if (where instanceof DateExpression.DaySpan.NextToPeriod beside) {
      out.append(beside.unit().text()).append(beside.after() ? " after" : " before");
      out.append(" period");
    } else if (where instanceof DateExpression.DaySpan.OfPeriodKey keyed) {
      out.append(keyed.key());
    } else if (where instanceof DateExpression.DaySpan.ContainingDate around) {
      out.append(shiftText(around.shift()));
      out.append(around.unit().text());
      format(around);
    }
  }

  /// Whether the last date of a text is beside a weekday: a step after it would not say what it
  /// moves.
  private static boolean endsInBeside(DateExpression expr) {
    return expr instanceof DateExpression.WeekdayBeside
        || expr instanceof DateExpression.NthDay place
            && place.span() instanceof DateExpression.DaySpan.ContainingDate around
            && around.date() != null
            && endsInBeside(around.date());
  }

  private static String shiftText(int shift) {
    return shift > 0 ? "next " : shift < 0 ? "previous " : "";
  }

  private void format(DateExpression.DaySpan.ContainingDate around) {
    @Nullable DateExpression of = around.date();
    if (of != null) {
      out.append(" of");
      writeOperand(of);
    }
  }

  /// Writes a date after `of` or `after`; an offset goes in parentheses.
  private void writeOperand(DateExpression of) {
    boolean step = of instanceof DateExpression.DateOffset;
    out.append(step ? " (" : " ");
    write(of);
    out.append(step ? ")" : "");
  }

  private void writeCall(String name, java.util.List<DateExpression> items) {
    out.append(name).append('(');
    for (int i = 0; i < items.size(); i++) {
      out.append(i == 0 ? "" : ", ");
      write(items.get(i));
    }
    out.append(')');
  }
}
