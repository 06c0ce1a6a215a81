package dev.procc.language.check.rules.tree;

import dev.procc.base.finding.Code;
import dev.procc.language.check.TaskView;
import dev.procc.model.catalog.FieldRole;

/// A task with a due date and an approver but no approval due date, in a process whose approvals
/// mostly have one.
public final class ApprovalWithoutDate extends MissingDateRule {
  public ApprovalWithoutDate() {
    super(
        Code.info("PC323", "approval-without-date"),
        FieldRole.APPROVAL_DUE,
        "has an approver and no date for the approval",
        "add approverDueDate: dueDate + 2bd, or approverDueDate: none");
  }

  @Override
  boolean expectsDate(TaskView task) {
    return task.has(FieldRole.APPROVER) && task.has(FieldRole.DUE_DATE);
  }

  @Override
  boolean hasDate(TaskView task) {
    return task.has(FieldRole.APPROVER) && super.hasDate(task);
  }
}
