package dev.procc.model.duedate;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Spelling;
import dev.procc.base.source.FieldRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The slots of a process and what each one needs.
final class Slots {
  private final World world;
  private final DateLanguage language;
  private final @Nullable Slot[] dues;
  private final @Nullable Slot[] approvals;
  private final @Nullable Slot[] starts;
  private final @Nullable Slot[] ends;
  private final Map<FieldRef, Slot> byField = new LinkedHashMap<>();

  Slots(World world, DateLanguage language) {
    this.world = world;
    this.language = language;
    int size = world.nodes.size();
    dues = new Slot[size];
    approvals = new Slot[size];
    starts = new Slot[size];
    ends = new Slot[size];
    add(world.start);
    add(world.end);
    add(world.due);
    for (int i = 0; i < size; i++) {
      DateNode node = world.nodes.get(i);
      dues[i] = slot(Slot.Kind.DUE, i, DateResolver.DUE, node.dueDate());
      approvals[i] = slot(Slot.Kind.APPROVER_DUE, i, DateResolver.APPROVAL, node.approverDueDate());
      for (DateField other : node.others()) {
        slot(Slot.Kind.OTHER, i, other.name(), other.text());
      }
    }
  }

  private @Nullable Slot slot(Slot.Kind kind, int node, String field, @Nullable DateText text) {
    if (text == null) {
      return null;
    }
    Slot slot = new Slot(kind, node, new FieldRef(world.nodes.get(node).address(), field), text);
    add(slot);
    return slot;
  }

  private void add(Slot slot) {
    if (slot.text != null) {
      byField.put(slot.field, slot);
    } else {
      slot.colour = Slot.Colour.BLACK;
      slot.status = Slot.Status.ABSENT;
    }
  }

  /// Every field that has a text, in tree order, the schedule first.
  Map<FieldRef, Slot> byField() {
    return byField;
  }

  @Nullable Slot due(int node) {
    return dues[node];
  }

  @Nullable Slot approval(int node) {
    return approvals[node];
  }

  /// The nearest group above a node that has a due date, else the process.
  Slot parentDue(int node) {
    for (int at = world.nodes.parent(node); at != Nodes.NONE; at = world.nodes.parent(at)) {
      Slot due = dues[at];
      if (due != null && due.text != null && !isNone(due.text)) {
        return due;
      }
    }
    return world.due;
  }

  private boolean isNone(DateText text) {
    Due due = language.read(text.text()).due();
    return due != null && due.isNone();
  }

  /// What an expression needs, in the order in which it is evaluated; absent after a fault.
  Slot @Nullable [] needs(Slot slot, Parsed parsed, Expr expr, Notes notes) {
    List<Slot> found = new ArrayList<>(2);
    return new Collector(slot, parsed, notes, found).collect(expr)
        ? found.toArray(Slot.NO_SLOTS)
        : null;
  }

  /// What the start or the end of a node's work needs.
  Slot[] needs(Slot slot) {
    int node = slot.node;
    List<Slot> found = new ArrayList<>();
    if (slot.kind == Slot.Kind.START_OF) {
      found.add(startNeeds(node));
    } else if (world.nodes.get(node).kind() == DateNode.Kind.GROUP) {
      for (int at = node + 1; at < world.nodes.end(node); at = world.nodes.end(at)) {
        found.add(end(at));
      }
    } else {
      addIfThere(found, dues[node]);
      addIfThere(found, approvals[node]);
    }
    return found.toArray(Slot.NO_SLOTS);
  }

  private static void addIfThere(List<Slot> found, @Nullable Slot slot) {
    if (slot != null) {
      found.add(slot);
    }
  }

  private Slot startNeeds(int node) {
    int before = world.nodes.before(node);
    if (before != Nodes.NONE) {
      return orAbsent(dues[before], before);
    }
    int parent = world.nodes.parent(node);
    return parent == Nodes.NONE ? world.start : start(parent);
  }

  Slot end(int node) {
    return made(ends, Slot.Kind.DONE_OF, node, "done");
  }

  private Slot start(int node) {
    return made(starts, Slot.Kind.START_OF, node, "start");
  }

  private Slot made(@Nullable Slot[] all, Slot.Kind kind, int node, String field) {
    Slot slot = all[node];
    if (slot == null) {
      slot = new Slot(kind, node, new FieldRef(world.nodes.get(node).address(), field), null);
      all[node] = slot;
    }
    return slot;
  }

  private Slot orAbsent(@Nullable Slot slot, int node) {
    return slot == null
        ? Slot.absent(new FieldRef(world.nodes.get(node).address(), DateResolver.DUE))
        : slot;
  }

  /// Walks one expression.
  private final class Collector {
    private final Slot slot;
    private final Parsed parsed;
    private final Notes notes;
    private final List<Slot> found;

    Collector(Slot slot, Parsed parsed, Notes notes, List<Slot> found) {
      this.slot = slot;
      this.parsed = parsed;
      this.notes = notes;
      this.found = found;
    }

    boolean collect(Expr expr) {
      if (expr instanceof Expr.Step step) {
        return collect(step.from());
      } else if (expr instanceof Expr.Reference reference) {
        return !forbidden(expr) && reference(reference);
      } else if (expr instanceof Expr.Anchor anchor) {
        return anchor(anchor);
      } else if (expr instanceof Expr.BusinessDay) {
        return !forbidden(expr);
      } else if (expr instanceof Expr.Place place) {
        return !(place.where() instanceof Expr.Where.Around around)
            || around.of() == null
            || collect(around.of());
      } else if (expr instanceof Expr.Pick pick) {
        for (Expr item : pick.of()) {
          if (!collect(item)) {
            return false;
          }
        }
        return true;
      } else if (expr instanceof Expr.Clamp clamp) {
        return collect(clamp.value()) && collect(clamp.low()) && collect(clamp.high());
      }
      return true;
    }

    /// The schedule is settled before any other date.
    private boolean forbidden(Expr expr) {
      if (!slot.schedule()) {
        return false;
      }
      notes.fault(
          parsed
              .fault(
                  DateCodes.UNKNOWN,
                  expr,
                  "\""
                      + expr.canonical()
                      + "\" cannot be used in "
                      + slot.field.field()
                      + ": the schedule is settled before all other dates")
              .withHint("use a date, period.start, period.end, or a day of a month or quarter"));
      return true;
    }

    private boolean anchor(Expr.Anchor anchor) {
      return switch (anchor.name()) {
        case PERIOD_START, PERIOD_END -> true;
        case START -> slot.kind == Slot.Kind.SCHEDULE_END || !forbidden(anchor);
        case END -> !forbidden(anchor);
        case PROCESS_DUE -> !forbidden(anchor) && found.add(world.due);
        case DUE_DATE -> !forbidden(anchor) && own(anchor);
        case PARENT_DUE -> !forbidden(anchor) && inTree(anchor) && found.add(parentDue(slot.node));
        case PREVIOUS_DUE -> !forbidden(anchor) && inTree(anchor) && previous(anchor);
      };
    }

    private boolean own(Expr expr) {
      if (slot.kind == Slot.Kind.APPROVER_DUE || slot.kind == Slot.Kind.OTHER) {
        return found.add(orAbsent(dues[slot.node], slot.node));
      }
      return fault(
          DateCodes.UNKNOWN,
          expr,
          "\"dueDate\" is known in approverDueDate only; here it would be the date itself",
          "use parent.due, previous.due, process.due or task(x).due");
    }

    private boolean inTree(Expr expr) {
      return slot.node >= 0
          || fault(
              DateCodes.UNKNOWN,
              expr,
              "\"" + expr.canonical() + "\" is known below the process only",
              "use start, end, period.end or task(x).due");
    }

    private boolean previous(Expr expr) {
      int before = world.nodes.before(slot.node);
      if (before != Nodes.NONE) {
        return found.add(orAbsent(dues[before], before));
      }
      int parent = world.nodes.parent(slot.node);
      boolean parallel = parent != Nodes.NONE && world.nodes.get(parent).parallel();
      String why =
          parallel
              ? "the children of " + world.nodes.get(parent).key() + " run at the same time"
              : world.name(slot) + " is the first in its group";
      if (slot.text != null && slot.text.fromDefault()) {
        notes.skip(expr, why);
        return false;
      }
      return fault(
          DateCodes.UNKNOWN,
          expr,
          "\"previous.due\" has no date: " + why,
          parallel ? "use task(x).due or parent.due" : "use parent.due or start");
    }

    private boolean reference(Expr.Reference reference) {
      int from = Math.max(slot.node, 0);
      int node = world.nodes.find(from, reference.group(), reference.path());
      if (node < 0) {
        return node == Nodes.SEVERAL ? several(reference, from) : unknown(reference, from);
      }
      return switch (reference.field()) {
        case DUE -> found.add(orAbsent(dues[node], node));
        case APPROVER_DUE -> found.add(orAbsent(approvals[node], node));
        case DONE -> found.add(end(node));
        case START -> found.add(start(node));
      };
    }

    private boolean unknown(Expr.Reference reference, int from) {
      String path = reference.path();
      String kind = reference.group() ? "group" : "task";
      boolean other = world.nodes.find(from, !reference.group(), path) != Nodes.NONE;
      String tail = path.substring(path.lastIndexOf('/') + 1);
      String hint =
          other
              ? "write "
                  + (reference.group() ? "task(" : "group(")
                  + path
                  + ")."
                  + reference.field().words()
              : Spelling.hint(tail, world.nodes.keys(reference.group())).orElse(null);
      Fault fault =
          parsed
              .fault(DateCodes.UNKNOWN, reference, "There is no " + kind + " \"" + path + "\"")
              .withHint(hint);
      String near = Spelling.nearest(tail, world.nodes.keys(reference.group())).orElse(null);
      if (other && hint != null) {
        fault = fault.offering(hint, hint.substring("write ".length()));
      } else if (near != null) {
        String fixed = new Expr.Reference(reference.group(), near, reference.field()).canonical();
        fault = fault.offering("write " + fixed, fixed);
      }
      notes.fault(fault);
      return false;
    }

    private boolean several(Expr.Reference reference, int from) {
      List<DateNode> all = world.nodes.candidates(from, reference.group(), reference.path());
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
                      + (all.size() > 2 ? " and " + (all.size() - 2) + " more" : ""))
              .withHint("write more of the path, from the root with a leading /");
      for (DateNode node : all.subList(0, 2)) {
        fault = fault.withLabel(node.origin().span(), node.address());
      }
      notes.fault(fault);
      return false;
    }

    private boolean fault(Code code, Expr expr, String message, String hint) {
      notes.fault(parsed.fault(code, expr, message).withHint(hint));
      return false;
    }
  }
}
