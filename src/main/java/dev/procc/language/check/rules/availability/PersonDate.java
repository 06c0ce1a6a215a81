package dev.procc.language.check.rules.availability;

import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.duedate.resolve.ResolvedDate;
import java.util.ArrayList;
import java.util.List;

/// A date that a known person has to meet.
///
/// @param role whether the person does the work or approves it: `DUE_DATE` or `APPROVAL_DUE`
record PersonDate(ResolvedNode node, PersonDecl person, FieldRole role, ResolvedDate date) {
  /// All such dates of a process, in tree order.
  static List<PersonDate> all(ProcessContext process) {
    List<PersonDate> dates = new ArrayList<>();
    if (process.resolved().people().isEmpty()) {
      return dates;
    }
    for (ResolvedNode node : process.resolved().nodes().values()) {
      PersonDecl assignee = node.assignee();
      if (assignee != null) {
        addDate(process, node, assignee, FieldRole.DUE_DATE, dates);
      }
      PersonDecl approver = node.approver();
      if (approver != null) {
        addDate(process, node, approver, FieldRole.APPROVAL_DUE, dates);
      }
    }
    return dates;
  }

  private static void addDate(
      ProcessContext process,
      ResolvedNode node,
      PersonDecl person,
      FieldRole role,
      List<PersonDate> dates) {
    ResolvedDate date = process.resolved().dates().date(node.address(), role);
    if (date != null) {
      dates.add(new PersonDate(node, person, role, date));
    }
  }

  boolean isApproval() {
    return role == FieldRole.APPROVAL_DUE;
  }
}
