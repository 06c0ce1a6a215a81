package dev.procc.language.check.rules.unused;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.language.ast.CalendarDecl;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProjectContext;
import dev.procc.language.check.ProjectRule;
import dev.procc.language.resolve.ResolveCodes;
import dev.procc.language.yaml.node.Scalar;

/// A calendar by which nothing counts.
public final class UnusedCalendar extends ProjectRule {
  public UnusedCalendar() {
    super(ResolveCodes.UNUSED_CALENDAR);
  }

  @Override
  public void check(ProjectContext project, Findings findings) {
    if (!project.isComplete()) {
      return;
    }
    for (CalendarDecl calendar : project.declarations().calendars()) {
      if (!isUsed(project, calendar.key().value())) {
        findings.add(
            Finding.of(
                    ResolveCodes.UNUSED_CALENDAR,
                    calendar.key().span(),
                    "\"" + calendar.key().value() + "\" is a calendar and nothing counts by it")
                .withHint("remove it, or name it with calendar: or alsoClosedIn:"));
      }
    }
  }

  private static boolean isUsed(ProjectContext project, String calendar) {
    for (ProcessContext process : project.processes()) {
      Scalar named = process.resolved().decl().calendar();
      if (named != null && named.value().equals(calendar)) {
        return true;
      }
    }
    return project.mentions(calendar);
  }
}
