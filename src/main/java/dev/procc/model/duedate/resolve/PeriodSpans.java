package dev.procc.model.duedate.resolve;

import dev.procc.model.calendar.DayRange;
import dev.procc.model.calendar.FiscalRule;
import dev.procc.model.calendar.Period;
import dev.procc.model.calendar.Periods;
import dev.procc.model.duedate.syntax.DateExpression;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The spans beside and around a period.
///
/// @param rule what fiscal years are; null if the project has none
/// @param period what is closed; null if the process has none
record PeriodSpans(@Nullable FiscalRule rule, @Nullable Period period) {
  /// Whether quarters and years are fiscal ones: where the project has them, unless the period is a
  /// calendar one.
  boolean isFiscal() {
    return rule != null && (period == null || isFiscalKey(period));
  }

  private static boolean isFiscalKey(Period period) {
    return period.key().regionMatches(true, 0, "FY", 0, 2);
  }

  /// The month, quarter or year that holds a date, or one beside it; null where the fiscal rule
  /// does not say.
  @Nullable DayRange at(DateExpression.SpanUnit unit, LocalDate date, int shift) {
    return rule == null || !isFiscal() || unit == DateExpression.SpanUnit.MONTH
        ? containing(unit, date, shift)
        : Periods.fiscalSpan(rule, unit == DateExpression.SpanUnit.QUARTER, date, shift);
  }

  private static DayRange containing(DateExpression.SpanUnit unit, LocalDate date, int shift) {
    int month = date.getMonthValue() - 1;
    LocalDate start =
        LocalDate.of(date.getYear(), month - month % unit.months() + 1, 1)
            .plusMonths((long) shift * unit.months());
    return new DayRange(start, start.plusMonths(unit.months()).minusDays(1));
  }

  /// The period, the next or the previous one by its key: it begins where this one ends, wherever
  /// its document puts that end. Null where the key does not say which it is.
  @Nullable DayRange beside(int shift) {
    if (period == null || shift == 0) {
      return period == null ? null : period.days();
    }
    String key =
        shift > 0 ? Periods.next(period.key(), rule) : Periods.previous(period.key(), rule);
    Period other = key == null ? null : Periods.find(key, rule).period();
    if (other == null) {
      return null;
    }
    LocalDate start = shift > 0 ? period.end().plusDays(1) : other.start();
    LocalDate end = shift > 0 ? other.end() : period.start().minusDays(1);
    return start.isAfter(end) ? null : new DayRange(start, end);
  }

  /// How many periods after the period a calendar month is meant to be, where fiscal periods are no
  /// calendar months; null of another span.
  @Nullable Integer meantPeriod(DateExpression.DaySpan span) {
    if (period == null
        || !isFiscalKey(period)
        || period.start().getDayOfMonth() == 1 && period.end().plusDays(1).getDayOfMonth() == 1) {
      return null;
    }
    if (span instanceof DateExpression.DaySpan.NextToPeriod beside) {
      return beside.unit() == DateExpression.SpanUnit.MONTH ? (beside.after() ? 1 : -1) : null;
    }
    return span instanceof DateExpression.DaySpan.ContainingDate around
            && around.unit() == DateExpression.SpanUnit.MONTH
            && around.date() == null
        ? around.shift()
        : null;
  }
}
