package dev.procc.language.check.rules.days;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.source.Span;
import dev.procc.language.ast.CalendarDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.Subject;
import dev.procc.language.yaml.Scalar;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.DayReason;
import dev.procc.model.calendar.Days;
import dev.procc.model.duedate.DayText;
import dev.procc.model.duedate.ResolvedDate;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The day a person has to be done is a day off in the calendar that person keeps.
public final class DueOnPersonsDayOff implements ProcessRule {
  private static final Code CODE = Code.warning("PC310", "due-on-persons-day-off");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> report) {
    PersonDates.each(
        subject,
        person -> person.calendar() != null,
        (node, person, date) -> {
          Scalar kept = person.calendar();
          BusinessCalendar calendar =
              kept == null ? null : subject.around().calendars().find(kept.value());
          if (kept == null
              || calendar == null
              || calendar.isBusiness(date.date())
              || !date.calendar().days().isBusiness(date.date())) {
            return;
          }
          report.accept(found(subject, person, kept, calendar, date));
        });
  }

  private static Diagnostic found(
      Subject subject,
      PersonDecl person,
      Scalar kept,
      BusinessCalendar calendar,
      ResolvedDate date) {
    DayReason reason = calendar.reason(Days.of(date.date()));
    Diagnostic diagnostic =
        Diagnostic.of(
                CODE,
                date.span(),
                person.display() + " is off on " + DayText.of(date.date()) + ", " + reason.words())
            .withAddress(date.field().toString());
    Span line = line(subject.around().calendars().decl(reason.calendar()), reason);
    if (line != null) {
      diagnostic = diagnostic.withLabel(line, "the day is listed here");
    }
    diagnostic = diagnostic.withLabel(kept.span(), "the calendar of " + person.display());
    LocalDate next = calendar.add(date.date(), 1);
    return next == null
        ? diagnostic
        : diagnostic.withHint(
            "the next working day of " + person.display() + " is " + DayText.of(next));
  }

  private static @Nullable Span line(@Nullable CalendarDecl decl, DayReason reason) {
    if (decl == null) {
      return null;
    }
    if (reason.index() < 0) {
      return decl.workdaysOrigin().span();
    }
    var days = reason.kind() == DayReason.Kind.HOLIDAY ? decl.holidays() : decl.extraWorkdays();
    return reason.index() < days.size() ? days.get(reason.index()).span() : null;
  }
}
