package dev.procc.language.check.rules.tree;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.Subject;
import dev.procc.language.check.Task;
import java.util.function.Consumer;

/// A task without a due date, in a process whose tasks mostly have one.
public final class TaskWithoutDueDate implements ProcessRule {
  private static final Code CODE = Code.info("PC410", "task-without-due-date");

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
      with += task.dueDate() == null ? 0 : 1;
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
                    "\"" + task.info().display() + "\" has no due date, unlike others here")
                .withHint("add a dueDate, or dueDate: none where none is meant")
                .withAddress(task.address() + ":dueDate"));
      }
    }
  }

  /// A certification has its dates in its arguments.
  private static boolean lacks(Subject subject, Task task) {
    return task.dueDate() == null
        && task.job().kind().published()
        && !subject.says(task.info(), "dueDate");
  }
}
