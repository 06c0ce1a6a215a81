package dev.procc.language.check.rules.tree;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.TaskView;
import dev.procc.model.catalog.ActionKind;
import dev.procc.model.catalog.FieldRole;

/// A certification without arguments, and so without a letter and signers.
public final class CertificationWithoutArguments extends ProcessRule {
  public CertificationWithoutArguments() {
    super(Code.info("PC411", "certification-without-arguments"));
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    for (TaskView task : process.tasks()) {
      if (task.kind().equals(ActionKind.CERTIFICATION) && !task.has(FieldRole.ARGUMENTS)) {
        findings.add(
            Finding.of(
                    code(),
                    task.resolved().decl().key().span(),
                    "\"" + task.resolved().display() + "\" has no letter and no signers")
                .withHint("write them as arguments:, or set them in Workiva after each apply")
                .withAddress(task.address()));
      }
    }
  }
}
