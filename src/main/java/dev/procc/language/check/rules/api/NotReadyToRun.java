package dev.procc.language.check.rules.api;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.TaskView;
import dev.procc.model.catalog.ActionKind;
import dev.procc.model.catalog.FieldRole;

/// A task without a field that the server's validation requires: it can be created, but not run.
public final class NotReadyToRun extends ProcessRule {
  private static final FieldRole[] OF_TASK = {FieldRole.ASSIGNEE};
  private static final FieldRole[] OF_REQUEST = {
    FieldRole.ASSIGNEE, FieldRole.DOCUMENT, FieldRole.SECTION
  };

  public NotReadyToRun() {
    super(Code.warning("PC504", "not-ready-to-run"));
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    for (TaskView task : process.tasks()) {
      String missing = missingFields(process, task);
      if (!missing.isEmpty()) {
        findings.add(
            Finding.of(
                    code(),
                    task.resolved().decl().key().span(),
                    "\""
                        + task.resolved().display()
                        + "\" has no "
                        + missing
                        + ", it cannot be run")
                .withHint(
                    task.has(FieldRole.ASSIGNEE)
                            || process.isUnknown(task.resolved(), FieldRole.ASSIGNEE)
                        ? "say what is asked for, as document: report and section: outlook"
                        : "name who does it, as assignee: sam")
                .withAddress(task.address()));
      }
    }
  }

  private static String missingFields(ProcessContext process, TaskView task) {
    if (!task.kind().argumentsPublished()) {
      return "";
    }
    String missing = "";
    for (FieldRole role : task.kind().equals(ActionKind.CONTENT_REQUEST) ? OF_REQUEST : OF_TASK) {
      // A section without a document has been reported and is unknown.
      FieldRole source = role == FieldRole.DOCUMENT ? FieldRole.SECTION : role;
      boolean unknown =
          process.isUnknown(task.resolved(), role) || process.isUnknown(task.resolved(), source);
      if (!unknown && !task.has(role)) {
        missing += (missing.isEmpty() ? "" : " and no ") + role.noun();
      }
    }
    return missing;
  }
}
