package dev.procc.language.check.rules.days;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeopleDecl.AwayDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.Subject;
import dev.procc.language.resolve.NodeInfo;
import dev.procc.language.yaml.Scalar;
import dev.procc.model.duedate.DayText;
import dev.procc.model.duedate.ResolvedDate;
import java.util.function.Consumer;

/// Whoever stands in for somebody away has the other part of the task already: standing in, they
/// would approve their own work.
public final class CoverApprovesOwnWork implements ProcessRule {
  private static final Code CODE = Code.warning("PC318", "cover-approves-own-work");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> report) {
    PeopleDecl people = subject.around().people();
    if (people == null) {
      return;
    }
    PersonDates.each(
        subject,
        person -> !person.away().isEmpty(),
        (node, person, date) -> {
          boolean approval = date.field().field().equals("approverDueDate");
          PersonDecl other = approval ? node.assignee() : node.approver();
          if (other != null && !other.id().value().equals(person.id().value())) {
            one(people, node, person, other, date, report);
          }
        });
  }

  private static void one(
      PeopleDecl people,
      NodeInfo node,
      PersonDecl person,
      PersonDecl other,
      ResolvedDate date,
      Consumer<Diagnostic> report) {
    for (AwayDecl away : person.away()) {
      Scalar name = away.cover();
      PersonDecl cover = name == null ? null : Covers.find(people, name.value());
      if (name == null
          || cover == null
          || !cover.id().value().equals(other.id().value())
          || date.date().isBefore(away.from())
          || date.date().isAfter(away.to())) {
        continue;
      }
      boolean approval = date.field().field().equals("approverDueDate");
      report.accept(
          Diagnostic.of(
                  CODE,
                  name.span(),
                  cover.display()
                      + " covers "
                      + person.display()
                      + " on "
                      + DayText.of(date.date())
                      + " and would approve their own work")
              .withLabel(
                  date.span(),
                  approval
                      ? person.display() + " approves by then"
                      : person.display() + " is done by then")
              .withHint(
                  "name another cover, or another "
                      + (approval ? "assignee" : "approver")
                      + " for "
                      + node.display())
              .withAddress(date.field().toString()));
    }
  }
}
