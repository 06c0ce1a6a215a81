package dev.procc.language.check.rules.dates;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
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

/// PC215: a day that is both a holiday and an extra workday. It counts as a business day.
public final class ExcludedAndIncluded extends CalendarRule {
  public ExcludedAndIncluded() {
    super(DateCodes.EXCLUDED_AND_INCLUDED);
  }

  @Override
  void check(SourcedCalendar calendar, Findings findings) {
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
      Span line = line(calendar, DayReason.ReasonKind.HOLIDAY, i, holiday);
      Finding about =
          Finding.of(
                  code(),
                  line,
                  DayText.format(holiday.date())
                      + " is both excluded and included in "
                      + days.key()
                      + ": it counts as a business day")
              .withHint("remove one of the two");
      NamedDay extraDay = days.extraWorkdays().get(extra);
      Span other = line(calendar, DayReason.ReasonKind.EXTRA_WORKDAY, extra, extraDay);
      findings.add(other == null ? about : about.withLabel(other, "included here"));
    }
  }
}
