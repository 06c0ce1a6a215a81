package dev.procc.model.duedate.resolve;

import dev.procc.base.source.FieldRef;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.duedate.DateField;
import dev.procc.model.duedate.DateNode;
import dev.procc.model.duedate.DateText;
import dev.procc.model.duedate.syntax.DateExpression;
import dev.procc.model.duedate.syntax.DateLanguage;
import dev.procc.model.duedate.syntax.DateSpec;
import dev.procc.model.duedate.syntax.ParsedDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The slots of a process and their dependencies.
final class DateSlots {
  private final DateContext context;
  private final DateLanguage language;
  private final @Nullable DateSlot[] dues;
  private final @Nullable DateSlot[] approvals;
  private final @Nullable DateSlot[] starts;
  private final @Nullable DateSlot[] ends;
  private final Map<FieldRef, DateSlot> byField;
  private final boolean[] dropped;

  DateSlots(DateContext context, DateLanguage language) {
    this.context = context;
    this.language = language;
    int size = context.nodes.size();
    byField = LinkedHashMap.newLinkedHashMap(size);
    dues = new DateSlot[size];
    approvals = new DateSlot[size];
    starts = new DateSlot[size];
    ends = new DateSlot[size];
    dropped = new boolean[size];
    add(context.start);
    add(context.end);
    add(context.due);
    boolean defaults = false;
    for (int i = 0; i < size; i++) {
      DateNode node = context.nodes.get(i);
      dues[i] = slot(DateSlot.SlotKind.DUE, i, FieldRole.DUE_DATE.fieldName(), node.dueDate());
      approvals[i] =
          slot(
              DateSlot.SlotKind.APPROVER_DUE,
              i,
              FieldRole.APPROVAL_DUE.fieldName(),
              node.approverDueDate());
      for (DateField other : node.otherDates()) {
        slot(DateSlot.SlotKind.OTHER, i, other.name(), other.text());
      }
      DateSlot due = dues[i];
      boolean group = node.kind() == DateNode.NodeKind.GROUP;
      defaults |= group && due != null && due.requireText().fromDefault();
    }
    if (defaults) {
      findDropped();
    }
  }

  private @Nullable DateSlot slot(
      DateSlot.SlotKind kind, int node, String field, @Nullable DateText text) {
    if (text == null) {
      return null;
    }
    DateSlot slot =
        new DateSlot(kind, node, new FieldRef(context.nodes.get(node).address(), field), text);
    add(slot);
    return slot;
  }

  private void add(DateSlot slot) {
    if (slot.text != null) {
      byField.put(slot.field, slot);
    } else {
      slot.visitState = DateSlot.VisitState.VISITED;
      slot.status = DateSlot.Status.ABSENT;
    }
  }

  /// All fields that have a text, in tree order, the schedule first.
  Map<FieldRef, DateSlot> byField() {
    return byField;
  }

  @Nullable DateSlot due(int node) {
    return dues[node];
  }

  @Nullable DateSlot approval(int node) {
    return approvals[node];
  }

  /// The due date of the nearest group above a node that has one, otherwise of the process.
  DateSlot parentDue(int node) {
    for (int at = context.nodes.parent(node);
        at != DateNodeIndex.NONE;
        at = context.nodes.parent(at)) {
      DateSlot due = dues[at];
      if (due != null && due.text != null && !isNone(due.text) && !dropped[at]) {
        return due;
      }
    }
    return context.due;
  }

  /// Finds the due dates that are defaults and not applied, since they count from a date that is
  /// not there. What a default counts from stands before it in the tree.
  private void findDropped() {
    for (int i = 0; i < dropped.length; i++) {
      DateSlot due = dues[i];
      dropped[i] = due != null && due.requireText().fromDefault() && lacksDate(due, i);
    }
  }

  private boolean lacksDate(DateSlot due, int node) {
    ParsedDate parsed = language.parsed(due.requireText().text());
    boolean lacks = false;
    for (DateExpression.AnchorDate anchor : parsed.anchors()) {
      if (anchor.name() == DateExpression.AnchorDate.AnchorName.PREVIOUS_DUE) {
        int before = context.nodes.predecessor(node);
        DateSlot last = before == DateNodeIndex.NONE ? null : dues[before];
        lacks |= last == null || isNone(last.requireText()) || dropped[before];
      } else if (anchor.name() == DateExpression.AnchorDate.AnchorName.PARENT_DUE) {
        lacks |= parentDue(node).text == null;
      }
    }
    return lacks;
  }

  private boolean isNone(DateText text) {
    DateSpec due = language.parsed(text.text()).spec();
    return due != null && due.isNone();
  }

  /// The dependencies of the start or end of a node's work.
  DateSlot[] dependencies(DateSlot slot) {
    int node = slot.node;
    List<DateSlot> dependencies = new ArrayList<>();
    if (slot.kind == DateSlot.SlotKind.WORK_START) {
      dependencies.add(startDependency(node));
    } else if (context.nodes.get(node).kind() == DateNode.NodeKind.GROUP) {
      for (int at = node + 1;
          at < context.nodes.subtreeEnd(node);
          at = context.nodes.subtreeEnd(at)) {
        dependencies.add(workDone(at));
      }
    } else {
      addIfThere(dependencies, dues[node]);
      addIfThere(dependencies, approvals[node]);
    }
    return dependencies.toArray(DateSlot.NO_SLOTS);
  }

  private static void addIfThere(List<DateSlot> found, @Nullable DateSlot slot) {
    if (slot != null) {
      found.add(slot);
    }
  }

  private DateSlot startDependency(int node) {
    int before = context.nodes.predecessor(node);
    if (before != DateNodeIndex.NONE) {
      return orAbsent(dues[before], before);
    }
    int parent = context.nodes.parent(node);
    return parent == DateNodeIndex.NONE ? context.start : workStart(parent);
  }

  /// The slot of the end of a node's work.
  DateSlot workDone(int node) {
    return getOrCreate(ends, DateSlot.SlotKind.WORK_DONE, node, "done");
  }

  /// The slot of the start of a node's work.
  DateSlot workStart(int node) {
    return getOrCreate(starts, DateSlot.SlotKind.WORK_START, node, "start");
  }

  private DateSlot getOrCreate(
      @Nullable DateSlot[] all, DateSlot.SlotKind kind, int node, String field) {
    DateSlot slot = all[node];
    if (slot == null) {
      slot = new DateSlot(kind, node, new FieldRef(context.nodes.get(node).address(), field), null);
      all[node] = slot;
    }
    return slot;
  }

  /// The slot, or one without a date if it is null.
  DateSlot orAbsent(@Nullable DateSlot slot, int node) {
    return slot == null
        ? DateSlot.absent(
            new FieldRef(context.nodes.get(node).address(), FieldRole.DUE_DATE.fieldName()))
        : slot;
  }
}
