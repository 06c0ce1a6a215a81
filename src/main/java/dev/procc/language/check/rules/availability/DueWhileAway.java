package dev.procc.language.check.rules.availability;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.source.Origin;
import dev.procc.base.text.Plural;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeopleDecl.AbsenceDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.edit.YamlText;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.duedate.DayText;
import dev.procc.model.duedate.SourcedPeriod;
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
                    + " is named as cover, which hands nothing over: it stays with "
                    + date.person().displayName()
                    + "; "
                    + wayToCover(process, date, away.cover().value(), otherUses))
        .withAddress(date.date().field().toString());
  }

  /// How the cover gets the task: the one-off change to write, if its process has a period.
  private static String wayToCover(
      ProcessContext process, PersonDate date, String cover, String otherUses) {
    SourcedPeriod period = process.context().period();
    Origin origin = period == null ? null : period.origin();
    if (origin == null) {
      return "name somebody else, or move the date" + otherUses;
    }
    FieldRole role = date.isApproval() ? FieldRole.APPROVER : FieldRole.ASSIGNEE;
    String key = process.resolved().decl().key().value();
    String path = date.node().address().substring(process.identity().length());
    return "to hand it over, add to "
        + origin.span().file().path()
        + ", under changes: - { at: "
        + YamlText.inline(key + path)
        + ", "
        + role.fieldName()
        + ": "
        + YamlText.inline(cover)
        + ", reason: "
        + YamlText.inline(date.person().displayName() + " is away")
        + " }";
  }

  /// The name of the substitute; the written word if it is unknown.
  private static String coverName(ProcessContext process, String alias) {
    PeopleDecl people = process.context().people();
    PersonDecl person = people == null ? null : AbsenceCover.findPerson(people, alias);
    return person == null ? alias : person.displayName();
  }
}
