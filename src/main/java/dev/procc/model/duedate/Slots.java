package dev.procc.model.duedate;

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
  private final Map<FieldRef, Slot> byField;

  Slots(World world, DateLanguage language) {
    this.world = world;
    this.language = language;
    int size = world.nodes.size();
    byField = LinkedHashMap.newLinkedHashMap(size);
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

  /// When all work of a node is done.
  Slot end(int node) {
    return made(ends, Slot.Kind.DONE_OF, node, "done");
  }

  /// When the work of a node starts.
  Slot start(int node) {
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

  /// A slot that may not be there: then one without a date.
  Slot orAbsent(@Nullable Slot slot, int node) {
    return slot == null
        ? Slot.absent(new FieldRef(world.nodes.get(node).address(), DateResolver.DUE))
        : slot;
  }
}
