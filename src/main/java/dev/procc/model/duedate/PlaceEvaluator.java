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
  PlaceEvaluator(World world, Slot slot, Parsed parsed, Notes notes) {
    super(world, slot, parsed, notes);
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
      fault(
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
    boolean counts = place.what() == Expr.What.BUSINESS_DAY;
    if (counts) {
      counts(calendar);
      gap(place, calendar, lo - 1, hi);
    }
    int found = inSpan(place, lo, hi);
    if (found == Days.NONE) {
      return notThere(place, lo, hi);
    }
    if (trace != null) {
      int before = place.fromTheEnd() ? hi + 1 : lo - 1;
      trace.add(
          new DerivationStep.Count(
              place.canonical() + " (" + span + ")",
              place.fromTheEnd() ? span.end() : span.start(),
              Days.date(found),
              counts ? Lines.between(calendar, before, found) : List.of()));
    }
    return found;
  }

  private int inSpan(Expr.Place place, int lo, int hi) {
    int which = place.which();
    if (place.what() == Expr.What.BUSINESS_DAY) {
      int count = calendar.days().count(lo, hi + 1);
      int number = place.fromTheEnd() ? count + which + 1 : which;
      return number < 1 || number > count ? Days.NONE : calendar.days().nth(lo, number);
    }
    boolean any = place.what() == Expr.What.DAY;
    int every = any ? 1 : 7;
    int weekday = place.what().weekday();
    int found =
        place.fromTheEnd()
            ? hi - (any ? 0 : Math.floorMod(Days.weekday(hi) - weekday, 7)) + every * (which + 1)
            : lo + (any ? 0 : Math.floorMod(weekday - Days.weekday(lo), 7)) + every * (which - 1);
    return found < lo || found > hi ? Days.NONE : found;
  }

  private int notThere(Expr.Place place, int lo, int hi) {
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
                + Canonical.which(place.which())
                + " "
                + place.what().words());
    // Where there is one of the kind at all, the far one is it: the last for the 5th.
    int far = place.fromTheEnd() ? 1 : -1;
    Expr.Place other = new Expr.Place(far, place.what(), place.where());
    int instead = inSpan(other, lo, hi);
    if (instead != Days.NONE) {
      String offer = other.canonical();
      fault =
          fault
              .withHint("the " + Canonical.which(far) + " one is " + DayText.of(instead))
              .offering("write " + offer, offer);
    }
    return fault(fault);
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
