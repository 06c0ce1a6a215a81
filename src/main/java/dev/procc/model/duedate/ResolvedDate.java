package dev.procc.model.duedate;

import dev.procc.base.diagnostic.Edit;
import dev.procc.base.source.FieldRef;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.model.calendar.Days;
import dev.procc.model.calendar.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// A field and its day.
public final class ResolvedDate {
  private static final Notes SILENT =
      new Notes() {
        @Override
        public void fault(Slot slot, Fault fault) {}

        @Override
        public void pastEnd(Slot slot, Parsed parsed, Expr.BusinessDay number, int day) {}

        @Override
        public void skip(Slot slot, String what) {}
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

  /// Whether it is one of the schedule's two ends.
  public boolean schedule() {
    return slot.schedule();
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
    Evaluator evaluator = new Evaluator(world, slot, parsed, SILENT);
    List<DerivationStep> steps = evaluator.trace();
    evaluator.evaluate(due);
    return new Derivation(
        field(), text.text(), due.canonical(), origin, date, steps, businessDay(), workday());
  }

  /// The text's span, for findings about this date.
  public Span span() {
    return text.origin().span();
  }

  /// Writes another text in place of this one; absent where the file does not hold the text as it
  /// is.
  public @Nullable Edit rewrite(String other) {
    Span exact = Fault.exact(text.text(), span(), 0, text.text().length());
    return exact == null ? null : new Edit(exact, other);
  }

  /// Writes more behind the text.
  public @Nullable Edit append(String more) {
    int end = text.text().stripTrailing().length();
    Span exact = Fault.exact(text.text(), span(), end, end);
    return exact == null ? null : new Edit(exact, more);
  }

  @Override
  public String toString() {
    return field() + " " + date;
  }
}
