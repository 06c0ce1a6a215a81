package dev.procc.language.check.rules.availability;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.TextEdit;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeopleDecl.AbsenceDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.check.ProjectContext;
import dev.procc.language.check.ProjectRule;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.model.duedate.DayText;

/// An absence that ends before it begins, so that it never applies.
public final class AbsenceReversed extends ProjectRule {
  public AbsenceReversed() {
    super(Code.warning("PC319", "absence-reversed"));
  }

  @Override
  public void check(ProjectContext project, Findings findings) {
    for (PeopleDecl people : project.declarations().people()) {
      for (PersonDecl person : people.people().values()) {
        for (AbsenceDecl away : person.absences()) {
          if (away.to().isBefore(away.from())) {
            findings.add(finding(person, away));
          }
        }
      }
    }
  }

  private Finding finding(PersonDecl person, AbsenceDecl away) {
    Finding finding =
        Finding.of(
                code(),
                away.span(),
                person.displayName()
                    + " is back on "
                    + DayText.format(away.to())
                    + ", before leaving on "
                    + DayText.format(away.from()))
            .withHint("from is the first day away, to the last one");
    if (!(away.written().get("from") instanceof Scalar from)
        || !(away.written().get("to") instanceof Scalar to)) {
      return finding;
    }
    return finding.withFix(
        Fix.unsafe(
            "swap the two days",
            new TextEdit(from.span(), to.span().text()),
            new TextEdit(to.span(), from.span().text())));
  }
}
