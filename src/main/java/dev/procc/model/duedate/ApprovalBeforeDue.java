package dev.procc.model.duedate;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import java.util.function.Consumer;

/// PC209: an approval due before the work it approves. It could never be met.
final class ApprovalBeforeDue implements DateCheck {
  @Override
  public Code code() {
    return DateCodes.APPROVAL_BEFORE_DUE;
  }

  @Override
  public void check(Resolution resolution, Consumer<Diagnostic> found) {
    for (NodeDates node : resolution.nodes()) {
      ResolvedDate due = node.due();
      ResolvedDate approval = node.approval();
      if (due != null && approval != null && approval.date().isBefore(due.date())) {
        Diagnostic about =
            DateCheck.about(
                    code(),
                    approval,
                    "The approval is due "
                        + DayText.of(approval.date())
                        + ", before the work, "
                        + DayText.of(due.date()))
                .withLabel(due.span(), "the work is due " + DayText.of(due.date()))
                .withHint("write dueDate + 1bd");
        found.accept(
            DateCheck.offer(about, "write dueDate + 1bd", approval.rewrite("dueDate + 1bd")));
      }
    }
  }
}
