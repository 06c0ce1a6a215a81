package dev.procc.language.check.rules.tree;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.TaskView;
import dev.procc.model.catalog.FieldRole;

/// A rule about a date that some tasks lack while most tasks of the process have it.
abstract class MissingDateRule extends ProcessRule {
  private final FieldRole role;
  private final String problem;
  private final String hint;

  /// @param role the field of the date
  /// @param problem of a task, after its title: `has no due date`
  MissingDateRule(Code code, FieldRole role, String problem, String hint) {
    super(code);
    this.role = role;
    this.problem = problem;
    this.hint = hint;
  }

  /// Whether the task should have the date.
  abstract boolean expectsDate(TaskView task);

  @Override
  public final void check(ProcessContext process, Findings findings) {
    int with = 0;
    int without = 0;
    for (TaskView task : process.tasks()) {
      with += hasDate(task) ? 1 : 0;
      without += lacksDate(process, task) ? 1 : 0;
    }
    if (without == 0 || without >= with) {
      return;
    }
    for (TaskView task : process.tasks()) {
      if (lacksDate(process, task)) {
        findings.add(
            Finding.of(
                    code(),
                    task.resolved().decl().key().span(),
                    "\"" + task.resolved().display() + "\" " + problem + ", unlike others here")
                .withHint(hint)
                .withAddress(task.address(role)));
      }
    }
  }

  /// Whether the task counts among those that have the date.
  boolean hasDate(TaskView task) {
    return task.has(role);
  }

  private boolean lacksDate(ProcessContext process, TaskView task) {
    return !task.has(role)
        && expectsDate(task)
        && !process.sets(task.resolved(), role)
        && !process.isUnknown(task.resolved(), role);
  }
}
