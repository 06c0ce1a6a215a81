package dev.procc.language.check.rules.days;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Edit;
import dev.procc.base.diagnostic.Fix;
import dev.procc.base.source.Span;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeopleDecl.AwayDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.check.ProjectRule;
import dev.procc.language.check.Whole;
import dev.procc.model.duedate.DayText;
import java.util.function.Consumer;

/// An absence that ends before it begins: nobody is ever found to be away by it.
public final class AbsenceReversed implements ProjectRule {
  private static final Code CODE = Code.warning("PC319", "absence-reversed");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(Whole whole, Consumer<Diagnostic> report) {
    for (PeopleDecl people : whole.documents().people()) {
      for (PersonDecl person : people.people().values()) {
        for (AwayDecl away : person.away()) {
          if (away.to().isBefore(away.from())) {
            report.accept(found(person, away));
          }
        }
      }
    }
  }

  private static Diagnostic found(PersonDecl person, AwayDecl away) {
    Diagnostic found =
        Diagnostic.of(
                CODE,
                away.span(),
                person.display()
                    + " is back on "
                    + DayText.of(away.to())
                    + ", before leaving on "
                    + DayText.of(away.from()))
            .withHint("from is the first day away, to the last one");
    String from = away.from().toString();
    String to = away.to().toString();
    String text = away.span().text();
    int first = text.indexOf(from);
    int last = text.indexOf(to);
    if (first < 0 || last < 0) {
      return found;
    }
    Span one = away.span().sub(first, from.length());
    Span two = away.span().sub(last, to.length());
    return found.withFix(Fix.unsafe("swap the two days", new Edit(one, to), new Edit(two, from)));
  }
}
