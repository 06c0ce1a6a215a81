package dev.procc.language.check.rules.tree;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.Span;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProjectContext;
import dev.procc.language.check.ProjectRule;
import dev.procc.language.check.TaskView;
import dev.procc.language.edit.RemovalEdits;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.duedate.resolve.ResolvedDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A task with an approval due date but no approver. A default date does not count, nor does a line
/// that serves a task with an approver: in another use of a template, process or period.
public final class ApprovalDateWithoutApprover extends ProjectRule {
  public ApprovalDateWithoutApprover() {
    super(Code.warning("PC322", "approval-date-without-approver"));
  }

  @Override
  public void check(ProjectContext project, Findings findings) {
    List<ResolvedDate> candidates = new ArrayList<>();
    for (ProcessContext process : project.processes()) {
      for (TaskView task : process.tasks()) {
        if (task.has(FieldRole.APPROVAL_DUE) && !mayHaveApprover(process, task)) {
          ResolvedDate date = date(process, task);
          if (date != null && !date.text().fromDefault()) {
            candidates.add(date);
          }
        }
      }
    }
    if (candidates.isEmpty()) {
      return;
    }
    Set<Span> usedSpans = new HashSet<>();
    for (ProcessContext process : project.processes()) {
      for (TaskView task : process.tasks()) {
        ResolvedDate date = mayHaveApprover(process, task) ? date(process, task) : null;
        if (date != null) {
          usedSpans.add(date.span());
        }
      }
    }
    for (ResolvedDate date : candidates) {
      if (!usedSpans.contains(date.span())) {
        findings.add(finding(date));
      }
    }
  }

  private static boolean mayHaveApprover(ProcessContext process, TaskView task) {
    return task.has(FieldRole.APPROVER) || process.isUnknown(task.resolved(), FieldRole.APPROVER);
  }

  private static @Nullable ResolvedDate date(ProcessContext process, TaskView task) {
    return process.resolved().dates().date(task.address(), FieldRole.APPROVAL_DUE);
  }

  private Finding finding(ResolvedDate date) {
    Finding finding =
        Finding.of(
                code(),
                date.span(),
                "\"approverDueDate: " + date.text().text() + "\" has nobody to approve by then")
            .withHint("name an approver, or remove the date")
            .withAddress(date.field().toString());
    TextEdit removal = RemovalEdits.field(FieldRole.APPROVAL_DUE.fieldName(), date.span());
    return removal == null ? finding : finding.withFix(Fix.unsafe("remove the date", removal));
  }
}
