package dev.procc.model.duedate;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.source.FieldRef;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// PC210: a due date, or an approval's, after the due date of the nearest group that has one, or of
/// the process.
final class AfterParent implements DateCheck {
  @Override
  public Code code() {
    return DateCodes.AFTER_PARENT;
  }

  @Override
  public void check(Resolution resolution, Consumer<Diagnostic> found) {
    for (NodeDates node : resolution.nodes()) {
      ResolvedDate limit = node.limit();
      if (limit != null) {
        compare(resolution, node.due(), limit, "Due ", found);
        compare(resolution, node.approval(), limit, "The approval is due ", found);
      }
    }
  }

  private void compare(
      Resolution resolution,
      @Nullable ResolvedDate date,
      ResolvedDate limit,
      String what,
      Consumer<Diagnostic> found) {
    if (date == null || !date.date().isAfter(limit.date())) {
      return;
    }
    FieldRef above = limit.field();
    boolean process = above.address().equals(resolution.tree().address());
    String owner = process ? "the process" : "its group";
    Expr expr = date.due().expression();
    String clamped =
        "earliest(" + (expr == null ? "" : expr.canonical()) + ", parent.due)" + roll(date);
    Diagnostic about =
        DateCheck.about(
                code(),
                date,
                what
                    + DayText.of(date.date())
                    + ", after "
                    + owner
                    + ", "
                    + DayText.of(limit.date()))
            .withLabel(limit.span(), owner + " is due here")
            .withHint("write " + clamped + ", or move " + above);
    found.accept(DateCheck.offer(about, "write " + clamped, date.rewrite(clamped)));
  }

  private static String roll(ResolvedDate date) {
    Roll roll = date.due().roll();
    return roll == Roll.UNSAID ? "" : " " + roll.words();
  }
}
