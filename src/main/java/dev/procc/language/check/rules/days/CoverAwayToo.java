package dev.procc.language.check.rules.days;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.language.ast.PeopleDecl.AwayDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.check.ProjectRule;
import dev.procc.language.check.Whole;
import dev.procc.language.yaml.Scalar;
import dev.procc.model.duedate.DayText;
import java.time.LocalDate;
import java.util.function.Consumer;

/// The one who stands in for somebody away is away as well, or is that very person.
public final class CoverAwayToo implements ProjectRule {
  private static final Code CODE = Code.warning("PC317", "cover-away-too");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(Whole whole, Consumer<Diagnostic> report) {
    Covers.each(
        whole,
        (people, person, away, name, cover) -> {
          if (cover == person) {
            report.accept(
                Diagnostic.of(
                        CODE,
                        name.span(),
                        "\"" + name.value() + "\" is " + person.display() + ", who is away")
                    .withHint("name somebody else as cover"));
          } else if (cover != null) {
            overlap(person, away, name, cover, report);
          }
        });
  }

  private static void overlap(
      PersonDecl person,
      AwayDecl away,
      Scalar name,
      PersonDecl cover,
      Consumer<Diagnostic> report) {
    for (AwayDecl own : cover.away()) {
      LocalDate from = own.from().isAfter(away.from()) ? own.from() : away.from();
      LocalDate to = own.to().isBefore(away.to()) ? own.to() : away.to();
      if (!from.isAfter(to)) {
        String days = from.equals(to) ? "on " : "from ";
        report.accept(
            Diagnostic.of(
                    CODE,
                    name.span(),
                    cover.display()
                        + " covers "
                        + person.display()
                        + " and is away too, "
                        + days
                        + DayText.of(from)
                        + (from.equals(to) ? "" : " to " + DayText.of(to)))
                .withLabel(own.span(), "away")
                .withHint("name somebody else for these days"));
        return;
      }
    }
  }
}
