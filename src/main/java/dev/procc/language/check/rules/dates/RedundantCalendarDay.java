package dev.procc.language.check.rules.dates;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.DayReason;
import dev.procc.model.calendar.EpochDays;
import dev.procc.model.calendar.NamedDay;
import dev.procc.model.duedate.DayText;
import dev.procc.model.duedate.SourcedCalendar;
import dev.procc.model.duedate.syntax.DateCodes;
import java.util.List;
import java.util.function.Consumer;

/// PC216: a holiday on a day off anyway, or an extra workday on a business day.
final class RedundantCalendarDay implements CalendarCheck {
  @Override
  public Code code() {
    return DateCodes.REDUNDANT_CALENDAR_DAY;
  }

  @Override
  public void check(SourcedCalendar calendar, Consumer<Finding> findings) {
    BusinessCalendar days = calendar.days();
    for (int i = 0; i < days.holidays().size(); i++) {
      NamedDay holiday = days.holidays().get(i);
      if (!days.workdays().has(EpochDays.weekday(holiday.date()))) {
        report(
            calendar, DayReason.ReasonKind.HOLIDAY, i, holiday, " is no workday anyway", findings);
      }
    }
    BusinessCalendar without =
        BusinessCalendar.of(
            days.key(), days.workdays(), days.holidays(), List.of(), days.alsoClosedIn(), null);
    for (int i = 0; i < days.extraWorkdays().size(); i++) {
      NamedDay extra = days.extraWorkdays().get(i);
      if (without.isBusinessDay(extra.date())) {
        report(
            calendar,
            DayReason.ReasonKind.EXTRA_WORKDAY,
            i,
            extra,
            " is a workday anyway",
            findings);
      }
    }
  }

  private void report(
      SourcedCalendar calendar,
      DayReason.ReasonKind kind,
      int index,
      NamedDay day,
      String why,
      Consumer<Finding> findings) {
    String name = day.name().isEmpty() ? "" : ", " + day.name() + ",";
    findings.accept(
        Finding.of(
                code(),
                CalendarCheck.line(calendar, kind, index, day.name()),
                DayText.format(day.date()) + name + why + " in " + calendar.days().key())
            .withHint("remove it, or keep it for the record"));
  }
}
