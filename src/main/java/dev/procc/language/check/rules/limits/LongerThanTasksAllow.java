package dev.procc.language.check.rules.limits;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.json.Json;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.TaskView;
import dev.procc.model.catalog.FieldRole;

/// A text that is longer than the Tasks API accepts. The limits of the Processes API are not
/// documented, but what it creates are tasks.
public final class LongerThanTasksAllow extends ProcessRule {
  private static final int MAX_TITLE_LENGTH = 500;
  private static final int MAX_INSTRUCTIONS_LENGTH = 2000;

  public LongerThanTasksAllow() {
    super(Code.info("PC507", "longer-than-tasks-allow"));
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    for (TaskView task : process.tasks()) {
      checkLength(process, task, FieldRole.TITLE, MAX_TITLE_LENGTH, findings);
      checkLength(process, task, FieldRole.INSTRUCTIONS, MAX_INSTRUCTIONS_LENGTH, findings);
    }
  }

  private void checkLength(
      ProcessContext process, TaskView task, FieldRole role, int maxLength, Findings findings) {
    if (task.get(role) instanceof Json.Str text && text.value().length() > maxLength) {
      findings.add(
          Finding.of(
                  code(),
                  process.span(task.resolved(), role),
                  "\""
                      + role.fieldName()
                      + "\" has "
                      + text.value().length()
                      + " characters, a task has at most "
                      + maxLength)
              .withHint("shorten it, or put the long text into a document")
              .withAddress(task.address(role)));
    }
  }
}
