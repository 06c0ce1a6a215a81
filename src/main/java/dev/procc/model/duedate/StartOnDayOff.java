package dev.procc.model.duedate;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.model.calendar.DayReason;
import dev.procc.model.calendar.Days;
import java.util.function.Consumer;

/// PC218: the schedule starts on a day off, so that BD1 is another day.
final class StartOnDayOff implements DateCheck {
  @Override
  public Code code() {
    return DateCodes.START_ON_DAY_OFF;
  }

  @Override
  public void check(Resolution resolution, Consumer<Diagnostic> found) {
    ResolvedDate start = resolution.date(resolution.tree().address(), "businessStartDate");
    if (start == null || start.calendar().days().isBusiness(start.date())) {
      return;
    }
    int day = Days.of(start.date());
    DayReason reason = start.calendar().days().reason(day);
    int first = start.calendar().days().rollForward(day);
    String off = "The schedule starts on a day off, " + DayText.of(start.date());
    Diagnostic about = DateCheck.about(code(), start, off + ", " + reason.words());
    if (first == Days.NONE) {
      found.accept(about);
      return;
    }
    found.accept(
        DateCheck.offer(
            about.withHint("BD1 is " + DayText.of(first)),
            "add \"" + Roll.NEXT.words() + "\"",
            start.typed()
                ? start.rewrite(Days.date(first).toString())
                : start.append(" " + Roll.NEXT.words())));
  }
}
