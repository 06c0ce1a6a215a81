package dev.procc.language.check.rules.dates;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.DayReason;
import dev.procc.model.calendar.EpochDays;
import dev.procc.model.calendar.NamedDay;
import dev.procc.model.duedate.DayText;
import dev.procc.model.duedate.SourcedCalendar;
import dev.procc.model.duedate.syntax.DateCodes;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// PC216: a holiday on a day that is closed anyway, or an extra workday on a business day.
public final class RedundantCalendarDay extends CalendarRule {
  public RedundantCalendarDay() {
    super(DateCodes.REDUNDANT_CALENDAR_DAY);
  }

  @Override
  void check(SourcedCalendar calendar, Findings findings) {
    BusinessCalendar days = calendar.days();
    Set<LocalDate> worked = new HashSet<>();
    for (NamedDay day : days.extraWorkdays()) {
      worked.add(day.date());
    }
    for (int i = 0; i < days.holidays().size(); i++) {
      NamedDay holiday = days.holidays().get(i);
      // A day that is both is worked, which another rule reports.
      if (!worked.contains(holiday.date())
          && !days.workdays().has(EpochDays.weekday(holiday.date()))) {
        report(
            calendar, DayReason.ReasonKind.HOLIDAY, i, holiday, " is a day off anyway", findings);
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
      Findings findings) {
    String name = day.name().isEmpty() ? "" : ", " + day.name() + ",";
    findings.add(
        Finding.of(
                code(),
                line(calendar, kind, index, day),
                DayText.format(day.date()) + name + why + " in " + calendar.days().key())
            .withHint("remove it, or keep it for the record"));
  }
}
