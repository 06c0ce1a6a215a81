package dev.procc.model.duedate;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.DayReason;
import dev.procc.model.calendar.Days;
import dev.procc.model.calendar.NamedDay;
import java.util.List;
import java.util.function.Consumer;

/// PC216: a holiday on a day off anyway, or an extra workday on a business day.
final class RedundantDay implements CalendarCheck {
  @Override
  public Code code() {
    return DateCodes.REDUNDANT_DAY;
  }

  @Override
  public void check(SourcedCalendar calendar, Consumer<Diagnostic> found) {
    BusinessCalendar days = calendar.days();
    for (int i = 0; i < days.holidays().size(); i++) {
      NamedDay holiday = days.holidays().get(i);
      if (!days.workdays().has(Days.weekday(holiday.date()))) {
        report(calendar, DayReason.Kind.HOLIDAY, i, holiday, " is no workday anyway", found);
      }
    }
    BusinessCalendar without =
        BusinessCalendar.of(
            days.key(), days.workdays(), days.holidays(), List.of(), days.alsoClosedIn(), null);
    for (int i = 0; i < days.extraWorkdays().size(); i++) {
      NamedDay extra = days.extraWorkdays().get(i);
      if (without.isBusiness(extra.date())) {
        report(calendar, DayReason.Kind.EXTRA_WORKDAY, i, extra, " is a workday anyway", found);
      }
    }
  }

  private void report(
      SourcedCalendar calendar,
      DayReason.Kind kind,
      int index,
      NamedDay day,
      String what,
      Consumer<Diagnostic> found) {
    String name = day.name().isEmpty() ? "" : ", " + day.name() + ",";
    found.accept(
        Diagnostic.of(
                code(),
                CalendarCheck.line(calendar, kind, index, day.name()),
                DayText.of(day.date()) + name + what + " in " + calendar.days().key())
            .withHint("remove it, or keep it for the record"));
  }
}
