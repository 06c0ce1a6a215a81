package dev.procc.language.check.rules.api;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.json.Json;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.TaskView;
import dev.procc.language.check.rules.ProcessFields;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Fields;

/// A reminder that the API is not known to accept: one with an undocumented mode, or one of a
/// single task, whose field has no documented name.
public final class ReminderNotDocumented extends ProcessRule {
  private static final FieldRole[] TASK_REMINDERS = {
    FieldRole.ASSIGNEE_REMINDERS, FieldRole.APPROVER_REMINDERS
  };

  public ReminderNotDocumented() {
    super(Code.info("PC512", "reminder-not-documented"));
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    checkMode(process, Fields.PROCESS_DEFAULT_CERT_SIGNER_REMINDERS, findings);
    checkMode(process, Fields.PROCESS_DEFAULT_CERT_APPROVER_REMINDERS, findings);
    for (TaskView task : process.tasks()) {
      for (FieldRole role : TASK_REMINDERS) {
        if (task.has(role)) {
          findings.add(unpublishedFinding(process, task, role));
        }
      }
    }
  }

  private void checkMode(ProcessContext process, FieldSpec field, Findings findings) {
    if (process.resolved().process().get(field) instanceof Json.Obj reminders
        && reminders.get(Fields.REMINDER_DATA_MODE.name()) instanceof Json.Str mode
        && !mode.value().equals("default")) {
      findings.add(
          Finding.of(
                  code(),
                  ProcessFields.span(process, field),
                  "\"" + mode.value() + "\" is a mode of reminders that the API never showed")
              .withHint("write { mode: default }, or set the reminders in Workiva")
              .withAddress(process.identity() + ":" + field.name()));
    }
  }

  private Finding unpublishedFinding(ProcessContext process, TaskView task, FieldRole role) {
    String field = role.fieldName();
    return Finding.of(
            code(),
            process.span(task.resolved(), role),
            "\"" + field + "\" has no published name in the API, it may be refused or ignored")
        .withHint("set the reminders of a task in Workiva")
        .withAddress(task.address(role));
  }
}
