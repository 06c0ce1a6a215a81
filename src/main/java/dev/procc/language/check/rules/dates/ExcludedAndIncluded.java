package dev.procc.language.check.rules.dates;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.source.Span;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.DayReason;
import dev.procc.model.calendar.NamedDay;
import dev.procc.model.duedate.DayText;
import dev.procc.model.duedate.SourcedCalendar;
import dev.procc.model.duedate.syntax.DateCodes;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// PC215: a day that is both a holiday and an extra workday. It counts as a business day.
final class ExcludedAndIncluded implements CalendarCheck {
  @Override
  public Code code() {
    return DateCodes.EXCLUDED_AND_INCLUDED;
  }

  @Override
  public void check(SourcedCalendar calendar, Consumer<Finding> findings) {
    BusinessCalendar days = calendar.days();
    Map<LocalDate, Integer> included = new HashMap<>();
    for (int i = 0; i < days.extraWorkdays().size(); i++) {
      included.putIfAbsent(days.extraWorkdays().get(i).date(), i);
    }
    for (int i = 0; i < days.holidays().size(); i++) {
      NamedDay holiday = days.holidays().get(i);
      Integer extra = included.get(holiday.date());
      if (extra == null) {
        continue;
      }
      Span line = CalendarCheck.line(calendar, DayReason.ReasonKind.HOLIDAY, i, holiday.name());
      Finding about =
          Finding.of(
                  code(),
                  line,
                  DayText.format(holiday.date())
                      + " is both excluded and included in "
                      + days.key()
                      + ": it counts as a business day")
              .withHint("remove one of the two");
      String name = days.extraWorkdays().get(extra).name();
      Span other = CalendarCheck.line(calendar, DayReason.ReasonKind.EXTRA_WORKDAY, extra, name);
      findings.accept(other == null ? about : about.withLabel(other, "included here"));
    }
  }
}
