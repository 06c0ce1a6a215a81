package dev.procc.language.check.rules.tree;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Edit;
import dev.procc.base.diagnostic.Fix;
import dev.procc.base.source.Span;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.Subject;
import dev.procc.language.check.Task;
import dev.procc.language.check.rules.Removal;
import dev.procc.model.duedate.ResolvedDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A task says by when it is approved, and nobody approves it. A date by default is not meant, nor
/// one of a template line that has an approver in another use.
public final class ApprovalDateWithoutApprover implements ProcessRule {
  private static final Code CODE = Code.warning("PC322", "approval-date-without-approver");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> report) {
    List<ResolvedDate> alone = new ArrayList<>();
    if (!subject.sound()) {
      return;
    }
    for (Task task : subject.tasks()) {
      if (task.approverDueDate() != null && task.approver() == null) {
        ResolvedDate date = date(subject, task);
        if (date != null && !date.text().fromDefault()) {
          alone.add(date);
        }
      }
    }
    if (alone.isEmpty()) {
      return;
    }
    Set<Span> meant = new HashSet<>();
    for (Task task : subject.tasks()) {
      ResolvedDate date = task.approver() == null ? null : date(subject, task);
      if (date != null) {
        meant.add(date.span());
      }
    }
    for (ResolvedDate date : alone) {
      if (!meant.contains(date.span())) {
        report.accept(found(date));
      }
    }
  }

  private static @Nullable ResolvedDate date(Subject subject, Task task) {
    return subject.resolved().dates().date(task.address(), "approverDueDate");
  }

  private static Diagnostic found(ResolvedDate date) {
    Diagnostic found =
        Diagnostic.of(
                CODE,
                date.span(),
                "\"approverDueDate: " + date.text().text() + "\" has nobody who approves by then")
            .withHint("name an approver, or remove the date")
            .withAddress(date.field().toString());
    Edit removal = Removal.field("approverDueDate", date.span());
    return removal == null ? found : found.withFix(Fix.unsafe("remove the date", removal));
  }
}
