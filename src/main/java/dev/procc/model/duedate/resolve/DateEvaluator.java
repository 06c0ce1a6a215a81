package dev.procc.model.duedate.resolve;

import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.EpochDays;
import dev.procc.model.calendar.Period;
import dev.procc.model.duedate.DayText;
import dev.procc.model.duedate.DerivationStep;
import dev.procc.model.duedate.SourcedCalendar;
import dev.procc.model.duedate.SourcedPeriod;
import dev.procc.model.duedate.syntax.DateCodes;
import dev.procc.model.duedate.syntax.DateExpression;
import dev.procc.model.duedate.syntax.DateSpec;
import dev.procc.model.duedate.syntax.ParsedDate;
import dev.procc.model.duedate.syntax.Roll;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The evaluator of the expression of one slot, whose dependencies are resolved. The same code
/// computes the day, collects its origins and, when traced, its steps.
final class DateEvaluator extends NthDayEvaluator {
  private static final int[] NO_DAYS = {};

  private int nextDependency;
  private List<DerivationStep.Candidate> candidates = List.of();

  DateEvaluator(
      DateContext context, DateSlot slot, ParsedDate parsed, ResolutionListener listener) {
    super(context, slot, parsed, listener);
  }

  /// The day of an expression other than `none`. `NONE` after an error, when a default is dropped,
  /// when a dependency failed, or when a calendar is needed that could not be read.
  int evaluate(DateSpec due) {
    DateExpression expr = Objects.requireNonNull(due.expression());
    int day = evaluateExpression(expr);
    int rolled = day == EpochDays.NONE ? day : roll(day, expr, due.roll());
    return usesUnknownCalendar ? EpochDays.NONE : rolled;
  }

  private int roll(int day, DateExpression expr, Roll written) {
    Roll roll = rollOf(expr, written);
    if (roll == Roll.UNSPECIFIED || roll == Roll.KEEP) {
      return day;
    }
    BusinessCalendar days = calendar.days();
    if (days.isBusinessDay(day)) {
      useCalendar(expr, calendar, day, day);
      return day;
    }
    boolean forward = roll == Roll.NEXT || roll == Roll.NEXT_IN_MONTH;
    int found = forward ? days.rollForward(day) : days.rollBack(day);
    String words = roll.text();
    if (roll == Roll.NEXT_IN_MONTH || roll == Roll.PREVIOUS_IN_MONTH) {
      if (leavesMonth(day, found)) {
        words += found == EpochDays.NONE ? "" : ", not " + DayText.format(found);
        found = forward ? days.rollBack(day) : days.rollForward(day);
      }
      if (leavesMonth(day, found) && days.hasBusinessDays()) {
        return report(
            DateCodes.NO_SUCH_DAY_IN_SPAN,
            expr,
            DayText.format(day) + " is a day off, and its month has no business day to move to");
      }
    }
    if (found == EpochDays.NONE) {
      return reportNoBusinessDay(expr, calendar, expr.canonical());
    }
    useCalendar(expr, calendar, day, found);
    if (trace != null) {
      trace.add(
          new DerivationStep.RollStep(
              words,
              EpochDays.toDate(day),
              EpochDays.toDate(found),
              DerivationLines.daysBetween(calendar, day, found)));
    }
    return found;
  }

  /// The roll of a date: its own, otherwise the project's if it is computed.
  private Roll rollOf(DateExpression expr, Roll written) {
    if (written != Roll.UNSPECIFIED
        || slot.isSchedule()
        || expr instanceof DateExpression.FixedDate) {
      return written;
    }
    Roll roll = context.options.roll();
    if (roll != Roll.UNSPECIFIED) {
      addOrigin(context.options.origin());
    }
    return roll;
  }

  private static boolean leavesMonth(int day, int found) {
    return found == EpochDays.NONE
        || !YearMonth.from(EpochDays.toDate(day)).equals(YearMonth.from(EpochDays.toDate(found)));
  }

  @Override
  int evaluateExpression(DateExpression expr) {
    if (expr instanceof DateExpression.DateOffset step) {
      return step(step);
    } else if (expr instanceof DateExpression.WorkdayNumber number) {
      return workday(number);
    } else if (expr instanceof DateExpression.AnchorDate anchor) {
      return anchor(anchor);
    } else if (expr instanceof DateExpression.NodeReference reference) {
      return dependency(reference, false);
    } else if (expr instanceof DateExpression.FixedDate day) {
      return traceStart(EpochDays.of(day.date()), "typed date", slot.requireText().origin(), null);
    } else if (expr instanceof DateExpression.NthDay place) {
      return nthDay(place);
    } else if (expr instanceof DateExpression.BusinessDayNumber number) {
      return businessDay(number);
    } else if (expr instanceof DateExpression.WeekdayBeside beside) {
      return weekdayBeside(beside);
    } else if (expr instanceof DateExpression.EarliestOrLatest pick) {
      return earliestOrLatest(pick);
    } else {
      return clamp((DateExpression.Clamp) expr);
    }
  }

  // ---- anchors

  private int anchor(DateExpression.AnchorDate anchor) {
    return switch (anchor.name()) {
      case START -> scheduleEnd(anchor, context.start, "the schedule starts");
      case END -> scheduleEnd(anchor, context.end, "the schedule ends");
      case PERIOD_START -> period(anchor, true);
      case PERIOD_END -> period(anchor, false);
      case PROCESS_DUE -> dependency(anchor, false);
      case DUE_DATE, PARENT_DUE, PREVIOUS_DUE -> dependency(anchor, true);
    };
  }

  /// @param own whether it is a date of the node itself, so that a default without it is dropped
  private int dependency(DateExpression expr, boolean own) {
    DateSlot found = slot.dependencies[nextDependency++];
    switch (found.status) {
      case VALUE -> {
        addOrigin(found.origin);
        if (trace != null) {
          DateSlot decider = found.decidedBy == null ? found : found.decidedBy;
          traceStart(found.day, expr.canonical(), found.origin, decider.field);
        }
        return found.day;
      }
      case ABSENT -> {
        if (own && slot.requireText().fromDefault()) {
          slot.markAbsent();
          listener.defaultSkipped(slot, missingReason(expr));
        } else {
          report(
              DateCodes.ANCHOR_WITHOUT_DATE,
              expr,
              "\"" + expr.canonical() + "\" has no date: " + missingReason(expr));
        }
      }
      default -> {}
    }
    return EpochDays.NONE;
  }

  private String missingReason(DateExpression expr) {
    if (expr instanceof DateExpression.NodeReference reference) {
      String node = (reference.group() ? "group " : "task ") + reference.path();
      return switch (reference.field()) {
        case DUE -> node + " has no due date";
        case APPROVER_DUE -> node + " has no approval due date";
        case DONE -> "no date is due in " + node;
        case START -> "nothing says when " + node + " starts";
      };
    }
    return switch (((DateExpression.AnchorDate) expr).name()) {
      case DUE_DATE -> context.nodeName(slot) + " has no due date";
      case PARENT_DUE -> "no group above it has a due date, nor the process";
      case PREVIOUS_DUE -> previousName() + ", which comes before it, has no due date";
      default -> "the process has no due date";
    };
  }

  /// The path of what comes before the node of this slot.
  private String previousName() {
    int before = context.nodes.predecessor(slot.node);
    return before == DateNodeIndex.NONE ? "nothing" : context.nodes.path(before);
  }

  // ---- numbers

  private int workday(DateExpression.WorkdayNumber number) {
    Period period = period(number);
    if (period == null) {
      return EpochDays.NONE;
    }
    boolean zero = context.options.dayZero();
    if (number.n() == 0 && !zero) {
      return report(
          parsed
              .findingOn(
                  DateCodes.NO_SUCH_DAY_NUMBER,
                  number,
                  "There is no WD0: write WD-1 (last business day of the period) or WD1")
              .withHint("dates.dayZero: true in procc.yaml would make WD0 the last one")
              .withSuggestion("write WD-1", "WD-1")
              .withSuggestion("write WD1", "WD1"));
    }
    if (zero && number.n() <= 0) {
      addOrigin(context.options.origin());
    }
    int end = EpochDays.of(period.end());
    int back = zero ? number.n() - 1 : number.n();
    int from = number.n() > 0 ? end : EpochDays.plusDays(end, 1);
    int found = calendar.days().add(from, number.n() > 0 ? number.n() : back);
    traceStart(period, false);
    return traceCount(number, calendar, from, found);
  }

  private int businessDay(DateExpression.BusinessDayNumber number) {
    int start = scheduleEnd(number, context.start, "the schedule starts");
    if (start == EpochDays.NONE) {
      return EpochDays.NONE;
    }
    // BDn counts by the calendar of the process, like the schedule.
    SourcedCalendar schedule = context.tree.calendar();
    int found = schedule.days().nth(start, number.n());
    int day = traceCount(number, schedule, start - 1, found);
    if (day == EpochDays.NONE) {
      return day;
    }
    if (context.end.status == DateSlot.Status.VALUE && day > context.end.day) {
      listener.afterScheduleEnd(slot, parsed, number, day);
      return EpochDays.NONE;
    }
    SourcedPeriod period = context.tree.period();
    if (period != null) {
      report(context.scheduleDayInPeriod(parsed, number, day, period.period(), calendar.days()));
    }
    return day;
  }

  // ---- steps

  private int step(DateExpression.DateOffset step) {
    int from = evaluateExpression(step.base());
    if (from == EpochDays.NONE) {
      return from;
    }
    int n = step.backward() ? -step.count() : step.count();
    if (step.unit() == DateExpression.OffsetUnit.BUSINESS_DAY) {
      BusinessCalendar days = calendar.days();
      int found = n == 0 && step.backward() ? days.rollBack(from) : days.add(from, n);
      return traceCount(step, calendar, from, found);
    }
    int found =
        switch (step.unit()) {
          case DAY -> EpochDays.plusDays(from, n);
          case WEEK -> EpochDays.plusDays(from, n * 7);
          case MONTH -> EpochDays.plusMonths(from, n);
          case QUARTER -> EpochDays.plusMonths(from, n * 3);
          default -> EpochDays.plusMonths(from, n * 12);
        };
    if (found == EpochDays.NONE) {
      return reportOutOfRange(step);
    }
    if (trace != null) {
      String words = step.unit().quantity(step.count()) + (step.backward() ? " earlier" : " later");
      trace.add(
          new DerivationStep.MoveStep(words, EpochDays.toDate(from), EpochDays.toDate(found)));
    }
    return found;
  }

  /// Adds a step for a count of business days, and reports what may be wrong with it.
  private int traceCount(DateExpression expr, SourcedCalendar by, int from, int found) {
    if (found == EpochDays.NONE) {
      return reportNoBusinessDay(expr, by, expr.canonical());
    }
    // Where a date is only rolled, its own day is looked up as well.
    boolean own = expr instanceof DateExpression.DateOffset step && step.count() == 0;
    useCalendar(expr, by, own ? from : from + Integer.signum(found - from), found);
    if (trace != null) {
      trace.add(
          new DerivationStep.CountStep(
              DerivationLines.describe(expr, context.options.dayZero()),
              LocalDate.ofEpochDay(from),
              EpochDays.toDate(found),
              DerivationLines.daysBetween(by, from, found)));
    }
    return found;
  }

  // ---- choices

  private int earliestOrLatest(DateExpression.EarliestOrLatest pick) {
    int[] days = evaluateAll(pick.operands());
    if (days.length == 0) {
      return EpochDays.NONE;
    }
    int best = 0;
    for (int i = 1; i < days.length; i++) {
      if (pick.latest() ? days[i] > days[best] : days[i] < days[best]) {
        best = i;
      }
    }
    traceChoice(pick.latest() ? "the latest" : "the earliest", best, days[best]);
    return days[best];
  }

  private int clamp(DateExpression.Clamp clamp) {
    int[] days = evaluateAll(List.of(clamp.value(), clamp.low(), clamp.high()));
    if (days.length == 0) {
      return EpochDays.NONE;
    }
    if (days[1] > days[2]) {
      DateExpression swapped =
          new DateExpression.Clamp(clamp.value(), /* low= */ clamp.high(), /* high= */ clamp.low());
      return report(
          parsed
              .findingOn(
                  DateCodes.EMPTY_CLAMP,
                  clamp,
                  "The range of clamp is empty: "
                      + DayText.format(days[1])
                      + " is after "
                      + DayText.format(days[2]))
              .withSuggestion("swap the bounds", swapped.canonical()));
    }
    int best = days[0] < days[1] ? 1 : days[0] > days[2] ? 2 : 0;
    String words = best == 0 ? "within its bounds" : best == 1 ? "not before" : "not after";
    traceChoice(words, best, days[best]);
    return days[best];
  }

  /// The days of all operands; empty if one of them has no day.
  private int[] evaluateAll(List<DateExpression> items) {
    int[] days = new int[items.size()];
    List<DerivationStep> outer = trace;
    List<DerivationStep.Candidate> evaluated = new ArrayList<>();
    for (int i = 0; i < days.length; i++) {
      List<DerivationStep> inner = outer == null ? null : new ArrayList<>();
      trace = inner;
      days[i] = evaluateExpression(items.get(i));
      trace = outer;
      if (days[i] == EpochDays.NONE) {
        return NO_DAYS;
      }
      if (inner != null) {
        evaluated.add(
            new DerivationStep.Candidate(
                items.get(i).canonical(), EpochDays.toDate(days[i]), inner));
      }
    }
    candidates = evaluated;
    return days;
  }

  private void traceChoice(String words, int index, int day) {
    if (trace != null) {
      trace.add(new DerivationStep.ChoiceStep(words, candidates, index, EpochDays.toDate(day)));
    }
  }
}
