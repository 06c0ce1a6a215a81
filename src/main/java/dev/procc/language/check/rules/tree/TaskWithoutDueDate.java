package dev.procc.language.check.rules.tree;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.TaskView;
import dev.procc.model.catalog.FieldRole;

/// A task without a due date, in a process whose tasks mostly have one.
public final class TaskWithoutDueDate implements ProcessRule {
  private static final Code CODE = Code.info("PC410", "task-without-due-date");

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
      with += task.dueDate() == null ? 0 : 1;
      without += lacksDueDate(process, task) ? 1 : 0;
    }
    if (without == 0 || without >= with) {
      return;
    }
    for (TaskView task : process.tasks()) {
      if (lacksDueDate(process, task)) {
        findings.add(
            Finding.of(
                    CODE,
                    task.resolved().decl().key().span(),
                    "\"" + task.resolved().display() + "\" has no due date, unlike others here")
                .withHint("add a dueDate, or dueDate: none where none is meant")
                .withAddress(task.address() + ":dueDate"));
      }
    }
  }

  /// A certification has its dates in its arguments.
  private static boolean lacksDueDate(ProcessContext process, TaskView task) {
    return task.dueDate() == null
        && task.job().kind().argumentsPublished()
        && !process.sets(task.resolved(), FieldRole.DUE_DATE);
  }
}
