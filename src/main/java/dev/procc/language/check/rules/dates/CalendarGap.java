package dev.procc.language.check.rules.dates;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.language.ast.CalendarDecl;
import dev.procc.language.check.ProjectContext;
import dev.procc.language.check.ProjectRule;
import dev.procc.language.resolve.ResolveCodes;

/// PC230: a calendar by which days are counted that nobody looked up, once for all its uses.
public final class CalendarGap extends ProjectRule {
  public CalendarGap() {
    super(ResolveCodes.CALENDAR_GAP);
  }

  @Override
  public void check(ProjectContext project, Findings findings) {
    CalendarUses uses = CalendarUses.of(project.processes(), project.declarations().periods());
    for (CalendarDecl calendar : project.declarations().calendars()) {
      Finding gap = uses.gap(calendar);
      if (gap != null) {
        findings.add(gap);
      }
    }
  }
}
