package dev.procc.language.check.rules.dates;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.model.duedate.DayText;
import dev.procc.model.duedate.resolve.DateResolution;
import dev.procc.model.duedate.resolve.NodeDates;
import dev.procc.model.duedate.resolve.ResolvedDate;
import dev.procc.model.duedate.syntax.DateCodes;

/// PC209: an approval that is due before the work it approves, so that it cannot be met.
public final class ApprovalBeforeDueDate extends DateRule {
  public ApprovalBeforeDueDate() {
    super(DateCodes.APPROVAL_BEFORE_DUE_DATE);
  }

  @Override
  void check(DateResolution resolution, Findings findings) {
    for (NodeDates node : resolution.nodes()) {
      ResolvedDate due = node.due();
      ResolvedDate approval = node.approval();
      if (due != null && approval != null && approval.date().isBefore(due.date())) {
        String later = nextDay(approval, due.date(), "dueDate + 1bd");
        Finding about =
            finding(
                    code(),
                    approval,
                    "The approval is due "
                        + DayText.format(approval.date())
                        + ", before the work, "
                        + DayText.format(due.date()))
                .withLabel(due.span(), "the work is due " + DayText.format(due.date()))
                .withHint("write " + later);
        findings.add(withEdit(about, "write " + later, approval.rewrite(later)));
      }
    }
  }
}
