package dev.procc.model.duedate;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.source.Span;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.DayReason;
import dev.procc.model.calendar.Days;
import java.util.function.Consumer;

/// PC207: a due date lies on a day off, and nobody said that this is meant. It is never moved.
final class OnDayOff implements DateCheck {
  @Override
  public Code code() {
    return DateCodes.ON_DAY_OFF;
  }

  @Override
  public void check(Resolution resolution, Consumer<Diagnostic> found) {
    for (ResolvedDate date : resolution.dates()) {
      if (date.due().roll() != Roll.KEEP
          && !date.schedule()
          && !date.calendar().days().isBusiness(date.date())) {
        found.accept(report(date));
      }
    }
  }

  private Diagnostic report(ResolvedDate date) {
    SourcedCalendar calendar = date.calendar();
    BusinessCalendar days = calendar.days();
    int day = Days.of(date.date());
    DayReason reason = days.reason(day);
    String off = DayText.of(date.date()) + " is a day off, " + reason.words();
    Diagnostic found = DateCheck.about(code(), date, off);
    Span line = calendar.lines().of(reason);
    if (line != null) {
      found = found.withLabel(line, reason.words());
    }
    int before = days.rollBack(day);
    int after = days.rollForward(day);
    if (before == Days.NONE || after == Days.NONE) {
      return found;
    }
    found =
        found.withHint(
            "the business day before is "
                + DayText.of(before)
                + ", the one after "
                + DayText.of(after));
    return date.typed() ? typed(date, found, before, after) : computed(date, found);
  }

  /// A deadline that somebody typed cannot be late: the day before comes first.
  private static Diagnostic typed(ResolvedDate date, Diagnostic found, int before, int after) {
    String roll = date.due().roll() == Roll.UNSAID ? "" : " " + date.due().roll().words();
    Diagnostic more = found;
    for (int day : new int[] {before, after}) {
      more = DateCheck.offer(more, "write " + DayText.of(day), date.rewrite(Days.date(day) + roll));
    }
    return DateCheck.offer(more, "keep it", date.append(" " + Roll.KEEP.words()));
  }

  private static Diagnostic computed(ResolvedDate date, Diagnostic found) {
    Diagnostic more = found;
    for (Roll roll : new Roll[] {Roll.NEXT, Roll.PREVIOUS, Roll.KEEP}) {
      more = DateCheck.offer(more, "add \"" + roll.words() + "\"", date.append(" " + roll.words()));
    }
    return more;
  }
}
