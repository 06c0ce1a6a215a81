package dev.procc.model.duedate.resolve;

import dev.procc.model.calendar.DayRange;
import dev.procc.model.calendar.EpochDays;
import dev.procc.model.calendar.FiscalRule;
import dev.procc.model.calendar.Period;
import dev.procc.model.calendar.Periods;
import dev.procc.model.duedate.DayText;
import dev.procc.model.duedate.DerivationStep;
import dev.procc.model.duedate.SourcedPeriod;
import dev.procc.model.duedate.syntax.DateCodes;
import dev.procc.model.duedate.syntax.DateExpression;
import dev.procc.model.duedate.syntax.DateExpressionWriter;
import dev.procc.model.duedate.syntax.ExpressionFinding;
import dev.procc.model.duedate.syntax.ParsedDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The evaluation of n-th days of spans.
abstract class NthDayEvaluator extends EvaluationState {
  NthDayEvaluator(
      DateContext context, DateSlot slot, ParsedDate parsed, ResolutionListener listener) {
    super(context, slot, parsed, listener);
  }

  /// The day of an expression.
  abstract int evaluateExpression(DateExpression expr);

  int nthDay(DateExpression.NthDay place) {
    DayRange span = span(place);
    if (span == null) {
      return EpochDays.NONE;
    }
    int lo = EpochDays.of(span.start());
    int hi = EpochDays.of(span.end());
    if (lo == EpochDays.NONE || hi == EpochDays.NONE) {
      return reportOutOfRange(place);
    }
    boolean counts = place.dayKind() == DateExpression.DayKind.BUSINESS_DAY;
    int found = inSpan(place, lo, hi);
    if (counts) {
      boolean all = found == EpochDays.NONE;
      useCalendar(place, calendar, all || !place.isFromEnd() ? lo : hi, all ? hi : found);
    }
    if (found == EpochDays.NONE) {
      return reportNotInSpan(place, lo, hi);
    }
    if (!reportMonthInFiscalPeriod(place, found)) {
      reportNumberInPeriod(place, found);
    }
    if (trace != null) {
      int before = place.isFromEnd() ? hi + 1 : lo - 1;
      trace.add(
          new DerivationStep.CountStep(
              place.canonical() + " (" + span + ")",
              place.isFromEnd() ? span.end() : span.start(),
              EpochDays.toDate(found),
              counts ? DerivationLines.daysBetween(calendar, before, found) : List.of()));
    }
    return found;
  }

  /// Reports an n-th day of the month in which the period ends, or of a quarter or year, if it lies
  /// in the period: people mostly mean the one after it.
  private void reportNumberInPeriod(DateExpression.NthDay place, int found) {
    SourcedPeriod sourced = context.tree.period();
    if (trace != null
        || slot.isSchedule()
        || sourced == null
        || !(place.span() instanceof DateExpression.DaySpan.ContainingDate around)
        || !isNumberInImpliedSpan(place, around)
        || found > EpochDays.of(sourced.period().end())) {
      return;
    }
    DateExpression.NthDay after =
        place.in(new DateExpression.DaySpan.NextToPeriod(around.unit(), true));
    DayRange days = Objects.requireNonNull(spans().ofKey());
    int other = inSpan(after, spans().at(around.unit(), days.end(), 1));
    DateExpression.NthDay kept =
        place.in(of(around.unit(), 0, DateExpression.AnchorDate.AnchorName.PERIOD_END));
    boolean inPeriod = found >= EpochDays.of(sourced.period().start());
    if (inPeriod || around.unit() == DateExpression.SpanUnit.MONTH) {
      String where = inPeriod ? ", in the period" : ", before the period";
      reportTwoDays(place, found, where, after, other, kept);
    }
  }

  /// Reports a calendar month where periods are not calendar months and people mean the period.
  private boolean reportMonthInFiscalPeriod(DateExpression.NthDay place, int found) {
    Integer shift = spans().meantPeriod(place.span());
    if (trace != null || shift == null) {
      return false;
    }
    DateExpression.NthDay meant = place.in(new DateExpression.DaySpan.WithinPeriod(shift));
    int other = inSpan(meant, spans().beside(shift));
    if (other == found) {
      return false;
    }
    boolean fromStart = place.span() instanceof DateExpression.DaySpan.NextToPeriod && shift < 0;
    DateExpression.NthDay kept =
        place.in(
            of(
                DateExpression.SpanUnit.MONTH,
                shift,
                fromStart
                    ? DateExpression.AnchorDate.AnchorName.PERIOD_START
                    : DateExpression.AnchorDate.AnchorName.PERIOD_END));
    reportTwoDays(place, found, ", in a calendar month", meant, other, kept);
    return true;
  }

  private static DateExpression.DaySpan of(
      DateExpression.SpanUnit unit, int shift, DateExpression.AnchorDate.AnchorName anchor) {
    return new DateExpression.DaySpan.ContainingDate(
        unit, shift, new DateExpression.AnchorDate(anchor));
  }

  private void reportTwoDays(
      DateExpression.NthDay place,
      int found,
      String where,
      DateExpression.NthDay meant,
      int other,
      DateExpression.NthDay kept) {
    String write = "write " + meant.canonical();
    ExpressionFinding finding =
        parsed
            .findingOn(
                DateCodes.SCHEDULE_DAY_IN_PERIOD,
                place,
                place.canonical()
                    + " is "
                    + DayText.format(found)
                    + where
                    + (other == EpochDays.NONE
                        ? ""
                        : "; " + meant.canonical() + " is " + DayText.format(other)))
            .withSuggestion(write, meant.canonical());
    String same = kept.canonical();
    report(
        dayOf(kept) == found
            ? finding
                .withHint(write + ", or " + same + " to keep the day")
                .withSuggestion("write " + same + ", the same day", same)
            : finding.withHint(write));
  }

  /// The day of a place in the month of an end of the period.
  private int dayOf(DateExpression.NthDay kept) {
    SourcedPeriod sourced = context.tree.period();
    if (sourced == null
        || !(kept.span() instanceof DateExpression.DaySpan.ContainingDate around)
        || !(around.date() instanceof DateExpression.AnchorDate anchor)) {
      return EpochDays.NONE;
    }
    boolean start = anchor.name() == DateExpression.AnchorDate.AnchorName.PERIOD_START;
    LocalDate date = start ? sourced.period().start() : sourced.period().end();
    return inSpan(kept, spans().at(around.unit(), date, around.shift()));
  }

  private static boolean isNumberInImpliedSpan(
      DateExpression.NthDay place, DateExpression.DaySpan.ContainingDate around) {
    return !place.isFromEnd()
        && place.dayKind().weekday() < 0
        && around.date() == null
        && around.shift() == 0;
  }

  int weekdayBeside(DateExpression.WeekdayBeside beside) {
    int from = evaluateExpression(beside.date());
    if (from == EpochDays.NONE) {
      return from;
    }
    boolean after = beside.side().isAfter();
    int weekday = beside.weekday().weekday();
    int distance =
        Math.floorMod(
            after ? weekday - EpochDays.weekday(from) : EpochDays.weekday(from) - weekday, 7);
    int days =
        (distance == 0 && !beside.side().isInclusive() ? 7 : distance) + 7 * (beside.n() - 1);
    int found = EpochDays.plusDays(from, after ? days : -days);
    if (found == EpochDays.NONE) {
      return reportOutOfRange(beside);
    }
    if (trace != null) {
      String words =
          DateExpressionWriter.nthText(beside.n())
              + " "
              + beside.weekday().text()
              + " "
              + beside.side().text();
      trace.add(
          new DerivationStep.MoveStep(words, EpochDays.toDate(from), EpochDays.toDate(found)));
    }
    return found;
  }

  private int inSpan(DateExpression.NthDay place, @Nullable DayRange span) {
    return span == null
        ? EpochDays.NONE
        : inSpan(place, EpochDays.of(span.start()), EpochDays.of(span.end()));
  }

  private int inSpan(DateExpression.NthDay place, int lo, int hi) {
    int which = place.ordinal();
    if (place.dayKind() == DateExpression.DayKind.BUSINESS_DAY) {
      int count = calendar.days().count(lo, hi + 1);
      int number = place.isFromEnd() ? count + which + 1 : which;
      return number < 1 || number > count ? EpochDays.NONE : calendar.days().nth(lo, number);
    }
    boolean any = place.dayKind() == DateExpression.DayKind.DAY;
    int every = any ? 1 : 7;
    int weekday = place.dayKind().weekday();
    int found =
        place.isFromEnd()
            ? hi
                - (any ? 0 : Math.floorMod(EpochDays.weekday(hi) - weekday, 7))
                + every * (which + 1)
            : lo
                + (any ? 0 : Math.floorMod(weekday - EpochDays.weekday(lo), 7))
                + every * (which - 1);
    return found < lo || found > hi ? EpochDays.NONE : found;
  }

  private int reportNotInSpan(DateExpression.NthDay place, int lo, int hi) {
    ExpressionFinding finding =
        parsed.findingOn(
            DateCodes.NO_SUCH_DAY_IN_SPAN,
            place,
            DateExpressionWriter.spanText(place.span())
                + " ("
                + EpochDays.toDate(lo)
                + ".."
                + EpochDays.toDate(hi)
                + ") has no "
                + DateExpressionWriter.nthText(place.ordinal())
                + " "
                + place.dayKind().text());
    // The farthest day of the kind, if there is any: the last for the 5th.
    int far = place.isFromEnd() ? 1 : -1;
    DateExpression.NthDay other = new DateExpression.NthDay(far, place.dayKind(), place.span());
    int instead = inSpan(other, lo, hi);
    if (instead != EpochDays.NONE) {
      String offer = other.canonical();
      finding =
          finding
              .withHint(
                  "the " + DateExpressionWriter.nthText(far) + " one is " + DayText.format(instead))
              .withSuggestion("write " + offer, offer);
    }
    return report(finding);
  }

  @Nullable DayRange span(DateExpression.NthDay place) {
    DateExpression.DaySpan where = place.span();
    if (where instanceof DateExpression.DaySpan.ContainingDate around) {
      int day = around.date() == null ? defaultSpanDate(place) : evaluateExpression(around.date());
      return day == EpochDays.NONE
          ? null
          : spanAt(place, around.unit(), EpochDays.toDate(day), around.shift());
    }
    if (where instanceof DateExpression.DaySpan.OfPeriodKey keyed) {
      return spanOfKey(place, keyed.key());
    }
    Period period = period(place);
    if (period == null) {
      return null;
    }
    if (where instanceof DateExpression.DaySpan.NextToPeriod beside) {
      DayRange days = Objects.requireNonNull(spans().ofKey());
      return beside.after()
          ? spanAt(place, beside.unit(), days.end(), 1)
          : spanAt(place, beside.unit(), days.start(), -1);
    }
    int shift = ((DateExpression.DaySpan.WithinPeriod) where).shift();
    DayRange days = spans().beside(shift);
    if (days == null) {
      report(
          parsed
              .findingOn(
                  DateCodes.ANCHOR_WITHOUT_DATE,
                  place,
                  "\""
                      + place.canonical()
                      + "\" has no date: nothing says which period is "
                      + (shift > 0 ? "after " : "before ")
                      + period.key())
              .withHint("count from " + (shift > 0 ? "period.end" : "period.start")));
    }
    return days;
  }

  private boolean isUnread() {
    return context.options.fiscal() instanceof FiscalRule.Unread;
  }

  private PeriodSpans spans() {
    SourcedPeriod sourced = context.tree.period();
    return new PeriodSpans(context.options.fiscal(), sourced == null ? null : sourced.period());
  }

  private @Nullable DayRange spanAt(
      DateExpression.NthDay place, DateExpression.SpanUnit unit, LocalDate date, int shift) {
    PeriodSpans spans = spans();
    if (spans.isFiscal() && unit != DateExpression.SpanUnit.MONTH) {
      addOrigin(context.options.origin());
    }
    DayRange days = spans.at(unit, date, shift);
    if (days == null && !isUnread()) {
      report(
          DateCodes.NO_SUCH_DAY_IN_SPAN,
          place,
          "dates.fiscalYear does not say which "
              + DateExpressionWriter.spanText(place.span())
              + " it is on "
              + date);
    }
    return days;
  }

  /// The period's end by its key, otherwise the schedule's start.
  int defaultSpanDate(DateExpression.NthDay place) {
    DayRange days = spans().ofKey();
    Period period = days == null ? null : period(place);
    if (days != null && period != null) {
      String ends = "period " + period.key() + " ends";
      boolean moved = !days.end().equals(period.end());
      return traceStart(
          EpochDays.of(days.end()), moved ? ends + " by its key" : ends, periodOrigin(), null);
    }
    if (slot.kind != DateSlot.SlotKind.SCHEDULE_START
        && context.start.status != DateSlot.Status.ABSENT) {
      return scheduleEnd(place, context.start, "the schedule starts");
    }
    return report(
        DateCodes.ANCHOR_WITHOUT_DATE,
        place,
        "\"" + place.canonical() + "\" has no date: there is no period and no businessStartDate");
  }

  @Nullable DayRange spanOfKey(DateExpression.NthDay place, String key) {
    if (key.startsWith("FY")) {
      addOrigin(context.options.origin());
    }
    Periods.PeriodLookup found = Periods.find(key, context.options.fiscal());
    Period period = found.period();
    if (period == null && isUnread()) {
      return null;
    }
    if (period == null) {
      boolean noRule = context.options.fiscal() == null;
      report(
          noRule ? DateCodes.ANCHOR_WITHOUT_DATE : DateCodes.NO_SUCH_DAY_IN_SPAN,
          place,
          String.valueOf(found.problem()));
      return null;
    }
    return period.days();
  }
}
