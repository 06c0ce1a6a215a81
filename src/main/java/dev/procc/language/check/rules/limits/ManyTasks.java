package dev.procc.language.check.rules.limits;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.Subject;
import java.util.function.Consumer;

/// More tasks than one call is known to bear: renames go 3,000 a call, and a call that lasts longer
/// than 29 seconds is cut off.
public final class ManyTasks implements ProcessRule {
  private static final Code CODE = Code.info("PC503", "more-than-3000-tasks");
  private static final int MOST = 3000;

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> report) {
    int tasks = subject.tasks().size();
    if (tasks > MOST) {
      report.accept(
          Diagnostic.of(
                  CODE,
                  subject.resolved().decl().key().span(),
                  "\""
                      + subject.identity()
                      + "\" has "
                      + tasks
                      + " tasks, one call has to create them within 29 seconds")
              .withHint("make several processes of it, one an entity or a region")
              .withAddress(subject.identity()));
    }
  }
}
