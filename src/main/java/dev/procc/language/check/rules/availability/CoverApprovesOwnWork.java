package dev.procc.language.check.rules.availability;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeopleDecl.AbsenceDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.duedate.DayText;
import dev.procc.model.duedate.resolve.ResolvedDate;

/// Whoever stands in for somebody away has the other part of the task already: standing in, they
/// would approve their own work.
public final class CoverApprovesOwnWork implements ProcessRule {
  private static final Code CODE = Code.warning("PC318", "cover-approves-own-work");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    PeopleDecl people = process.context().people();
    if (people == null) {
      return;
    }
    PersonDates.forEach(
        process,
        person -> !person.absences().isEmpty(),
        (node, person, date) -> {
          boolean approval = date.role() == FieldRole.APPROVAL_DUE;
          PersonDecl other = approval ? node.assignee() : node.approver();
          if (other != null && !other.id().value().equals(person.id().value())) {
            checkAbsences(people, node, person, other, date, findings);
          }
        });
  }

  private static void checkAbsences(
      PeopleDecl people,
      ResolvedNode node,
      PersonDecl person,
      PersonDecl other,
      ResolvedDate date,
      Findings findings) {
    for (AbsenceDecl away : person.absences()) {
      Scalar name = away.cover();
      PersonDecl cover = name == null ? null : AbsenceCovers.findPerson(people, name.value());
      if (name == null
          || cover == null
          || !cover.id().value().equals(other.id().value())
          || date.date().isBefore(away.from())
          || date.date().isAfter(away.to())) {
        continue;
      }
      boolean approval = date.role() == FieldRole.APPROVAL_DUE;
      findings.add(
          Finding.of(
                  CODE,
                  name.span(),
                  cover.displayName()
                      + " covers "
                      + person.displayName()
                      + " on "
                      + DayText.format(date.date())
                      + " and would approve their own work")
              .withLabel(
                  date.span(),
                  approval
                      ? person.displayName() + " approves by then"
                      : person.displayName() + " is done by then")
              .withHint(
                  "name another cover, or another "
                      + (approval ? FieldRole.ASSIGNEE : FieldRole.APPROVER).fieldName()
                      + " for "
                      + node.display())
              .withAddress(date.field().toString()));
    }
  }
}
