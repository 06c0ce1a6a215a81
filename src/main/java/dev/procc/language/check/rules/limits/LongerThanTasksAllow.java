package dev.procc.language.check.rules.limits;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.json.Json;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.Subject;
import dev.procc.language.check.Task;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A text longer than the Tasks API takes. What this API takes is not documented; what it makes are
/// tasks.
public final class LongerThanTasksAllow implements ProcessRule {
  private static final Code CODE = Code.info("PC507", "longer-than-tasks-allow");
  private static final int TITLE = 500;
  private static final int INSTRUCTIONS = 2000;

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> report) {
    for (Task task : subject.tasks()) {
      one(subject, task, "title", task.title(), TITLE, report);
      one(subject, task, "instructions", task.instructions(), INSTRUCTIONS, report);
    }
  }

  private static void one(
      Subject subject,
      Task task,
      String field,
      @Nullable Json value,
      int most,
      Consumer<Diagnostic> report) {
    if (value instanceof Json.Str text && text.value().length() > most) {
      report.accept(
          Diagnostic.of(
                  CODE,
                  subject.span(task.info(), field),
                  "\""
                      + field
                      + "\" has "
                      + text.value().length()
                      + " characters, a task has at most "
                      + most)
              .withHint("shorten it, or put the long text into a document")
              .withAddress(task.address() + ":" + field));
    }
  }
}
