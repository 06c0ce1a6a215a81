package dev.procc.language.check.rules.availability;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.language.ast.PeopleDecl.AbsenceDecl;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.model.duedate.DayText;
import java.time.LocalDate;

/// Somebody is away on the day they have to be done.
public final class DueWhileAway implements ProcessRule {
  private static final Code CODE = Code.warning("PC309", "due-while-away");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    for (PersonDate date : PersonDate.all(process)) {
      LocalDate day = date.date().date();
      for (AbsenceDecl away : date.person().absences()) {
        if (!day.isBefore(away.from()) && !day.isAfter(away.to())) {
          findings.add(finding(date, away));
        }
      }
    }
  }

  private static Finding finding(PersonDate date, AbsenceDecl away) {
    return Finding.of(
            CODE,
            date.date().span(),
            date.person().displayName()
                + " is away on "
                + DayText.format(date.date().date())
                + ", from "
                + away.from()
                + " to "
                + away.to())
        .withLabel(away.span(), "away")
        .withHint(away.cover() == null ? "name somebody else" : "cover: " + away.cover().value())
        .withAddress(date.date().field().toString());
  }
}
