package dev.procc.language.check.rules.availability;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.text.Plural;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeopleDecl.AbsenceDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.model.duedate.DayText;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A date that a person has to meet during an absence.
public final class DueWhileAway extends ProcessRule {
  public DueWhileAway() {
    super(Code.warning("PC309", "due-while-away"));
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    List<PersonDate> all = PersonDate.all(process);
    for (PersonDate date : all) {
      LocalDate day = date.date().date();
      for (AbsenceDecl away : date.person().absences()) {
        if (!day.isBefore(away.from()) && !day.isAfter(away.to())) {
          findings.add(finding(process, date, away, otherUses(process, date, all)));
          break;
        }
      }
    }
  }

  /// `, in the changes of the period: this line also serves "Explain flux, EMEA"`: what else has
  /// its date from the same line; empty if nothing has.
  private static String otherUses(ProcessContext process, PersonDate date, List<PersonDate> all) {
    Set<String> others = new LinkedHashSet<>();
    for (PersonDate other : all) {
      if (other.node() != date.node() && other.date().span().equals(date.date().span())) {
        others.add("\"" + other.node().display() + "\"");
      }
    }
    return others.isEmpty()
        ? ""
        : (process.resolved().period() == null
                ? ", where it is used"
                : ", in the changes of the period")
            + ": this line also serves "
            + (others.size() == 1
                ? others.iterator().next()
                : Plural.of(others.size(), "other task"));
  }

  private Finding finding(
      ProcessContext process, PersonDate date, AbsenceDecl away, String otherUses) {
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
                ? "nobody covers: name somebody else, or move the date" + otherUses
                : coverName(process, away.cover().value())
                    + " is named as cover, which reassigns nothing: it stays with "
                    + date.person().displayName()
                    + "; name somebody else, or move the date"
                    + otherUses)
        .withAddress(date.date().field().toString());
  }

  /// The name of the substitute; the written word if it is unknown.
  private static String coverName(ProcessContext process, String alias) {
    PeopleDecl people = process.context().people();
    PersonDecl person = people == null ? null : AbsenceCover.findPerson(people, alias);
    return person == null ? alias : person.displayName();
  }
}
