package dev.procc.language.check.rules.tree;

import dev.procc.base.finding.Code;
import dev.procc.language.check.TaskView;
import dev.procc.model.catalog.FieldRole;

/// A task without a due date, in a process whose tasks mostly have one.
public final class TaskWithoutDueDate extends MissingDateRule {
  public TaskWithoutDueDate() {
    super(
        Code.info("PC410", "task-without-due-date"),
        FieldRole.DUE_DATE,
        "has no due date",
        "add a dueDate, or dueDate: none where none is meant");
  }

  /// Whether the task is not a certification, which has its dates in its arguments.
  @Override
  boolean expectsDate(TaskView task) {
    return task.kind().argumentsPublished();
  }
}
