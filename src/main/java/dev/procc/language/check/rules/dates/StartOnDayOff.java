package dev.procc.language.check.rules.dates;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.model.calendar.DayReason;
import dev.procc.model.calendar.EpochDays;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.duedate.DayText;
import dev.procc.model.duedate.resolve.DateResolution;
import dev.procc.model.duedate.resolve.ResolvedDate;
import dev.procc.model.duedate.syntax.DateCodes;
import dev.procc.model.duedate.syntax.Roll;

/// PC218: a schedule that starts on a closed day, so that BD1 is another day.
public final class StartOnDayOff extends DateRule {
  public StartOnDayOff() {
    super(DateCodes.START_ON_DAY_OFF);
  }

  @Override
  void check(DateResolution resolution, Findings findings) {
    ResolvedDate start = resolution.date(resolution.tree().address(), FieldRole.SCHEDULE_START);
    if (start == null || start.calendar().isUnknown()) {
      return;
    }
    if (start.calendar().days().isBusinessDay(start.date())) {
      return;
    }
    int day = EpochDays.of(start.date());
    DayReason reason = start.calendar().days().reason(day);
    int first = start.calendar().days().rollForward(day);
    String off = "The schedule starts on a day off, " + DayText.format(start.date());
    Finding about = finding(code(), start, off + ", " + reason.text());
    if (first == EpochDays.NONE) {
      findings.add(about);
      return;
    }
    findings.add(
        withEdit(
            about.withHint("BD1 is " + DayText.format(first)),
            "add \"" + Roll.NEXT.text() + "\"",
            start.isTyped()
                ? start.rewrite(EpochDays.toDate(first).toString())
                : start.append(" " + Roll.NEXT.text())));
  }
}
