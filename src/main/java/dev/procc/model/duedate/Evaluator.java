package dev.procc.model.duedate;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.source.FieldRef;
import dev.procc.base.source.Origin;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.DayRange;
import dev.procc.model.calendar.Days;
import dev.procc.model.calendar.Period;
import dev.procc.model.calendar.Periods;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Computes the expression of one slot whose needs are met. The same code finds the day, gathers
/// what went into it, and, with a trace, tells its steps.
final class Evaluator {
  /// What an evaluation is told and asked to note.
  interface Notes {
    void fault(Fault fault);

    /// The slot has no date, since a default's text builds on one that the node lacks.
    void skip(Expr expr, String what);
  }

  private static final int[] NO_DAYS = {};

  private final World world;
  private final Slot slot;
  private final Parsed parsed;
  private final SourcedCalendar calendar;
  private final Notes notes;
  private final List<Origin> origins = new ArrayList<>(4);
  private @Nullable List<DerivationStep> trace;
  private boolean gapReported;
  private int need;
  private List<DerivationStep.Candidate> candidates = List.of();

  Evaluator(World world, Slot slot, Parsed parsed, SourcedCalendar calendar, Notes notes) {
    this.world = world;
    this.slot = slot;
    this.parsed = parsed;
    this.calendar = calendar;
    this.notes = notes;
  }

  /// From now on, steps are told.
  List<DerivationStep> trace() {
    List<DerivationStep> steps = new ArrayList<>();
    trace = steps;
    return steps;
  }

  /// What went into the day besides the text itself.
  List<Origin> origins() {
    return origins;
  }

  /// The day; `NONE` after a fault, a skip, or where a need has failed.
  int evaluate(Due due) {
    Expr expr = due.expression();
    if (expr == null) {
      return Days.NONE;
    }
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

  private int of(Expr expr) {
    if (expr instanceof Expr.Step step) {
      return step(step);
    } else if (expr instanceof Expr.Workday number) {
      return workday(number);
    } else if (expr instanceof Expr.Anchor anchor) {
      return anchor(anchor);
    } else if (expr instanceof Expr.Reference reference) {
      return needed(reference, false);
    } else if (expr instanceof Expr.Day day) {
      return told(Days.of(day.date()), "typed date", origin(), null);
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
        if (own && slot.text != null && slot.text.fromDefault()) {
          notes.skip(expr, missing(expr));
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

  private int end(Expr expr, Slot end, String words) {
    if (end.status == Slot.Status.VALUE) {
      from(end.origin);
      return told(end.day, words, end.origin, end.field);
    }
    if (end.status == Slot.Status.ABSENT) {
      fault(
          DateCodes.NO_ANCHOR,
          expr,
          "\"" + expr.canonical() + "\" has no date: the process has no " + end.field.field());
    }
    return Days.NONE;
  }

  private @Nullable Period period(Expr expr) {
    SourcedPeriod sourced = world.tree.period();
    if (sourced == null) {
      notes.fault(
          parsed
              .fault(
                  DateCodes.NO_ANCHOR,
                  expr,
                  "\"" + expr.canonical() + "\" has no date: the process has no period")
              .withHint("list the process in a Period document, or count from start or end"));
      return null;
    }
    from(sourced.origin());
    return sourced.period();
  }

  private int period(Expr expr, boolean start) {
    Period period = period(expr);
    if (period == null) {
      return Days.NONE;
    }
    return told(period, start);
  }

  private int told(Period period, boolean start) {
    int day = Days.of(start ? period.start() : period.end());
    return trace == null
        ? day
        : told(day, "period " + period.key() + (start ? " starts" : " ends"), periodOrigin(), null);
  }

  private @Nullable Origin periodOrigin() {
    SourcedPeriod sourced = world.tree.period();
    return sourced == null ? null : sourced.origin();
  }

  // ---- numbers

  private int workday(Expr.Workday number) {
    Period period = period(number);
    if (period == null) {
      return Days.NONE;
    }
    boolean zero = world.options.dayZero();
    if (number.n() == 0 && !zero) {
      notes.fault(
          parsed
              .fault(
                  DateCodes.NO_SUCH_NUMBER,
                  number,
                  "There is no WD0: write WD-1 (last business day of the period) or WD1")
              .withHint("dates.dayZero: true in procc.yaml would make WD0 the last one")
              .offering("write WD-1", "WD-1")
              .offering("write WD1", "WD1"));
      return Days.NONE;
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
      world.outside(notes, parsed, number, number.canonical(), day);
      return Days.NONE;
    }
    if (trace == null && world.tree.period() != null && !slot.schedule()) {
      world.workivaNumber(notes, parsed, number, day, calendar.days());
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

  private int outOfYears(Expr expr) {
    return fault(
        DateCodes.OUTSIDE_CALENDAR,
        expr,
        "\"" + Parser.shown(expr.canonical()) + "\" is out of range: dates go from " + Days.YEARS);
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

  // ---- places

  private int place(Expr.Place place) {
    DayRange span = span(place);
    if (span == null) {
      return Days.NONE;
    }
    int lo = Days.of(span.start());
    int hi = Days.of(span.end());
    if (lo == Days.NONE || hi == Days.NONE) {
      return outOfYears(place);
    }
    if (place.what() == Expr.What.BUSINESS_DAY) {
      counts(calendar);
      gap(place, calendar, lo - 1, hi);
    }
    int found = inSpan(place.which(), place.what(), lo, hi);
    if (found == Days.NONE) {
      return notThere(place, lo, hi);
    }
    if (trace != null) {
      String words = place.canonical() + " (" + span + ")";
      boolean counts = place.what() == Expr.What.BUSINESS_DAY;
      trace.add(
          new DerivationStep.Count(
              words,
              place.which() > 0 ? span.start() : span.end(),
              Days.date(found),
              !counts
                  ? List.of()
                  : place.which() > 0
                      ? Lines.between(calendar, lo - 1, found)
                      : Lines.between(calendar, hi + 1, found)));
    }
    return found;
  }

  private int inSpan(int which, Expr.What what, int lo, int hi) {
    long found;
    if (what == Expr.What.BUSINESS_DAY) {
      int count = calendar.days().count(lo, hi + 1);
      int number = which > 0 ? which : count + which + 1;
      return number < 1 || number > count ? Days.NONE : calendar.days().nth(lo, number);
    }
    boolean any = what == Expr.What.DAY;
    long every = any ? 1 : 7;
    if (which > 0) {
      int first = any ? 0 : Math.floorMod(what.weekday() - Days.weekday(lo), 7);
      found = lo + first + every * (which - 1L);
    } else {
      int last = any ? 0 : Math.floorMod(Days.weekday(hi) - what.weekday(), 7);
      found = hi - last + every * (which + 1L);
    }
    return found < lo || found > hi ? Days.NONE : (int) found;
  }

  private int notThere(Expr.Place place, int lo, int hi) {
    String words = Canonical.which(place.which()) + " " + place.what().words();
    Fault fault =
        parsed.fault(
            DateCodes.NOT_IN_SPAN,
            place,
            Canonical.where(place.where())
                + " ("
                + Days.date(lo)
                + ".."
                + Days.date(hi)
                + ") has no "
                + words);
    int other = place.which() > 0 ? -1 : 1;
    int instead = inSpan(other, place.what(), lo, hi);
    if (instead != Days.NONE) {
      String offer = new Expr.Place(other, place.what(), place.where()).canonical();
      fault =
          fault
              .withHint("the " + Canonical.which(other) + " one is " + DayText.of(instead))
              .offering("write " + offer, offer);
    }
    notes.fault(fault);
    return Days.NONE;
  }

  private @Nullable DayRange span(Expr.Place place) {
    Expr.Where where = place.where();
    if (where instanceof Expr.Where.Around around) {
      int day = around.of() == null ? here(place) : of(around.of());
      return day == Days.NONE ? null : stretch(around.stretch(), Days.date(day), around.shift());
    }
    if (where instanceof Expr.Where.Keyed keyed) {
      return keyed(place, keyed.key());
    }
    Period period = period(place);
    if (period == null) {
      return null;
    }
    if (where instanceof Expr.Where.Beside beside) {
      return beside.after()
          ? stretch(beside.stretch(), period.end(), 1)
          : stretch(beside.stretch(), period.start(), -1);
    }
    return period.days();
  }

  /// The period's end, else the schedule's start.
  private int here(Expr.Place place) {
    if (world.tree.period() != null) {
      return period(place, false);
    }
    if (slot.kind != Slot.Kind.SCHEDULE_START && world.start.status != Slot.Status.ABSENT) {
      return end(place, world.start, "the schedule starts");
    }
    return fault(
        DateCodes.NO_ANCHOR,
        place,
        "\"" + place.canonical() + "\" has no date: there is no period and no businessStartDate");
  }

  private @Nullable DayRange keyed(Expr.Place place, String key) {
    if (key.startsWith("FY")) {
      from(world.options.origin());
    }
    Periods.Found found = Periods.find(key, world.options.fiscal());
    Period period = found.period();
    if (period == null) {
      boolean noRule = world.options.fiscal() == null;
      fault(
          noRule ? DateCodes.NO_ANCHOR : DateCodes.NOT_IN_SPAN,
          place,
          String.valueOf(found.problem()));
      return null;
    }
    return period.days();
  }

  private static DayRange stretch(Expr.Stretch stretch, LocalDate date, int shift) {
    int month = date.getMonthValue() - 1;
    LocalDate start =
        LocalDate.of(date.getYear(), month - month % stretch.months() + 1, 1)
            .plusMonths((long) shift * stretch.months());
    return new DayRange(start, start.plusMonths(stretch.months()).minusDays(1));
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
      notes.fault(
          parsed
              .fault(
                  DateCodes.EMPTY_CLAMP,
                  clamp,
                  "The range of clamp is empty: "
                      + DayText.of(days[1])
                      + " is after "
                      + DayText.of(days[2]))
              .offering("swap the bounds", swapped.canonical()));
      return Days.NONE;
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

  // ---- notes

  private int told(int day, String words, @Nullable Origin origin, @Nullable FieldRef field) {
    if (trace != null) {
      trace.add(new DerivationStep.From(words, Days.date(day), origin, field));
    }
    return day;
  }

  private @Nullable Origin origin() {
    return slot.text == null ? null : slot.text.origin();
  }

  private void from(@Nullable Origin origin) {
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

  private void counts(SourcedCalendar by) {
    from(by.origin());
  }

  private int fault(Code code, Expr expr, String message) {
    notes.fault(parsed.fault(code, expr, message));
    return Days.NONE;
  }

  private int noDay(Expr expr, SourcedCalendar by, String what) {
    if (!by.days().hasBusinessDays()) {
      return fault(
          DateCodes.NO_BUSINESS_DAY,
          expr,
          "\"" + by.days().key() + "\" has no business day at all; \"" + what + "\" needs one");
    }
    return fault(
        DateCodes.TOO_FAR,
        expr,
        "\"" + Parser.shown(what) + "\" counts beyond the years that are known, " + Days.YEARS);
  }

  /// Reports, once a date, that it was counted through days nobody looked up.
  private void gap(Expr expr, SourcedCalendar by, int from, int to) {
    if (gapReported || trace != null) {
      return;
    }
    int step = to > from ? 1 : -1;
    int first = from == to ? from : from + step;
    BusinessCalendar at = by.days().gapAt(first);
    int day = first;
    if (at == null) {
      at = by.days().gapAt(to);
      day = to;
    }
    if (at != null) {
      gapReported = true;
      fault(
          DateCodes.OUTSIDE_CALENDAR,
          expr,
          "\""
              + Parser.shown(expr.canonical())
              + "\" counts "
              + DayText.of(day)
              + ", but "
              + at.key()
              + " covers "
              + at.covers());
    }
  }
}
