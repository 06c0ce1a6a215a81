package dev.procc.model.duedate.resolve;

import dev.procc.base.finding.Code;
import dev.procc.base.source.FieldRef;
import dev.procc.base.source.Origin;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.EpochDays;
import dev.procc.model.calendar.Period;
import dev.procc.model.duedate.DayText;
import dev.procc.model.duedate.DerivationStep;
import dev.procc.model.duedate.SourcedCalendar;
import dev.procc.model.duedate.SourcedPeriod;
import dev.procc.model.duedate.syntax.DateCodes;
import dev.procc.model.duedate.syntax.DateExpression;
import dev.procc.model.duedate.syntax.ExpressionFinding;
import dev.procc.model.duedate.syntax.ParsedDate;
import dev.procc.model.duedate.syntax.Parser;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The state of an evaluation and what it collects: origins, steps, findings.
class EvaluationState {
  final DateContext context;
  final DateSlot slot;
  final ParsedDate parsed;
  final SourcedCalendar calendar;
  final ResolutionListener listener;
  final List<Origin> origins = new ArrayList<>(4);
  @Nullable List<DerivationStep> trace;
  boolean gapReported;

  /// Whether a calendar that could not be read decided about a day.
  boolean usesUnknownCalendar;

  EvaluationState(
      DateContext context, DateSlot slot, ParsedDate parsed, ResolutionListener listener) {
    this.context = context;
    this.slot = slot;
    this.parsed = parsed;
    calendar = context.calendar(slot);
    this.listener = listener;
  }

  /// Starts collecting steps.
  List<DerivationStep> startTrace() {
    List<DerivationStep> steps = new ArrayList<>();
    trace = steps;
    return steps;
  }

  /// The origins of the day, without the text itself.
  List<Origin> origins() {
    return origins;
  }

  int traceStart(int day, String words, @Nullable Origin origin, @Nullable FieldRef field) {
    if (trace != null) {
      trace.add(new DerivationStep.StartStep(words, EpochDays.toDate(day), origin, field));
    }
    return day;
  }

  int scheduleEnd(DateExpression expr, DateSlot end, String words) {
    if (end.status == DateSlot.Status.VALUE) {
      addOrigin(end.origin);
      return traceStart(end.day, words, end.origin, end.field);
    }
    if (end.status == DateSlot.Status.ABSENT) {
      report(
          DateCodes.ANCHOR_WITHOUT_DATE,
          expr,
          "\"" + expr.canonical() + "\" has no date: the process has no " + end.field.field());
    }
    return EpochDays.NONE;
  }

  @Nullable Period period(DateExpression expr) {
    SourcedPeriod sourced = context.tree.period();
    if (sourced == null) {
      report(
          parsed
              .findingOn(
                  DateCodes.ANCHOR_WITHOUT_DATE,
                  expr,
                  "\"" + expr.canonical() + "\" has no date: the process has no period")
              .withHint("list the process in a Period document, or count from start or end"));
      return null;
    }
    addOrigin(sourced.origin());
    return sourced.period();
  }

  int period(DateExpression expr, boolean start) {
    Period period = period(expr);
    if (period == null) {
      return EpochDays.NONE;
    }
    return traceStart(period, start);
  }

  int traceStart(Period period, boolean start) {
    int day = EpochDays.of(start ? period.start() : period.end());
    return trace == null
        ? day
        : traceStart(
            day, "period " + period.key() + (start ? " starts" : " ends"), periodOrigin(), null);
  }

  @Nullable Origin periodOrigin() {
    SourcedPeriod sourced = context.tree.period();
    return sourced == null ? null : sourced.origin();
  }

  void addOrigin(@Nullable Origin origin) {
    if (origin == null) {
      return;
    }
    for (Origin known : origins) {
      if (known == origin) {
        return;
      }
    }
    origins.add(origin);
  }

  int report(Code code, DateExpression expr, String message) {
    return report(parsed.findingOn(code, expr, message));
  }

  int report(ExpressionFinding fault) {
    listener.report(slot, fault);
    return EpochDays.NONE;
  }

  int reportNoBusinessDay(DateExpression expr, SourcedCalendar by, String what) {
    if (!by.days().hasBusinessDays()) {
      return report(
          DateCodes.NO_BUSINESS_DAY,
          expr,
          "\"" + by.days().key() + "\" has no business day at all; \"" + what + "\" needs one");
    }
    return report(
        DateCodes.COUNT_TOO_LARGE,
        expr,
        "\""
            + Parser.abbreviate(what)
            + "\" counts beyond the years that are known, "
            + EpochDays.SUPPORTED_YEARS);
  }

  /// Records that a calendar decided about a range of days, both ends included, and reports, once a
  /// date, the days outside its coverage.
  void useCalendar(DateExpression expr, SourcedCalendar by, int first, int last) {
    addOrigin(by.origin());
    usesUnknownCalendar |= by.isUnknown();
    if (gapReported || trace != null) {
      return;
    }
    if (by.isUnknown()) {
      gapReported = true;
      return;
    }
    if (by.isBuiltIn()) {
      gapReported = true;
      listener.countedWithoutCalendar(slot, parsed, expr);
      return;
    }
    BusinessCalendar at = by.days().firstNotCovering(first);
    int day = first;
    if (at == null) {
      at = by.days().firstNotCovering(last);
      day = last;
    }
    if (at != null) {
      gapReported = true;
      slot.gapReported = true;
      report(
          parsed
              .findingOn(
                  DateCodes.OUTSIDE_CALENDAR,
                  expr,
                  "\""
                      + Parser.abbreviate(expr.canonical())
                      + "\" counts "
                      + DayText.format(day)
                      + ", but "
                      + at.key()
                      + " covers "
                      + at.coverage())
              .withHint("look the missing days up, then widen covers; procc calendar import does"));
    }
  }

  int reportOutOfRange(DateExpression expr) {
    return report(
        DateCodes.OUTSIDE_CALENDAR,
        expr,
        "\""
            + Parser.abbreviate(expr.canonical())
            + "\" is out of range: dates go from "
            + EpochDays.SUPPORTED_YEARS);
  }
}
