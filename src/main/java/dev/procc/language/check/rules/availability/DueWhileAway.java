package dev.procc.language.check.rules.availability;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.language.ast.PeopleDecl.AbsenceDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.model.duedate.DayText;
import java.time.LocalDate;

/// A date that a person has to meet during an absence.
public final class DueWhileAway extends ProcessRule {
  public DueWhileAway() {
    super(Code.warning("PC309", "due-while-away"));
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    for (PersonDate date : PersonDate.all(process)) {
      LocalDate day = date.date().date();
      for (AbsenceDecl away : date.person().absences()) {
        if (!day.isBefore(away.from()) && !day.isAfter(away.to())) {
          findings.add(finding(process, date, away));
        }
      }
    }
  }

  private Finding finding(ProcessContext process, PersonDate date, AbsenceDecl away) {
    return Finding.of(
            code(),
            date.date().span(),
            date.person().displayName()
                + " is away on "
                + DayText.format(date.date().date())
                + " (off from "
                + DayText.format(away.from())
                + " to "
                + DayText.format(away.to())
                + ")")
        .withLabel(away.span(), "away")
        .withHint(
            away.cover() == null
                ? "nobody covers: name somebody else, or move the date"
                : "it stays with "
                    + date.person().displayName()
                    + ", although "
                    + coverName(process, away.cover().value())
                    + " is named as cover: name somebody else here, or move the date")
        .withAddress(date.date().field().toString());
  }

  /// The name of the substitute; the written word if it is unknown.
  private static String coverName(ProcessContext process, String alias) {
    PersonDecl person = process.resolved().people().get(alias);
    return person == null ? alias : person.displayName();
  }
}
