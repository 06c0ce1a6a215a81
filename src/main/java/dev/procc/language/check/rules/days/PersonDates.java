package dev.procc.language.check.rules.days;

import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.check.Subject;
import dev.procc.language.resolve.NodeInfo;
import dev.procc.model.duedate.ResolvedDate;
import org.jspecify.annotations.Nullable;

/// What the rules about people and their days share: each date that a known person has to meet.
final class PersonDates {
  private PersonDates() {}

  /// Takes a date and the person who has to meet it.
  @FunctionalInterface
  interface Each {
    void accept(NodeInfo node, PersonDecl person, ResolvedDate date);
  }

  static void each(Subject subject, Each each) {
    for (NodeInfo node : subject.resolved().nodes().values()) {
      one(subject, node, node.assignee(), "dueDate", each);
      one(subject, node, node.approver(), "approverDueDate", each);
    }
  }

  private static void one(
      Subject subject, NodeInfo node, @Nullable PersonDecl person, String field, Each each) {
    ResolvedDate date = subject.resolved().dates().date(node.address(), field);
    if (person != null && date != null) {
      each.accept(node, person, date);
    }
  }
}
