package dev.procc.model.duedate;

import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.Days;
import dev.procc.model.calendar.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Computes the expression of one slot whose needs are met. The same code finds the day, gathers
/// what went into it, and, with a trace, tells its steps.
final class Evaluator extends PlaceEvaluator {
  private static final int[] NO_DAYS = {};

  private int need;
  private List<DerivationStep.Candidate> candidates = List.of();

  Evaluator(World world, Slot slot, Parsed parsed, Notes notes) {
    super(world, slot, parsed, notes);
  }

  /// The day of what is not `none`; `NONE` after a fault, a skip, or where a need has failed.
  int evaluate(Due due) {
    Expr expr = Objects.requireNonNull(due.expression());
    int day = of(expr);
    return day == Days.NONE ? day : roll(day, expr, due.roll());
  }

  private int roll(int day, Expr expr, Roll said) {
    Roll roll = said;
    if (said == Roll.UNSAID && !slot.schedule() && !(expr instanceof Expr.Day)) {
      roll = world.options.roll();
      if (roll != Roll.UNSAID) {
        from(world.options.origin());
      }
    }
    if (roll == Roll.UNSAID || roll == Roll.KEEP) {
      return day;
    }
    counts(calendar);
    BusinessCalendar days = calendar.days();
    if (days.isBusiness(day)) {
      return day;
    }
    boolean forward = roll == Roll.NEXT || roll == Roll.NEXT_IN_MONTH;
    int found = forward ? days.rollForward(day) : days.rollBack(day);
    if (roll == Roll.NEXT_IN_MONTH || roll == Roll.PREVIOUS_IN_MONTH) {
      boolean left = found == Days.NONE || !sameMonth(day, found);
      found = !left ? found : forward ? days.rollBack(day) : days.rollForward(day);
    }
    if (found == Days.NONE) {
      return noDay(expr, calendar, expr.canonical());
    }
    gap(expr, calendar, day, found);
    if (trace != null) {
      trace.add(
          new DerivationStep.Rolled(
              roll.words(), Days.date(day), Days.date(found), Lines.between(calendar, day, found)));
    }
    return found;
  }

  private static boolean sameMonth(int a, int b) {
    LocalDate first = Days.date(a);
    LocalDate second = Days.date(b);
    return first.getMonthValue() == second.getMonthValue() && first.getYear() == second.getYear();
  }

  @Override
  int of(Expr expr) {
    if (expr instanceof Expr.Step step) {
      return step(step);
    } else if (expr instanceof Expr.Workday number) {
      return workday(number);
    } else if (expr instanceof Expr.Anchor anchor) {
      return anchor(anchor);
    } else if (expr instanceof Expr.Reference reference) {
      return needed(reference, false);
    } else if (expr instanceof Expr.Day day) {
      return told(Days.of(day.date()), "typed date", slot.written().origin(), null);
    } else if (expr instanceof Expr.Place place) {
      return place(place);
    } else if (expr instanceof Expr.BusinessDay number) {
      return businessDay(number);
    } else if (expr instanceof Expr.Pick pick) {
      return pick(pick);
    } else {
      return clamp((Expr.Clamp) expr);
    }
  }

  // ---- anchors

  private int anchor(Expr.Anchor anchor) {
    return switch (anchor.name()) {
      case START -> end(anchor, world.start, "the schedule starts");
      case END -> end(anchor, world.end, "the schedule ends");
      case PERIOD_START -> period(anchor, true);
      case PERIOD_END -> period(anchor, false);
      case PROCESS_DUE -> needed(anchor, false);
      case DUE_DATE, PARENT_DUE, PREVIOUS_DUE -> needed(anchor, true);
    };
  }

  /// @param own whether the node itself lacks it, so that a default is left out
  private int needed(Expr expr, boolean own) {
    Slot found = slot.needs[need++];
    switch (found.status) {
      case VALUE -> {
        from(found.origin);
        if (trace != null) {
          Slot decider = found.decider == null ? found : found.decider;
          told(found.day, expr.canonical(), found.origin, decider.field);
        }
        return found.day;
      }
      case ABSENT -> {
        if (own && slot.written().fromDefault()) {
          slot.lacking();
          notes.skip(slot, missing(expr));
        } else {
          fault(
              DateCodes.NO_ANCHOR,
              expr,
              "\"" + expr.canonical() + "\" has no date: " + missing(expr));
        }
      }
      default -> {}
    }
    return Days.NONE;
  }

  private String missing(Expr expr) {
    if (expr instanceof Expr.Reference reference) {
      String node = (reference.group() ? "group " : "task ") + reference.path();
      return switch (reference.field()) {
        case DUE -> node + " has no due date";
        case APPROVER_DUE -> node + " has no approval due date";
        case DONE -> "no date is due in " + node;
        case START -> "nothing says when " + node + " starts";
      };
    }
    return switch (((Expr.Anchor) expr).name()) {
      case DUE_DATE -> world.name(slot) + " has no due date";
      case PARENT_DUE -> "no group above it has a due date, nor the process";
      case PREVIOUS_DUE -> "what comes before it has no due date";
      default -> "the process has no due date";
    };
  }

  // ---- numbers

  private int workday(Expr.Workday number) {
    Period period = period(number);
    if (period == null) {
      return Days.NONE;
    }
    boolean zero = world.options.dayZero();
    if (number.n() == 0 && !zero) {
      return fault(
          parsed
              .fault(
                  DateCodes.NO_SUCH_NUMBER,
                  number,
                  "There is no WD0: write WD-1 (last business day of the period) or WD1")
              .withHint("dates.dayZero: true in procc.yaml would make WD0 the last one")
              .offering("write WD-1", "WD-1")
              .offering("write WD1", "WD1"));
    }
    if (zero && number.n() <= 0) {
      from(world.options.origin());
    }
    int end = Days.of(period.end());
    int back = zero ? number.n() - 1 : number.n();
    int from = number.n() > 0 ? end : Days.plusDays(end, 1);
    int found = calendar.days().add(from, number.n() > 0 ? number.n() : back);
    told(period, false);
    return counted(number, calendar, from, found);
  }

  private int businessDay(Expr.BusinessDay number) {
    int start = end(number, world.start, "the schedule starts");
    if (start == Days.NONE) {
      return Days.NONE;
    }
    // The schedule is the process's: so is the calendar that numbers its days.
    SourcedCalendar schedule = world.tree.calendar();
    int found = schedule.days().nth(start, number.n());
    int day = counted(number, schedule, start - 1, found);
    if (day == Days.NONE) {
      return day;
    }
    if (world.end.status == Slot.Status.VALUE && day > world.end.day) {
      notes.pastEnd(slot, parsed, number, day);
      return Days.NONE;
    }
    SourcedPeriod period = world.tree.period();
    if (period != null) {
      fault(world.workivaNumber(parsed, number, day, period.period(), calendar.days()));
    }
    return day;
  }

  // ---- steps

  private int step(Expr.Step step) {
    int from = of(step.from());
    if (from == Days.NONE) {
      return from;
    }
    int n = step.back() ? -step.count() : step.count();
    if (step.unit() == Expr.Unit.BUSINESS_DAY) {
      BusinessCalendar days = calendar.days();
      int found = n == 0 && step.back() ? days.rollBack(from) : days.add(from, n);
      return counted(step, calendar, from, found);
    }
    int found =
        switch (step.unit()) {
          case DAY -> Days.plusDays(from, n);
          case WEEK -> Days.plusDays(from, n * 7);
          case MONTH -> Days.plusMonths(from, n);
          case QUARTER -> Days.plusMonths(from, n * 3);
          default -> Days.plusMonths(from, n * 12);
        };
    if (found == Days.NONE) {
      return outOfYears(step);
    }
    if (trace != null) {
      String words = step.unit().count(step.count()) + (step.back() ? " earlier" : " later");
      trace.add(new DerivationStep.Move(words, Days.date(from), Days.date(found)));
    }
    return found;
  }

  /// Notes a count over business days, and what may be wrong with it.
  private int counted(Expr expr, SourcedCalendar by, int from, int found) {
    counts(by);
    if (found == Days.NONE) {
      return noDay(expr, by, expr.canonical());
    }
    gap(expr, by, from, found);
    if (trace != null) {
      trace.add(
          new DerivationStep.Count(
              Lines.words(expr, world.options.dayZero()),
              LocalDate.ofEpochDay(from),
              Days.date(found),
              Lines.between(by, from, found)));
    }
    return found;
  }

  // ---- choices

  private int pick(Expr.Pick pick) {
    int[] days = all(pick.of());
    if (days.length == 0) {
      return Days.NONE;
    }
    int best = 0;
    for (int i = 1; i < days.length; i++) {
      if (pick.latest() ? days[i] > days[best] : days[i] < days[best]) {
        best = i;
      }
    }
    chosen(pick.latest() ? "the latest" : "the earliest", best, days[best]);
    return days[best];
  }

  private int clamp(Expr.Clamp clamp) {
    int[] days = all(List.of(clamp.value(), clamp.low(), clamp.high()));
    if (days.length == 0) {
      return Days.NONE;
    }
    if (days[1] > days[2]) {
      Expr swapped =
          new Expr.Clamp(clamp.value(), /* low= */ clamp.high(), /* high= */ clamp.low());
      return fault(
          parsed
              .fault(
                  DateCodes.EMPTY_CLAMP,
                  clamp,
                  "The range of clamp is empty: "
                      + DayText.of(days[1])
                      + " is after "
                      + DayText.of(days[2]))
              .offering("swap the bounds", swapped.canonical()));
    }
    int best = days[0] < days[1] ? 1 : days[0] > days[2] ? 2 : 0;
    String words = best == 0 ? "within its bounds" : best == 1 ? "not before" : "not after";
    chosen(words, best, days[best]);
    return days[best];
  }

  /// All items; empty when one of them has no day.
  private int[] all(List<Expr> items) {
    int[] days = new int[items.size()];
    List<DerivationStep> outer = trace;
    List<DerivationStep.Candidate> told = new ArrayList<>();
    for (int i = 0; i < days.length; i++) {
      List<DerivationStep> inner = outer == null ? null : new ArrayList<>();
      trace = inner;
      days[i] = of(items.get(i));
      trace = outer;
      if (days[i] == Days.NONE) {
        return NO_DAYS;
      }
      if (inner != null) {
        told.add(new DerivationStep.Candidate(items.get(i).canonical(), Days.date(days[i]), inner));
      }
    }
    candidates = told;
    return days;
  }

  private void chosen(String words, int index, int day) {
    if (trace != null) {
      trace.add(new DerivationStep.Choose(words, candidates, index, Days.date(day)));
    }
  }
}
