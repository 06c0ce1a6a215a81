package dev.procc.model.duedate.resolve;

import dev.procc.model.calendar.DayRange;
import dev.procc.model.calendar.FiscalRule;
import dev.procc.model.calendar.Period;
import dev.procc.model.calendar.Periods;
import dev.procc.model.duedate.syntax.DateExpression;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The spans around a period.
///
/// @param rule the fiscal years; null if the project has none
/// @param period the period of the process; null if it has none
record PeriodSpans(@Nullable FiscalRule rule, @Nullable Period period) {
  /// Whether quarters and years are fiscal: if the project has fiscal years and the period is not a
  /// calendar one.
  boolean isFiscal() {
    return rule != null && (period == null || isFiscalKey(period));
  }

  private static boolean isFiscalKey(Period period) {
    return period.key().regionMatches(true, 0, "FY", 0, 2);
  }

  /// The days that the key of the period names, by which the months, quarters and years around it
  /// go: a written end a few days later is not in the next one. The days of the period itself if
  /// its key names none; null without a period.
  @Nullable DayRange ofKey() {
    Period named = period == null ? null : Periods.find(period.key(), rule).period();
    return named != null ? named.days() : period == null ? null : period.days();
  }

  /// The month, quarter or year that contains a date, or one a number of spans away; null if the
  /// fiscal rule does not give it.
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

  /// The period, or the next or previous one by its key. It begins where this one ends, even if a
  /// document moves that end. Null if the key does not give it.
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

  /// The number of periods by which a calendar month after the period was meant, if fiscal periods
  /// are not calendar months; null for other spans.
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
