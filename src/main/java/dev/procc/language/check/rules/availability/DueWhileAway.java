package dev.procc.language.check.rules.availability;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.language.ast.PeopleDecl.AbsenceDecl;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.model.duedate.DayText;

/// Somebody is away on the day they have to be done.
public final class DueWhileAway implements ProcessRule {
  private static final Code CODE = Code.warning("PC309", "due-while-away");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    PersonDates.forEach(
        process,
        person -> !person.absences().isEmpty(),
        (node, person, date) -> {
          for (AbsenceDecl away : person.absences()) {
            if (date.date().isBefore(away.from()) || date.date().isAfter(away.to())) {
              continue;
            }
            String cover =
                away.cover() == null ? "name somebody else" : "cover: " + away.cover().value();
            findings.add(
                Finding.of(
                        CODE,
                        date.span(),
                        person.displayName()
                            + " is away on "
                            + DayText.format(date.date())
                            + ", from "
                            + away.from()
                            + " to "
                            + away.to())
                    .withLabel(away.span(), "away")
                    .withHint(cover)
                    .withAddress(date.field().toString()));
          }
        });
  }
}
