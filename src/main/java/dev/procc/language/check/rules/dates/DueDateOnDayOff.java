package dev.procc.language.check.rules.dates;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.source.Span;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.DayReason;
import dev.procc.model.calendar.EpochDays;
import dev.procc.model.duedate.DayText;
import dev.procc.model.duedate.SourcedCalendar;
import dev.procc.model.duedate.resolve.DateResolution;
import dev.procc.model.duedate.resolve.ResolvedDate;
import dev.procc.model.duedate.syntax.DateCodes;
import dev.procc.model.duedate.syntax.Roll;

/// PC207: a due date on a closed day that is not marked as intended. It is never moved.
public final class DueDateOnDayOff extends DateRule {
  public DueDateOnDayOff() {
    super(DateCodes.DUE_DATE_ON_DAY_OFF);
  }

  @Override
  void check(DateResolution resolution, Findings findings) {
    for (ResolvedDate date : resolution.dates()) {
      if (date.spec().roll() == Roll.KEEP || date.isSchedule() || date.calendar().isUnknown()) {
        continue;
      }
      if (!date.calendar().days().isBusinessDay(date.date())) {
        findings.add(report(date));
      }
    }
  }

  private Finding report(ResolvedDate date) {
    SourcedCalendar calendar = date.calendar();
    BusinessCalendar days = calendar.days();
    int day = EpochDays.of(date.date());
    DayReason reason = days.reason(day);
    String off = DayText.format(date.date()) + " is a day off, " + reason.text();
    Finding finding = finding(code(), date, off);
    Span line = calendar.lines().span(reason);
    if (line != null) {
      finding = finding.withLabel(line, reason.text());
    }
    int before = days.rollBack(day);
    int after = days.rollForward(day);
    if (before == EpochDays.NONE || after == EpochDays.NONE) {
      return finding;
    }
    finding =
        finding.withHint(
            "the business day before is "
                + DayText.format(before)
                + ", the one after "
                + DayText.format(after));
    return date.isTyped() ? typed(date, finding, before, after) : computed(date, finding);
  }

  /// The finding about a day that somebody typed, which puts the day before first: a deadline
  /// cannot move later.
  private static Finding typed(ResolvedDate date, Finding finding, int before, int after) {
    Finding more = finding;
    for (int day : new int[] {before, after}) {
      String text = date.spec().rolled(EpochDays.toDate(day).toString());
      more = withEdit(more, "write " + text, date.rewrite(text));
    }
    return withEdit(more, "keep it", date.append(" " + Roll.KEEP.text()));
  }

  private static Finding computed(ResolvedDate date, Finding finding) {
    Finding more = finding;
    for (Roll roll : new Roll[] {Roll.NEXT, Roll.PREVIOUS, Roll.KEEP}) {
      more = withEdit(more, "add \"" + roll.text() + "\"", date.append(" " + roll.text()));
    }
    return more;
  }
}
