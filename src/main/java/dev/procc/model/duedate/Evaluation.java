package dev.procc.model.duedate;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.source.FieldRef;
import dev.procc.base.source.Origin;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.Days;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The state of an evaluation and what it notes on its way: origins, steps, faults.
class Evaluation {
  final World world;
  final Slot slot;
  final Parsed parsed;
  final SourcedCalendar calendar;
  final Notes notes;
  final List<Origin> origins = new ArrayList<>(4);
  @Nullable List<DerivationStep> trace;
  boolean gapReported;

  Evaluation(World world, Slot slot, Parsed parsed, Notes notes) {
    this.world = world;
    this.slot = slot;
    this.parsed = parsed;
    calendar = world.calendar(slot);
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

  int told(int day, String words, @Nullable Origin origin, @Nullable FieldRef field) {
    if (trace != null) {
      trace.add(new DerivationStep.From(words, Days.date(day), origin, field));
    }
    return day;
  }

  void from(@Nullable Origin origin) {
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

  void counts(SourcedCalendar by) {
    from(by.origin());
  }

  int fault(Code code, Expr expr, String message) {
    return fault(parsed.fault(code, expr, message));
  }

  int fault(Fault fault) {
    notes.fault(slot, fault);
    return Days.NONE;
  }

  int noDay(Expr expr, SourcedCalendar by, String what) {
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
  void gap(Expr expr, SourcedCalendar by, int from, int to) {
    if (gapReported || trace != null) {
      return;
    }
    int first = from + Integer.signum(to - from);
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

  int outOfYears(Expr expr) {
    return fault(
        DateCodes.OUTSIDE_CALENDAR,
        expr,
        "\"" + Parser.shown(expr.canonical()) + "\" is out of range: dates go from " + Days.YEARS);
  }
}
