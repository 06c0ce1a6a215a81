package dev.procc.language.check.rules.dates;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.source.FieldRef;
import dev.procc.model.duedate.DateField;
import dev.procc.model.duedate.DayText;
import dev.procc.model.duedate.resolve.DateResolution;
import dev.procc.model.duedate.resolve.NodeDates;
import dev.procc.model.duedate.resolve.ResolvedDate;
import dev.procc.model.duedate.syntax.DateCodes;
import dev.procc.model.duedate.syntax.DateExpression;
import org.jspecify.annotations.Nullable;

/// PC210: a due date, that of an approval, or a date in the arguments of a certification, after the
/// due date of the process or of the nearest group that has one.
public final class DueAfterParent extends DateRule {
  public DueAfterParent() {
    super(DateCodes.DUE_AFTER_PARENT);
  }

  @Override
  void check(DateResolution resolution, Findings findings) {
    for (NodeDates node : resolution.nodes()) {
      ResolvedDate limit = node.parentDue();
      if (limit != null) {
        compare(resolution, node, node.due(), limit, findings);
        compare(resolution, node, node.approval(), limit, findings);
        for (DateField other : node.node().texts().others()) {
          ResolvedDate date = resolution.date(node.node().address(), other.name());
          compare(resolution, node, date, limit, findings);
        }
      }
    }
  }

  private void compare(
      DateResolution resolution,
      NodeDates node,
      @Nullable ResolvedDate date,
      ResolvedDate limit,
      Findings findings) {
    if (date == null || !date.date().isAfter(limit.date())) {
      return;
    }
    FieldRef above = limit.field();
    boolean process = above.address().equals(resolution.tree().address());
    String owner = process ? "the process" : "its group";
    DateExpression expr = date.spec().expression();
    String clamped =
        date.spec().rolled("earliest(" + (expr == null ? "" : expr.canonical()) + ", parent.due)");
    Finding about =
        finding(
                code(),
                date,
                start(node, date)
                    + DayText.format(date.date())
                    + ", after "
                    + owner
                    + ", "
                    + DayText.format(limit.date()))
            .withLabel(limit.span(), owner + " is due here")
            .withHint("let " + owner + " be due later, which counts from this date");
    if (restsOn(limit, date)) {
      findings.add(about);
      return;
    }
    String written = date.inPlace(clamped);
    about = about.withHint("write " + written + ", or let " + owner + " be due later");
    // An approval may come no earlier than the work; it waits until the work is not late.
    ResolvedDate due = node.due();
    boolean fits = date == due || due == null || !due.date().isAfter(limit.date());
    findings.add(fits ? withEdit(about, "write " + written, date.rewrite(clamped)) : about);
  }

  private static String start(NodeDates node, ResolvedDate date) {
    return date == node.due()
        ? "Due "
        : date == node.approval() ? "The approval is due " : "A date in the arguments is ";
  }
}
