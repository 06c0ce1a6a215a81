package dev.procc.model.duedate.resolve;

import dev.procc.base.finding.Finding;
import dev.procc.base.source.FieldRef;
import dev.procc.base.source.Origin;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.duedate.DateNode;
import dev.procc.model.duedate.DateOptions;
import dev.procc.model.duedate.DateText;
import dev.procc.model.duedate.DateTree;
import dev.procc.model.duedate.syntax.DateSpec;
import dev.procc.model.duedate.syntax.ParsedDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The resolved dates of a process, and the findings.
public final class DateResolution {
  private final DateContext context;
  private final DateSlots slots;
  private final List<Finding> findings;
  private final Map<FieldRef, ResolvedDate> byField;
  private @Nullable List<NodeDates> nodes;

  DateResolution(DateContext context, DateSlots slots, List<Finding> findings) {
    this.context = context;
    this.slots = slots;
    this.findings = List.copyOf(findings);
    byField = LinkedHashMap.newLinkedHashMap(slots.byField().size());
    for (DateSlot slot : slots.byField().values()) {
      DateText text = slot.text;
      ParsedDate parsed = slot.parsed;
      DateSpec spec = parsed == null ? null : parsed.spec();
      Origin origin = slot.origin;
      if (slot.status == DateSlot.Status.VALUE
          && text != null
          && parsed != null
          && spec != null
          && origin != null) {
        byField.put(slot.field, new ResolvedDate(context, slot, text, parsed, spec, origin));
      }
    }
  }

  /// All fields that have a date, in tree order: the schedule, the process, then each node.
  public List<ResolvedDate> dates() {
    return List.copyOf(byField.values());
  }

  /// The date of a field; null if it has none: by `none`, because a default was dropped, or because
  /// of a finding.
  public @Nullable ResolvedDate date(FieldRef field) {
    return byField.get(field);
  }

  public @Nullable ResolvedDate date(String address, String field) {
    return date(new FieldRef(address, field));
  }

  /// The date of a node's field with a role; null if it has none.
  public @Nullable ResolvedDate date(String address, FieldRole role) {
    return date(address, role.fieldName());
  }

  /// The first day of the schedule.
  public @Nullable LocalDate start() {
    return date(resolved(context.start));
  }

  /// The last day of the schedule.
  public @Nullable LocalDate end() {
    return date(resolved(context.end));
  }

  /// The findings, in tree order.
  public List<Finding> findings() {
    return findings;
  }

  /// Every node, in tree order, the root group first.
  public List<NodeDates> nodes() {
    List<NodeDates> known = nodes;
    if (known == null) {
      known = List.copyOf(nodeDates());
      nodes = known;
    }
    return known;
  }

  private List<NodeDates> nodeDates() {
    DateNodeIndex tree = context.nodes;
    int size = tree.size();
    @Nullable LocalDate[] done = new LocalDate[size];
    for (int i = 0; i < size; i++) {
      if (tree.get(i).kind() == DateNode.NodeKind.TASK) {
        LocalDate own = later(date(resolved(slots.due(i))), date(resolved(slots.approval(i))));
        for (int at = i; at != DateNodeIndex.NONE; at = tree.parent(at)) {
          done[at] = later(done[at], own);
        }
      }
    }
    List<NodeDates> all = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      int before = tree.predecessor(i);
      all.add(
          new NodeDates(
              tree.get(i),
              tree.path(i),
              resolved(slots.due(i)),
              resolved(slots.approval(i)),
              done[i],
              before == DateNodeIndex.NONE ? null : all.get(before),
              resolved(slots.parentDue(i))));
    }
    return all;
  }

  private static @Nullable LocalDate date(@Nullable ResolvedDate resolved) {
    return resolved == null ? null : resolved.date();
  }

  private static @Nullable LocalDate later(@Nullable LocalDate a, @Nullable LocalDate b) {
    return a == null || (b != null && b.isAfter(a)) ? b : a;
  }

  public DateTree tree() {
    return context.tree;
  }

  public DateOptions options() {
    return context.options;
  }

  private @Nullable ResolvedDate resolved(@Nullable DateSlot slot) {
    return slot == null ? null : byField.get(slot.field);
  }
}
