package dev.procc.model.duedate;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// PC208: in a group that runs one after another, a due date before the predecessor is done, its
/// approval included, or on that very day.
final class BeforePredecessor implements DateCheck {
  @Override
  public Code code() {
    return DateCodes.BEFORE_PREDECESSOR;
  }

  @Override
  public void check(Resolution resolution, Consumer<Diagnostic> found) {
    for (NodeDates node : resolution.nodes()) {
      ResolvedDate due = node.due();
      NodeDates before = node.before();
      LocalDate done = before == null ? null : before.done();
      if (due != null && before != null && done != null && !due.date().isAfter(done)) {
        found.accept(report(due, before, done));
      }
    }
  }

  private Diagnostic report(ResolvedDate due, NodeDates before, LocalDate done) {
    boolean same = due.date().equals(done);
    ResolvedDate last = last(before, done);
    String message =
        same
            ? "Due "
                + DayText.of(done)
                + ", the day "
                + before.path()
                + " is done: no working day is left for it"
            : "Due "
                + DayText.of(due.date())
                + ", before "
                + before.path()
                + " is done, "
                + DayText.of(done);
    String next = reference(before, last) + " + 1bd";
    Diagnostic found = DateCheck.about(code(), due, message).withHint("write " + next);
    if (last != null) {
      String what = last.field().field().equals(DateResolver.APPROVAL) ? "approval due " : "due ";
      found = found.withLabel(last.span(), what + DayText.of(done));
    }
    return DateCheck.offer(found, "write " + next, due.rewrite(next));
  }

  /// The predecessor's own date that makes it last so long; absent where one inside it does.
  private static @Nullable ResolvedDate last(NodeDates before, LocalDate done) {
    ResolvedDate approval = before.approval();
    if (approval != null && approval.date().equals(done)) {
      return approval;
    }
    ResolvedDate due = before.due();
    return due != null && due.date().equals(done) ? due : null;
  }

  private static String reference(NodeDates before, @Nullable ResolvedDate last) {
    if (last != null && last.field().field().equals(DateResolver.DUE)) {
      return "previous.due";
    }
    boolean group = before.node().kind() == DateNode.Kind.GROUP;
    return (group ? "group(" : "task(") + before.node().key() + ").done";
  }
}
