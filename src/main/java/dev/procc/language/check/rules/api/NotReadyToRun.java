package dev.procc.language.check.rules.api;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.TaskView;
import dev.procc.model.catalog.ActionKind;
import dev.procc.model.catalog.FieldRole;

/// A task lacks what the validation of the server asks for. It can be created so, and not run.
public final class NotReadyToRun implements ProcessRule {
  private static final Code CODE = Code.warning("PC504", "not-ready-to-run");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    if (!process.errorFree()) {
      return;
    }
    for (TaskView task : process.tasks()) {
      String missing = missingFields(task);
      if (!missing.isEmpty()) {
        findings.add(
            Finding.of(
                    CODE,
                    task.resolved().decl().key().span(),
                    "\""
                        + task.resolved().display()
                        + "\" has no "
                        + missing
                        + ", it cannot be run")
                .withHint(
                    task.assignee() == null
                        ? "name who does it, as assignee: sam"
                        : "say what is asked for, as document: report and section: outlook")
                .withAddress(task.address()));
      }
    }
  }

  private static String missingFields(TaskView task) {
    if (!task.job().kind().argumentsPublished()) {
      return "";
    }
    String missing = task.assignee() == null ? FieldRole.ASSIGNEE.fieldName() : "";
    if (task.isKind(ActionKind.CONTENT_REQUEST)) {
      missing = appendMissing(missing, task, FieldRole.DOCUMENT);
      missing = appendMissing(missing, task, FieldRole.SECTION);
    }
    return missing;
  }

  private static String appendMissing(String missing, TaskView task, FieldRole role) {
    if (task.value(role) != null) {
      return missing;
    }
    String name = role.fieldName();
    return missing.isEmpty() ? name : missing + " and no " + name;
  }
}
