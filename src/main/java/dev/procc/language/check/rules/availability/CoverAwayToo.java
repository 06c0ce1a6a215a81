package dev.procc.language.check.rules.availability;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.language.ast.PeopleDecl.AbsenceDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.check.ProjectContext;
import dev.procc.language.check.ProjectRule;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.model.duedate.DayText;
import java.time.LocalDate;

/// The one who stands in for somebody away is away as well, or is that very person.
public final class CoverAwayToo implements ProjectRule {
  private static final Code CODE = Code.warning("PC317", "cover-away-too");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(ProjectContext project, Findings findings) {
    AbsenceCovers.forEach(
        project,
        (people, person, away, name, cover) -> {
          if (cover == person) {
            findings.add(
                Finding.of(
                        CODE,
                        name.span(),
                        "\"" + name.value() + "\" is " + person.displayName() + ", who is away")
                    .withHint("name somebody else as cover"));
          } else if (cover != null) {
            checkOverlap(person, away, name, cover, findings);
          }
        });
  }

  private static void checkOverlap(
      PersonDecl person, AbsenceDecl away, Scalar name, PersonDecl cover, Findings findings) {
    for (AbsenceDecl own : cover.absences()) {
      LocalDate from = own.from().isAfter(away.from()) ? own.from() : away.from();
      LocalDate to = own.to().isBefore(away.to()) ? own.to() : away.to();
      if (!from.isAfter(to)) {
        String days = from.equals(to) ? "on " : "from ";
        findings.add(
            Finding.of(
                    CODE,
                    name.span(),
                    cover.displayName()
                        + " covers "
                        + person.displayName()
                        + " and is away too, "
                        + days
                        + DayText.format(from)
                        + (from.equals(to) ? "" : " to " + DayText.format(to)))
                .withLabel(own.span(), "away")
                .withHint("name somebody else for these days"));
        return;
      }
    }
  }
}
