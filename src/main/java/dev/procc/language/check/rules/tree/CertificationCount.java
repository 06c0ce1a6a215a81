package dev.procc.language.check.rules.tree;

import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.TaskView;
import dev.procc.model.catalog.ActionKind;

/// The number of certifications of a process, for the rules about them.
final class CertificationCount {
  private CertificationCount() {}

  static int count(ProcessContext process) {
    int count = 0;
    for (TaskView task : process.tasks()) {
      count += task.kind().equals(ActionKind.CERTIFICATION) ? 1 : 0;
    }
    return count;
  }
}
