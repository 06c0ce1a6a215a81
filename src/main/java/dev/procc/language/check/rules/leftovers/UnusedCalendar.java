package dev.procc.language.check.rules.leftovers;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.language.ast.CalendarDecl;
import dev.procc.language.check.ProjectRule;
import dev.procc.language.check.Subject;
import dev.procc.language.check.Whole;
import dev.procc.language.resolve.ResolveCodes;
import dev.procc.language.yaml.Scalar;
import java.util.function.Consumer;

/// A calendar that nothing counts by.
public final class UnusedCalendar implements ProjectRule {
  @Override
  public Code code() {
    return ResolveCodes.UNUSED_CALENDAR;
  }

  @Override
  public void check(Whole whole, Consumer<Diagnostic> report) {
    if (!whole.complete()) {
      return;
    }
    for (CalendarDecl calendar : whole.documents().calendars()) {
      if (!used(whole, calendar.key().value())) {
        report.accept(
            Diagnostic.of(
                    ResolveCodes.UNUSED_CALENDAR,
                    calendar.key().span(),
                    "\"" + calendar.key().value() + "\" is a calendar and nothing counts by it")
                .withHint("remove it, or name it with calendar: or alsoClosedIn:"));
      }
    }
  }

  private static boolean used(Whole whole, String calendar) {
    for (Subject process : whole.processes()) {
      Scalar named = process.resolved().decl().calendar();
      if (named != null && named.value().equals(calendar)) {
        return true;
      }
    }
    return whole.mentions(calendar);
  }
}
