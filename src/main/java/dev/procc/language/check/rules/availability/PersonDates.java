package dev.procc.language.check.rules.availability;

import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.duedate.resolve.ResolvedDate;
import java.util.function.Predicate;

/// What the rules about people and their days share: each date that a known person has to meet.
final class PersonDates {
  private PersonDates() {}

  /// Takes a date and the person who has to meet it.
  @FunctionalInterface
  interface PersonDateVisitor {
    void accept(ResolvedNode node, PersonDecl person, ResolvedDate date);
  }

  /// @param filter people who matter; their dates only
  static void forEach(
      ProcessContext process, Predicate<PersonDecl> filter, PersonDateVisitor visitor) {
    for (ResolvedNode node : process.resolved().nodes().values()) {
      PersonDecl assignee = node.assignee();
      if (assignee != null && filter.test(assignee)) {
        visitDate(process, node, assignee, FieldRole.DUE_DATE, visitor);
      }
      PersonDecl approver = node.approver();
      if (approver != null && filter.test(approver)) {
        visitDate(process, node, approver, FieldRole.APPROVAL_DUE, visitor);
      }
    }
  }

  private static void visitDate(
      ProcessContext process,
      ResolvedNode node,
      PersonDecl person,
      FieldRole role,
      PersonDateVisitor visitor) {
    ResolvedDate date = process.resolved().dates().date(node.address(), role);
    if (date != null) {
      visitor.accept(node, person, date);
    }
  }
}
