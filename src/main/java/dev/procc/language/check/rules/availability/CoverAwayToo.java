package dev.procc.language.check.rules.availability;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.language.ast.PeopleDecl.AbsenceDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.check.ProjectContext;
import dev.procc.language.check.ProjectRule;
import dev.procc.model.duedate.DayText;
import java.time.LocalDate;

/// A substitute who is away as well, or is the absent person.
public final class CoverAwayToo extends ProjectRule {
  public CoverAwayToo() {
    super(Code.warning("PC317", "cover-away-too"));
  }

  @Override
  public void check(ProjectContext project, Findings findings) {
    for (AbsenceCover absence : AbsenceCover.all(project)) {
      if (absence.cover() == absence.person()) {
        String name = absence.name().value();
        findings.add(
            Finding.of(
                    code(),
                    absence.name().span(),
                    "\"" + name + "\" is " + absence.person().displayName() + ", who is away")
                .withHint("name somebody else as cover"));
      } else if (absence.cover() != null) {
        checkOverlap(absence, absence.cover(), findings);
      }
    }
  }

  private void checkOverlap(AbsenceCover absence, PersonDecl cover, Findings findings) {
    AbsenceDecl away = absence.absence();
    for (AbsenceDecl own : cover.absences()) {
      LocalDate from = own.from().isAfter(away.from()) ? own.from() : away.from();
      LocalDate to = own.to().isBefore(away.to()) ? own.to() : away.to();
      if (!from.isAfter(to)) {
        String days =
            from.equals(to)
                ? "on " + DayText.format(from)
                : "from " + DayText.format(from) + " to " + DayText.format(to);
        findings.add(
            Finding.of(
                    code(),
                    absence.name().span(),
                    cover.displayName()
                        + " covers "
                        + absence.person().displayName()
                        + " and is away too, "
                        + days)
                .withLabel(own.span(), "away")
                .withHint("name somebody else for these days"));
        return;
      }
    }
  }
}
