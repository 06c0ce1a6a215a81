package dev.procc.language.check.rules.tree;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.TaskView;
import dev.procc.model.catalog.FieldRole;

/// A task with a due date has an approver and no date for the approval, in a process whose
/// approvals mostly have one.
public final class ApprovalWithoutDate implements ProcessRule {
  private static final Code CODE = Code.info("PC323", "approval-without-date");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    if (!process.errorFree()) {
      return;
    }
    int with = 0;
    int without = 0;
    for (TaskView task : process.tasks()) {
      with += task.approver() != null && task.approverDueDate() != null ? 1 : 0;
      without += lacksApprovalDate(process, task) ? 1 : 0;
    }
    if (without == 0 || without >= with) {
      return;
    }
    for (TaskView task : process.tasks()) {
      if (lacksApprovalDate(process, task)) {
        findings.add(
            Finding.of(
                    CODE,
                    task.resolved().decl().key().span(),
                    "\""
                        + task.resolved().display()
                        + "\" has an approver and no date for it, unlike others here")
                .withHint("add approverDueDate: dueDate + 2bd, or approverDueDate: none")
                .withAddress(task.address() + ":approverDueDate"));
      }
    }
  }

  private static boolean lacksApprovalDate(ProcessContext process, TaskView task) {
    return task.approver() != null
        && task.dueDate() != null
        && task.approverDueDate() == null
        && !process.sets(task.resolved(), FieldRole.APPROVAL_DUE);
  }
}
