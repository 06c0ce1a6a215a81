package dev.procc.language.check.rules.days;

import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.check.Subject;
import dev.procc.language.resolve.NodeInfo;
import dev.procc.model.duedate.ResolvedDate;
import java.util.function.Predicate;

/// What the rules about people and their days share: each date that a known person has to meet.
final class PersonDates {
  private PersonDates() {}

  /// Takes a date and the person who has to meet it.
  @FunctionalInterface
  interface Each {
    void accept(NodeInfo node, PersonDecl person, ResolvedDate date);
  }

  /// @param whom people who matter; their dates only
  static void each(Subject subject, Predicate<PersonDecl> whom, Each each) {
    for (NodeInfo node : subject.resolved().nodes().values()) {
      PersonDecl assignee = node.assignee();
      if (assignee != null && whom.test(assignee)) {
        one(subject, node, assignee, "dueDate", each);
      }
      PersonDecl approver = node.approver();
      if (approver != null && whom.test(approver)) {
        one(subject, node, approver, "approverDueDate", each);
      }
    }
  }

  private static void one(
      Subject subject, NodeInfo node, PersonDecl person, String field, Each each) {
    ResolvedDate date = subject.resolved().dates().date(node.address(), field);
    if (date != null) {
      each.accept(node, person, date);
    }
  }
}
