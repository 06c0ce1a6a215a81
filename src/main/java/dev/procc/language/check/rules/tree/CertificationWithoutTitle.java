package dev.procc.language.check.rules.tree;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.TaskView;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.model.catalog.ActionKind;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.Fields;

/// A certification without a title, which the API refuses. Another rule reports a title among the
/// arguments.
public final class CertificationWithoutTitle extends ProcessRule {
  public CertificationWithoutTitle() {
    super(Code.error("PC415", "certification-without-title"));
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    for (TaskView task : process.tasks()) {
      boolean missing =
          task.kind().equals(ActionKind.CERTIFICATION)
              && !task.has(FieldRole.TITLE)
              && !process.isUnknown(task.resolved(), FieldRole.TITLE)
              && !hasTitleAmongArguments(task);
      if (missing) {
        findings.add(
            Finding.of(
                    code(),
                    task.resolved().decl().key().span(),
                    "\"" + task.resolved().display() + "\" has no title; Workiva refuses it")
                .withHint("add title: what the certification is called")
                .withAddress(task.address()));
      }
    }
  }

  private static boolean hasTitleAmongArguments(TaskView task) {
    return task.resolved().decl().fields().get(Fields.PROCESS_JOB_ARGUMENTS)
            instanceof Mapping arguments
        && arguments.get(FieldRole.TITLE.fieldName()) != null;
  }
}
