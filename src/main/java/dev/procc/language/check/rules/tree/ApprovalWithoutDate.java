package dev.procc.language.check.rules.tree;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.Subject;
import dev.procc.language.check.Task;
import java.util.function.Consumer;

/// A task with a due date has an approver and no date for the approval, in a process whose
/// approvals mostly have one.
public final class ApprovalWithoutDate implements ProcessRule {
  private static final Code CODE = Code.info("PC323", "approval-without-date");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> report) {
    if (!subject.sound()) {
      return;
    }
    int with = 0;
    int without = 0;
    for (Task task : subject.tasks()) {
      with += task.approver() != null && task.approverDueDate() != null ? 1 : 0;
      without += lacks(subject, task) ? 1 : 0;
    }
    if (without == 0 || without >= with) {
      return;
    }
    for (Task task : subject.tasks()) {
      if (lacks(subject, task)) {
        report.accept(
            Diagnostic.of(
                    CODE,
                    task.info().decl().key().span(),
                    "\""
                        + task.info().display()
                        + "\" has an approver and no date for it, unlike others here")
                .withHint("add approverDueDate: dueDate + 2bd, or approverDueDate: none")
                .withAddress(task.address() + ":approverDueDate"));
      }
    }
  }

  private static boolean lacks(Subject subject, Task task) {
    return task.approver() != null
        && task.dueDate() != null
        && task.approverDueDate() == null
        && !subject.says(task.info(), "approverDueDate");
  }
}
