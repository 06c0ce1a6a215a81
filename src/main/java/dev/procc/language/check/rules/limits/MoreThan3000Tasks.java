package dev.procc.language.check.rules.limits;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;

/// More tasks than one call is known to handle: 3,000 renames are allowed a call, and a call is cut
/// off after 29 seconds.
public final class MoreThan3000Tasks extends ProcessRule {
  private static final int MAX_TASKS = 3000;

  public MoreThan3000Tasks() {
    super(Code.info("PC503", "more-than-3000-tasks"));
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    int tasks = process.tasks().size();
    if (tasks > MAX_TASKS) {
      findings.add(
          Finding.of(
                  code(),
                  process.resolved().decl().key().span(),
                  "\""
                      + process.identity()
                      + "\" has "
                      + tasks
                      + " tasks, one call has to create them within 29 seconds")
              .withHint("split it into several processes, one per entity or region")
              .withAddress(process.identity()));
    }
  }
}
