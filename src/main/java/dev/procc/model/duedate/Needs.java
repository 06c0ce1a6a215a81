package dev.procc.model.duedate;

import dev.procc.base.diagnostic.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Finds what the text of one slot needs, in the order in which it is evaluated, and every name in
/// it that cannot be used.
final class Needs {
  private final World world;
  private final Slots slots;
  private final Slot slot;
  private final Parsed parsed;
  private final Notes notes;
  private final List<Slot> found = new ArrayList<>(2);

  Needs(World world, Slots slots, Slot slot, Parsed parsed, Notes notes) {
    this.world = world;
    this.slots = slots;
    this.slot = slot;
    this.parsed = parsed;
    this.notes = notes;
  }

  /// Gives the slot its needs; one that has failed, or lacks a date, has none.
  void collect(Expr expr) {
    walk(expr);
    if (slot.status == Slot.Status.OPEN) {
      slot.needs = found.toArray(Slot.NO_SLOTS);
    }
  }

  private void walk(Expr expr) {
    if (expr instanceof Expr.Step step) {
      walk(step.from());
    } else if (expr instanceof Expr.Reference reference) {
      if (allowed(expr)) {
        reference(reference);
      }
    } else if (expr instanceof Expr.Anchor anchor) {
      anchor(anchor);
    } else if (expr instanceof Expr.BusinessDay) {
      allowed(expr);
    } else if (expr instanceof Expr.Place place) {
      if (place.where() instanceof Expr.Where.Around around && around.of() != null) {
        walk(around.of());
      }
    } else if (expr instanceof Expr.Pick pick) {
      for (Expr item : pick.of()) {
        walk(item);
      }
    } else if (expr instanceof Expr.Clamp clamp) {
      walk(clamp.value());
      walk(clamp.low());
      walk(clamp.high());
    }
  }

  private void anchor(Expr.Anchor anchor) {
    boolean fixed =
        switch (anchor.name()) {
          case PERIOD_START, PERIOD_END -> true;
          case START -> slot.kind == Slot.Kind.SCHEDULE_END;
          default -> false;
        };
    if (fixed || !allowed(anchor)) {
      return;
    }
    switch (anchor.name()) {
      case PROCESS_DUE -> found.add(world.due);
      case DUE_DATE -> own(anchor);
      case PARENT_DUE, PREVIOUS_DUE -> inTree(anchor);
      default -> {}
    }
  }

  /// The schedule is settled before any other date.
  private boolean allowed(Expr expr) {
    if (!slot.schedule()) {
      return true;
    }
    fault(
        expr,
        "\""
            + expr.canonical()
            + "\" cannot be used in "
            + slot.field.field()
            + ": the schedule is settled before all other dates",
        "use a date, period.start, period.end, or a day of a month or quarter");
    return false;
  }

  private void own(Expr expr) {
    if (slot.kind == Slot.Kind.APPROVER_DUE || slot.kind == Slot.Kind.OTHER) {
      found.add(slots.orAbsent(slots.due(slot.node), slot.node));
      return;
    }
    fault(
        expr,
        "\"dueDate\" is known in approverDueDate only; here it would be the date itself",
        "use parent.due, previous.due, process.due or task(x).due");
  }

  private void inTree(Expr.Anchor anchor) {
    if (slot.ofProcess()) {
      fault(
          anchor,
          "\"" + anchor.canonical() + "\" is known below the process only",
          "use start, end, period.end or task(x).due");
    } else if (anchor.name() == Expr.Anchor.Name.PARENT_DUE) {
      found.add(slots.parentDue(slot.node));
    } else {
      previous(anchor);
    }
  }

  private void previous(Expr expr) {
    int before = world.nodes.before(slot.node);
    if (before != Nodes.NONE) {
      found.add(slots.orAbsent(slots.due(before), before));
      return;
    }
    int parent = world.nodes.parent(slot.node);
    boolean parallel = parent != Nodes.NONE && world.nodes.get(parent).parallel();
    String why =
        parallel
            ? "the children of " + world.nodes.get(parent).key() + " run at the same time"
            : world.name(slot) + " is the first in its group";
    if (slot.written().fromDefault()) {
      slot.lacking();
      notes.skip(slot, why);
      return;
    }
    fault(
        expr,
        "\"previous.due\" has no date: " + why,
        parallel ? "use task(x).due or parent.due" : "use parent.due or start");
  }

  private void reference(Expr.Reference reference) {
    int from = Math.max(slot.node, 0);
    int node = world.nodes.find(from, reference.group(), reference.path());
    if (node == Nodes.NONE) {
      unknown(reference, from);
    } else if (node == Nodes.SEVERAL) {
      several(reference, from);
    } else {
      found.add(
          switch (reference.field()) {
            case DUE -> slots.orAbsent(slots.due(node), node);
            case APPROVER_DUE -> slots.orAbsent(slots.approval(node), node);
            case DONE -> slots.end(node);
            case START -> slots.start(node);
          });
    }
  }

  private void unknown(Expr.Reference reference, int from) {
    boolean group = reference.group();
    String path = reference.path();
    Fault fault =
        parsed.fault(
            DateCodes.UNKNOWN,
            reference,
            "There is no " + (group ? "group" : "task") + " \"" + path + "\"");
    if (world.nodes.find(from, !group, path) != Nodes.NONE) {
      String other = new Expr.Reference(!group, path, reference.field()).canonical();
      fail(fault.withHint("write " + other).offering("write " + other, other));
      return;
    }
    String tail = path.substring(path.lastIndexOf('/') + 1);
    Set<String> keys = world.nodes.keys(group);
    fault = fault.withHint(Spelling.hint(tail, keys).orElse(null));
    String near = Spelling.nearest(tail, keys).orElse(null);
    if (near != null) {
      String fixed = new Expr.Reference(group, near, reference.field()).canonical();
      fault = fault.offering("write " + fixed, fixed);
    }
    fail(fault);
  }

  private void several(Expr.Reference reference, int from) {
    List<DateNode> all = world.nodes.candidates(from, reference.group(), reference.path());
    int more = all.size() - 2;
    Fault fault =
        parsed
            .fault(
                DateCodes.UNKNOWN,
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
      fault = fault.withLabel(node.origin().span(), node.address());
    }
    fail(fault);
  }

  private void fault(Expr expr, String message, String hint) {
    fail(parsed.fault(DateCodes.UNKNOWN, expr, message).withHint(hint));
  }

  private void fail(Fault fault) {
    slot.status = Slot.Status.FAILED;
    notes.fault(slot, fault);
  }
}
