package dev.procc.language.check.rules.tree;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.Subject;
import dev.procc.language.check.Task;
import java.util.function.Consumer;

/// A certification without arguments: its letter and its signers are nowhere said.
public final class CertificationWithoutArguments implements ProcessRule {
  private static final Code CODE = Code.info("PC411", "certification-without-arguments");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> report) {
    for (Task task : subject.tasks()) {
      if (task.is("certification") && task.arguments() == null) {
        report.accept(
            Diagnostic.of(
                    CODE,
                    task.info().decl().key().span(),
                    "\"" + task.info().display() + "\" has no letter and no signers")
                .withHint("write them as arguments:, or set them in Workiva after each apply")
                .withAddress(task.address()));
      }
    }
  }
}
