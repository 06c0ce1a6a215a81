package dev.procc.model.duedate;

import dev.procc.base.source.FieldRef;
import dev.procc.base.source.Origin;
import dev.procc.model.calendar.Days;
import dev.procc.model.calendar.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;

/// A field and its day.
public final class ResolvedDate {
  private static final Evaluator.Notes SILENT =
      new Evaluator.Notes() {
        @Override
        public void fault(Fault fault) {}

        @Override
        public void skip(Expr expr, String what) {}
      };

  private final World world;
  private final Slot slot;
  private final DateText text;
  private final Parsed parsed;
  private final Due due;
  private final Origin origin;
  private final LocalDate date;

  ResolvedDate(World world, Slot slot, DateText text, Parsed parsed, Due due, Origin origin) {
    this.world = world;
    this.slot = slot;
    this.text = text;
    this.parsed = parsed;
    this.due = due;
    this.origin = origin;
    date = Days.date(slot.day);
  }

  /// `close@2024-Q4/entities/us/recon-ar:dueDate`.
  public FieldRef field() {
    return slot.field;
  }

  public LocalDate date() {
    return date;
  }

  /// The text's own span first; then all that went into the day: other fields' texts, the period's
  /// key, the calendar.
  public Origin origin() {
    return origin;
  }

  /// The text and where it was written.
  public DateText text() {
    return text;
  }

  /// What the text says.
  public Due due() {
    return due;
  }

  /// Whether a person typed the day itself.
  public boolean typed() {
    return due.expression() instanceof Expr.Day;
  }

  /// The calendar that counts for this field.
  public SourcedCalendar calendar() {
    return world.calendar(slot);
  }

  /// n of Workiva's BDn; empty on a day off, before the schedule, or without one.
  public OptionalInt businessDay() {
    return world.start.status == Slot.Status.VALUE
        ? Numbers.businessDay(world.tree.calendar().days(), world.start.day, slot.day)
        : OptionalInt.empty();
  }

  /// n of WDn, negative up to the period's end; empty on a day off or without a period.
  public OptionalInt workday() {
    SourcedPeriod sourced = world.tree.period();
    if (sourced == null) {
      return OptionalInt.empty();
    }
    Period period = sourced.period();
    return Numbers.workday(calendar().days(), period, world.options.dayZero(), slot.day);
  }

  /// How the day came to be: the same evaluation once more, telling its steps.
  public Derivation derivation() {
    Evaluator evaluator = new Evaluator(world, slot, parsed, calendar(), SILENT);
    List<DerivationStep> steps = evaluator.trace();
    evaluator.evaluate(due);
    return new Derivation(
        field(), text.text(), due.canonical(), origin, date, steps, businessDay(), workday());
  }

  int day() {
    return slot.day;
  }

  Parsed parsed() {
    return parsed;
  }

  Slot slot() {
    return slot;
  }

  @Override
  public String toString() {
    return field() + " " + date;
  }
}
