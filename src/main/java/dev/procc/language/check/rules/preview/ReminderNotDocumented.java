package dev.procc.language.check.rules.preview;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.json.Json;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.Subject;
import dev.procc.language.check.Task;
import dev.procc.language.check.rules.ProcessFields;
import dev.procc.model.catalog.Field;
import dev.procc.model.catalog.Fields;
import java.util.function.Consumer;

/// Reminders that the API is not known to take: a mode that was never seen, or those of one task,
/// whose field has no published name.
public final class ReminderNotDocumented implements ProcessRule {
  private static final Code CODE = Code.info("PC512", "reminder-not-documented");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> report) {
    mode(subject, Fields.PROCESS_DEFAULT_CERT_SIGNER_REMINDERS, report);
    mode(subject, Fields.PROCESS_DEFAULT_CERT_APPROVER_REMINDERS, report);
    for (Task task : subject.tasks()) {
      if (task.assigneeReminders() != null) {
        guessed(subject, task, "assigneeReminders", report);
      }
      if (task.approverReminders() != null) {
        guessed(subject, task, "approverReminders", report);
      }
    }
  }

  private static void mode(Subject subject, Field field, Consumer<Diagnostic> report) {
    if (subject.resolved().process().get(field) instanceof Json.Obj reminders
        && reminders.get("mode") instanceof Json.Str mode
        && !mode.value().equals("default")) {
      report.accept(
          Diagnostic.of(
                  CODE,
                  ProcessFields.span(subject, field),
                  "\"" + mode.value() + "\" is a mode of reminders that the API never showed")
              .withHint("write { mode: default }, or set the reminders in Workiva")
              .withAddress(subject.identity() + ":" + field.name()));
    }
  }

  private static void guessed(
      Subject subject, Task task, String field, Consumer<Diagnostic> report) {
    report.accept(
        Diagnostic.of(
                CODE,
                subject.span(task.info(), field),
                "\"" + field + "\" has no published name in the API, it may be refused or ignored")
            .withHint("set the reminders of a task in Workiva")
            .withAddress(task.address() + ":" + field));
  }
}
