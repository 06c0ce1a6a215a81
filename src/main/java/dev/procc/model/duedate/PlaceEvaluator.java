package dev.procc.model.duedate;

import dev.procc.base.source.Origin;
import dev.procc.model.calendar.DayRange;
import dev.procc.model.calendar.Days;
import dev.procc.model.calendar.Period;
import dev.procc.model.calendar.Periods;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Evaluates the named ends of period and schedule, and places inside spans.
abstract class PlaceEvaluator extends Evaluation {
  PlaceEvaluator(World world, Slot slot, Parsed parsed, SourcedCalendar calendar, Notes notes) {
    super(world, slot, parsed, calendar, notes);
  }

  /// The day of an expression.
  abstract int of(Expr expr);

  int end(Expr expr, Slot end, String words) {
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

  @Nullable Period period(Expr expr) {
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

  int period(Expr expr, boolean start) {
    Period period = period(expr);
    if (period == null) {
      return Days.NONE;
    }
    return told(period, start);
  }

  int told(Period period, boolean start) {
    int day = Days.of(start ? period.start() : period.end());
    return trace == null
        ? day
        : told(day, "period " + period.key() + (start ? " starts" : " ends"), periodOrigin(), null);
  }

  @Nullable Origin periodOrigin() {
    SourcedPeriod sourced = world.tree.period();
    return sourced == null ? null : sourced.origin();
  }

  int place(Expr.Place place) {
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

  int inSpan(int which, Expr.What what, int lo, int hi) {
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

  int notThere(Expr.Place place, int lo, int hi) {
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

  @Nullable DayRange span(Expr.Place place) {
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
  int here(Expr.Place place) {
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

  @Nullable DayRange keyed(Expr.Place place, String key) {
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

  static DayRange stretch(Expr.Stretch stretch, LocalDate date, int shift) {
    int month = date.getMonthValue() - 1;
    LocalDate start =
        LocalDate.of(date.getYear(), month - month % stretch.months() + 1, 1)
            .plusMonths((long) shift * stretch.months());
    return new DayRange(start, start.plusMonths(stretch.months()).minusDays(1));
  }
}
