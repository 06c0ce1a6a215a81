package dev.procc.language.check.rules.availability;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.source.Span;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.DayReason;
import dev.procc.model.calendar.EpochDays;
import dev.procc.model.duedate.DayText;
import dev.procc.model.duedate.resolve.ResolvedDate;
import java.time.LocalDate;

/// A date that a person has to meet on a closed day of that person's calendar.
public final class DueOnPersonsDayOff extends ProcessRule {
  public DueOnPersonsDayOff() {
    super(Code.warning("PC310", "due-on-persons-day-off"));
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    for (PersonDate due : PersonDate.all(process)) {
      Scalar calendarName = due.person().calendar();
      ResolvedDate date = due.date();
      BusinessCalendar calendar =
          calendarName == null ? null : process.context().calendars().find(calendarName.value());
      if (calendarName == null
          || calendar == null
          || !date.calendar().days().isBusinessDay(date.date())) {
        continue;
      }
      if (!calendar.isBusinessDay(date.date())) {
        findings.add(finding(process, due.person(), calendarName, calendar, date));
      }
    }
  }

  private Finding finding(
      ProcessContext process,
      PersonDecl person,
      Scalar calendarName,
      BusinessCalendar calendar,
      ResolvedDate date) {
    DayReason reason = calendar.reason(EpochDays.of(date.date()));
    Finding finding =
        Finding.of(
                code(),
                date.span(),
                person.displayName()
                    + " is off on "
                    + DayText.format(date.date())
                    + ", "
                    + reason.text())
            .withAddress(date.field().toString());
    Span line = process.context().calendars().lineOf(reason);
    if (line != null) {
      finding = finding.withLabel(line, "the day is listed here");
    }
    finding = finding.withLabel(calendarName.span(), "the calendar of " + person.displayName());
    LocalDate next = calendar.add(date.date(), 1);
    return next == null
        ? finding
        : finding.withHint(
            "the next working day of " + person.displayName() + " is " + DayText.format(next));
  }
}
