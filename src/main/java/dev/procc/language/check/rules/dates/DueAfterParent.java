package dev.procc.language.check.rules.dates;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.source.FieldRef;
import dev.procc.model.duedate.DayText;
import dev.procc.model.duedate.resolve.DateResolution;
import dev.procc.model.duedate.resolve.NodeDates;
import dev.procc.model.duedate.resolve.ResolvedDate;
import dev.procc.model.duedate.syntax.DateCodes;
import dev.procc.model.duedate.syntax.DateExpression;
import dev.procc.model.duedate.syntax.Roll;
import org.jspecify.annotations.Nullable;

/// PC210: a due date, or that of an approval, after the due date of the process or of the nearest
/// group that has one.
public final class DueAfterParent extends DateRule {
  public DueAfterParent() {
    super(DateCodes.DUE_AFTER_PARENT);
  }

  @Override
  void check(DateResolution resolution, Findings findings) {
    for (NodeDates node : resolution.nodes()) {
      ResolvedDate limit = node.parentDue();
      if (limit != null) {
        compare(resolution, node.due(), limit, "Due ", findings);
        compare(resolution, node.approval(), limit, "The approval is due ", findings);
      }
    }
  }

  private void compare(
      DateResolution resolution,
      @Nullable ResolvedDate date,
      ResolvedDate limit,
      String subject,
      Findings findings) {
    if (date == null || !date.date().isAfter(limit.date())) {
      return;
    }
    FieldRef above = limit.field();
    boolean process = above.address().equals(resolution.tree().address());
    String owner = process ? "the process" : "its group";
    DateExpression expr = date.spec().expression();
    String clamped =
        "earliest(" + (expr == null ? "" : expr.canonical()) + ", parent.due)" + roll(date);
    Finding about =
        finding(
                code(),
                date,
                subject
                    + DayText.format(date.date())
                    + ", after "
                    + owner
                    + ", "
                    + DayText.format(limit.date()))
            .withLabel(limit.span(), owner + " is due here")
            .withHint("write " + clamped + ", or let " + owner + " be due later");
    findings.add(withEdit(about, "write " + clamped, date.rewrite(clamped)));
  }

  private static String roll(ResolvedDate date) {
    Roll roll = date.spec().roll();
    return roll == Roll.UNSPECIFIED ? "" : " " + roll.text();
  }
}
