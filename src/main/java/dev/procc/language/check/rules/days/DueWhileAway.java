package dev.procc.language.check.rules.days;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.language.ast.PeopleDecl.AwayDecl;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.Subject;
import dev.procc.model.duedate.DayText;
import java.util.function.Consumer;

/// Somebody is away on the day they have to be done.
public final class DueWhileAway implements ProcessRule {
  private static final Code CODE = Code.warning("PC309", "due-while-away");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> report) {
    PersonDates.each(
        subject,
        person -> !person.away().isEmpty(),
        (node, person, date) -> {
          for (AwayDecl away : person.away()) {
            if (date.date().isBefore(away.from()) || date.date().isAfter(away.to())) {
              continue;
            }
            String cover =
                away.cover() == null ? "name somebody else" : "cover: " + away.cover().value();
            report.accept(
                Diagnostic.of(
                        CODE,
                        date.span(),
                        person.display()
                            + " is away on "
                            + DayText.of(date.date())
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
