package dev.procc.model.duedate.resolve;

import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.FieldRef;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.model.calendar.EpochDays;
import dev.procc.model.calendar.Period;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.duedate.BusinessDayNumbers;
import dev.procc.model.duedate.DateText;
import dev.procc.model.duedate.Derivation;
import dev.procc.model.duedate.DerivationStep;
import dev.procc.model.duedate.SourcedCalendar;
import dev.procc.model.duedate.SourcedPeriod;
import dev.procc.model.duedate.syntax.DateExpression;
import dev.procc.model.duedate.syntax.DateLanguage;
import dev.procc.model.duedate.syntax.DateSpec;
import dev.procc.model.duedate.syntax.ExpressionFinding;
import dev.procc.model.duedate.syntax.ParsedDate;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// The resolved date of a field.
public final class ResolvedDate {
  private static final ResolutionListener IGNORING_LISTENER =
      new ResolutionListener() {
        @Override
        public void report(DateSlot slot, ExpressionFinding fault) {}

        @Override
        public void afterScheduleEnd(
            DateSlot slot, ParsedDate parsed, DateExpression.BusinessDayNumber number, int day) {}

        @Override
        public void countedWithoutCalendar(DateSlot slot, ParsedDate parsed, DateExpression expr) {}

        @Override
        public void defaultSkipped(DateSlot slot, String what) {}
      };

  private final DateContext context;
  private final DateSlot slot;
  private final DateText text;
  private final ParsedDate parsed;
  private final DateSpec spec;
  private final Origin origin;
  private final LocalDate date;

  ResolvedDate(
      DateContext context,
      DateSlot slot,
      DateText text,
      ParsedDate parsed,
      DateSpec spec,
      Origin origin) {
    this.context = context;
    this.slot = slot;
    this.text = text;
    this.parsed = parsed;
    this.spec = spec;
    this.origin = origin;
    date = EpochDays.toDate(slot.day);
  }

  /// The role of its field.
  public FieldRole role() {
    return FieldRole.of(field().field());
  }

  /// `close@2024-Q4/entities/us/recon-ar:dueDate`.
  public FieldRef field() {
    return slot.field;
  }

  public LocalDate date() {
    return date;
  }

  /// The text's own span first, then everything the day depends on: texts of other fields, the key
  /// of the period, the calendar.
  public Origin origin() {
    return origin;
  }

  /// The text and its origin.
  public DateText text() {
    return text;
  }

  /// The parsed text.
  public DateSpec spec() {
    return spec;
  }

  /// Whether the text is a day.
  public boolean isTyped() {
    return spec.expression() instanceof DateExpression.FixedDate;
  }

  /// Whether the text is a day, or names a year: `2024-12-20 + 2bd`, `2024-Q4`, `of 2024`.
  public boolean hasTypedYear() {
    return isTyped() || TypedYear.isIn(text.text());
  }

  /// Whether it is an end of the schedule.
  public boolean isSchedule() {
    return slot.isSchedule();
  }

  /// The calendar by which this field counts.
  public SourcedCalendar calendar() {
    return context.calendar(slot);
  }

  /// The n of Workiva's BDn; empty on a closed day, outside the schedule, or without one.
  public OptionalInt businessDay() {
    boolean isAfter = context.end.status == DateSlot.Status.VALUE && slot.day > context.end.day;
    return context.start.status == DateSlot.Status.VALUE && !isAfter
        ? BusinessDayNumbers.businessDay(
            context.tree.calendar().days(), context.start.day, slot.day)
        : OptionalInt.empty();
  }

  /// The n of WDn, not positive up to the end of the period; empty on a closed day or without a
  /// period.
  public OptionalInt workday() {
    SourcedPeriod sourced = context.tree.period();
    if (sourced == null) {
      return OptionalInt.empty();
    }
    Period period = sourced.period();
    return BusinessDayNumbers.workday(
        calendar().days(), period, context.options.dayZero(), slot.day);
  }

  /// The derivation: a second evaluation that collects its steps.
  public Derivation derivation() {
    DateEvaluator evaluator = new DateEvaluator(context, slot, parsed, IGNORING_LISTENER);
    List<DerivationStep> steps = evaluator.startTrace();
    evaluator.evaluate(spec);
    return new Derivation(
        field(),
        text.text(),
        spec.canonical(),
        origin,
        date,
        List.copyOf(steps),
        businessDay(),
        workday());
  }

  /// The day of another text in this place; null if it depends on another date of the process.
  public @Nullable LocalDate dayOf(String other) {
    ParsedDate read = new DateLanguage().parsed(other);
    DateSpec asked = read.spec();
    if (asked == null || !restsOnNoDate(asked.expression())) {
      return null;
    }
    DateSlot free =
        new DateSlot(slot.kind, slot.node, slot.field, DateText.written(other, text.origin()));
    int day = new DateEvaluator(context, free, read, IGNORING_LISTENER).evaluate(asked);
    return day == EpochDays.NONE ? null : EpochDays.toDate(day);
  }

  private static boolean restsOnNoDate(@Nullable DateExpression expression) {
    return expression instanceof DateExpression.WorkdayNumber
        || expression instanceof DateExpression.FixedDate
        || (expression instanceof DateExpression.NthDay nth
            && !(nth.span() instanceof DateExpression.DaySpan.ContainingDate of
                && of.date() != null))
        || (expression instanceof DateExpression.DateOffset offset && restsOnNoDate(offset.base()))
        || (expression instanceof DateExpression.AnchorDate anchor
            && (anchor.name() == DateExpression.AnchorDate.AnchorName.PERIOD_START
                || anchor.name() == DateExpression.AnchorDate.AnchorName.PERIOD_END));
  }

  /// The text's span, for findings about this date.
  public Span span() {
    return text.origin().span();
  }

  /// The edit that replaces the text; null if the file does not contain it literally.
  public @Nullable TextEdit rewrite(String other) {
    Span exact = ExpressionFinding.exactSpan(text.text(), span(), 0, text.text().length());
    return exact == null ? null : new TextEdit(exact, inPlace(other));
  }

  /// Another text as it has to be written there: in quotes where braces or brackets would end it at
  /// its comma.
  public String inPlace(String other) {
    String file = span().file().text();
    int at = span().start() + span().length();
    boolean plain = file.startsWith(text.text(), span().start());
    while (at < file.length() && file.charAt(at) == ' ') {
      at++;
    }
    boolean flow = at < file.length() && ",}]".indexOf(file.charAt(at)) >= 0;
    return plain && flow && other.indexOf(',') >= 0 ? "\"" + other + "\"" : other;
  }

  /// The edit that appends to the text.
  public @Nullable TextEdit append(String more) {
    int end = text.text().stripTrailing().length();
    Span exact = ExpressionFinding.exactSpan(text.text(), span(), end, end);
    return exact == null ? null : new TextEdit(exact, more);
  }

  @Override
  public String toString() {
    return field() + " " + date;
  }
}
