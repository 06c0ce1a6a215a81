package dev.procc.language.check.rules.availability;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeopleDecl.AbsenceDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.duedate.DayText;
import java.time.LocalDate;

/// A substitute who would approve their own work, since they have the other part of the task
/// already.
public final class CoverApprovesOwnWork extends ProcessRule {
  public CoverApprovesOwnWork() {
    super(Code.warning("PC318", "cover-approves-own-work"));
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    PeopleDecl people = process.context().people();
    if (people == null) {
      return;
    }
    for (PersonDate date : PersonDate.all(process)) {
      PersonDecl other = date.isApproval() ? date.node().assignee() : date.node().approver();
      if (other != null && !other.isSameParticipant(date.person())) {
        checkAbsences(people, date, other, findings);
      }
    }
  }

  /// @param other the person with the other part of the task
  private void checkAbsences(
      PeopleDecl people, PersonDate date, PersonDecl other, Findings findings) {
    LocalDate day = date.date().date();
    for (AbsenceDecl away : date.person().absences()) {
      Scalar name = away.cover();
      PersonDecl cover = name == null ? null : AbsenceCover.findPerson(people, name.value());
      if (name != null
          && cover != null
          && cover.isSameParticipant(other)
          && !day.isBefore(away.from())
          && !day.isAfter(away.to())) {
        findings.add(finding(date, cover, name));
      }
    }
  }

  private Finding finding(PersonDate date, PersonDecl cover, Scalar coverName) {
    String person = date.person().displayName();
    return Finding.of(
            code(),
            coverName.span(),
            cover.displayName()
                + " covers "
                + person
                + " on "
                + DayText.format(date.date().date())
                + " and would approve their own work")
        .withLabel(
            date.date().span(),
            person + (date.isApproval() ? " approves by then" : " is done by then"))
        .withHint(
            "name another cover, or another "
                + (date.isApproval() ? FieldRole.ASSIGNEE : FieldRole.APPROVER).noun()
                + " for "
                + date.node().display())
        .withAddress(date.date().field().toString());
  }
}
