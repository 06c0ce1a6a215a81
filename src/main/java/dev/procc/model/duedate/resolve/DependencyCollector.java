package dev.procc.model.duedate.resolve;

import dev.procc.base.finding.Spelling;
import dev.procc.model.duedate.DateNode;
import dev.procc.model.duedate.syntax.DateCodes;
import dev.procc.model.duedate.syntax.DateExpression;
import dev.procc.model.duedate.syntax.ExpressionFinding;
import dev.procc.model.duedate.syntax.ParsedDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The collector of the dependencies of a slot's text, in the order of evaluation; it reports every
/// name that cannot be used there.
final class DependencyCollector {
  private final DateContext context;
  private final DateSlots slots;
  private final DateSlot slot;
  private final ParsedDate parsed;
  private final ResolutionListener listener;
  private final List<DateSlot> dependencies = new ArrayList<>(2);

  DependencyCollector(
      DateContext context,
      DateSlots slots,
      DateSlot slot,
      ParsedDate parsed,
      ResolutionListener listener) {
    this.context = context;
    this.slots = slots;
    this.slot = slot;
    this.parsed = parsed;
    this.listener = listener;
  }

  /// Sets the dependencies of the slot; a slot that failed or has no date gets none.
  void collect(DateExpression expr) {
    walk(expr);
    if (slot.status == DateSlot.Status.OPEN) {
      slot.dependencies = dependencies.toArray(DateSlot.NO_SLOTS);
    }
  }

  private void walk(DateExpression expr) {
    if (expr instanceof DateExpression.DateOffset step) {
      walk(step.base());
    } else if (expr instanceof DateExpression.WeekdayBeside beside) {
      walk(beside.date());
    } else if (expr instanceof DateExpression.NodeReference reference) {
      if (isAllowed(expr)) {
        reference(reference);
      }
    } else if (expr instanceof DateExpression.AnchorDate anchor) {
      anchor(anchor);
    } else if (expr instanceof DateExpression.BusinessDayNumber) {
      isAllowed(expr);
    } else if (expr instanceof DateExpression.NthDay place) {
      if (place.span() instanceof DateExpression.DaySpan.ContainingDate around
          && around.date() != null) {
        walk(around.date());
      }
    } else if (expr instanceof DateExpression.EarliestOrLatest pick) {
      for (DateExpression item : pick.operands()) {
        walk(item);
      }
    } else if (expr instanceof DateExpression.Clamp clamp) {
      walk(clamp.value());
      walk(clamp.low());
      walk(clamp.high());
    }
  }

  private void anchor(DateExpression.AnchorDate anchor) {
    boolean fixed =
        switch (anchor.name()) {
          case PERIOD_START, PERIOD_END -> true;
          case START -> slot.kind == DateSlot.SlotKind.SCHEDULE_END;
          default -> false;
        };
    if (fixed || !isAllowed(anchor)) {
      return;
    }
    switch (anchor.name()) {
      case PROCESS_DUE -> dependencies.add(context.due);
      case DUE_DATE -> ownDueDate(anchor);
      case PARENT_DUE, PREVIOUS_DUE -> treeAnchor(anchor);
      default -> {}
    }
  }

  /// Whether an expression may depend on this: dates of the schedule, resolved first, may depend on
  /// no other dates.
  private boolean isAllowed(DateExpression expr) {
    if (!slot.isSchedule()) {
      return true;
    }
    failWith(
        expr,
        "\""
            + expr.canonical()
            + "\" cannot be used in "
            + slot.field.field()
            + ": the schedule is settled before all other dates",
        "use a date, period.start, period.end, or a day of a month or quarter");
    return false;
  }

  private void ownDueDate(DateExpression expr) {
    if (slot.kind == DateSlot.SlotKind.APPROVER_DUE || slot.kind == DateSlot.SlotKind.OTHER) {
      dependencies.add(slots.orAbsent(slots.due(slot.node), slot.node));
      return;
    }
    failWith(
        expr,
        "\"dueDate\" is known in approverDueDate only; here it would be the date itself",
        "use parent.due, previous.due, process.due or task(x).due");
  }

  private void treeAnchor(DateExpression.AnchorDate anchor) {
    if (slot.isOfProcess()) {
      failWith(
          anchor,
          "\"" + anchor.canonical() + "\" is known below the process only",
          "use start, end, period.end or task(x).due");
    } else if (anchor.name() == DateExpression.AnchorDate.AnchorName.PARENT_DUE) {
      dependencies.add(slots.parentDue(slot.node));
    } else {
      previous(anchor);
    }
  }

  private void previous(DateExpression expr) {
    int predecessor = context.nodes.predecessor(slot.node);
    if (predecessor != DateNodeIndex.NONE) {
      dependencies.add(slots.orAbsent(slots.due(predecessor), predecessor));
      return;
    }
    int parent = context.nodes.parent(slot.node);
    boolean parallel = parent != DateNodeIndex.NONE && context.nodes.get(parent).parallel();
    String reason =
        parallel
            ? "the children of " + context.nodes.get(parent).key() + " run at the same time"
            : context.nodeName(slot) + " is the first in its group";
    if (slot.requireText().fromDefault()) {
      slot.markAbsent();
      listener.defaultSkipped(slot, reason);
      return;
    }
    failWith(
        expr,
        "\"previous.due\" has no date: " + reason,
        parallel ? "use task(x).due or parent.due" : "use parent.due or start");
  }

  private void reference(DateExpression.NodeReference reference) {
    int from = Math.max(slot.node, 0);
    int node = context.nodes.find(from, reference.group(), reference.path());
    if (node == DateNodeIndex.NONE) {
      unknown(reference, from);
    } else if (node == DateNodeIndex.AMBIGUOUS) {
      ambiguous(reference, from);
    } else {
      dependencies.add(
          switch (reference.field()) {
            case DUE -> slots.orAbsent(slots.due(node), node);
            case APPROVER_DUE -> slots.orAbsent(slots.approval(node), node);
            case DONE -> slots.workDone(node);
            case START -> slots.workStart(node);
          });
    }
  }

  private void unknown(DateExpression.NodeReference reference, int from) {
    boolean group = reference.group();
    String path = reference.path();
    ExpressionFinding finding =
        parsed.findingOn(
            DateCodes.UNKNOWN_REFERENCE,
            reference,
            "There is no " + (group ? "group" : "task") + " \"" + path + "\"");
    if (context.nodes.find(from, !group, path) != DateNodeIndex.NONE) {
      String other = new DateExpression.NodeReference(!group, path, reference.field()).canonical();
      fail(finding.withHint("write " + other).withSuggestion("write " + other, other));
      return;
    }
    String tail = path.substring(path.lastIndexOf('/') + 1);
    Set<String> keys = context.nodes.keys(group);
    finding = finding.withHint(Spelling.hint(tail, keys).orElse(null));
    String near = Spelling.nearest(tail, keys).orElse(null);
    if (near != null) {
      String fixed = new DateExpression.NodeReference(group, near, reference.field()).canonical();
      finding = finding.withSuggestion("write " + fixed, fixed);
    }
    fail(finding);
  }

  private void ambiguous(DateExpression.NodeReference reference, int from) {
    List<DateNode> all = context.nodes.candidates(from, reference.group(), reference.path());
    int more = all.size() - 2;
    ExpressionFinding finding =
        parsed
            .findingOn(
                DateCodes.UNKNOWN_REFERENCE,
                reference,
                "\""
                    + reference.path()
                    + "\" could be "
                    + all.get(0).address()
                    + " or "
                    + all.get(1).address()
                    + (more == 0 ? "" : " and " + more + " more"))
            .withHint("write more of the path, from the root with a leading /");
    for (DateNode node : all.subList(0, 2)) {
      finding = finding.withLabel(node.origin().span(), node.address());
    }
    fail(finding);
  }

  private void failWith(DateExpression expr, String message, String hint) {
    fail(parsed.findingOn(DateCodes.UNKNOWN_REFERENCE, expr, message).withHint(hint));
  }

  private void fail(ExpressionFinding finding) {
    slot.status = DateSlot.Status.FAILED;
    listener.report(slot, finding);
  }
}
