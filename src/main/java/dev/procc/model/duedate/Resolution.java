package dev.procc.model.duedate;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.source.FieldRef;
import dev.procc.base.source.Origin;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The dates of a process and everything found while resolving them.
public final class Resolution {
  private final World world;
  private final Slots slots;
  private final List<Diagnostic> diagnostics;
  private final Map<FieldRef, Slot> byField;
  private final List<ResolvedDate> dates = new ArrayList<>();
  private @Nullable List<NodeDates> nodes;

  Resolution(World world, Slots slots, List<Diagnostic> diagnostics) {
    this.world = world;
    this.slots = slots;
    this.diagnostics = List.copyOf(diagnostics);
    byField = slots.byField();
    for (Slot slot : byField.values()) {
      DateText text = slot.text;
      Parsed parsed = slot.parsed;
      Due due = parsed == null ? null : parsed.due();
      Origin origin = slot.origin;
      if (slot.status == Slot.Status.VALUE
          && text != null
          && parsed != null
          && due != null
          && origin != null) {
        ResolvedDate date = new ResolvedDate(world, slot, text, parsed, due, origin);
        slot.resolved = date;
        dates.add(date);
      }
    }
  }

  /// Every field that has a date, in tree order: the schedule, the process, then each node's.
  public List<ResolvedDate> dates() {
    return Collections.unmodifiableList(dates);
  }

  /// The date of a field; absent where it has none, by `none`, by a default left out, or after a
  /// finding.
  public @Nullable ResolvedDate date(FieldRef field) {
    return of(byField.get(field));
  }

  public @Nullable ResolvedDate date(String address, String field) {
    return date(new FieldRef(address, field));
  }

  /// The first day of the schedule.
  public @Nullable LocalDate start() {
    return date(of(world.start));
  }

  /// The last day of the schedule.
  public @Nullable LocalDate end() {
    return date(of(world.end));
  }

  /// In tree order.
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /// Every node, in tree order, the root group first.
  public List<NodeDates> nodes() {
    List<NodeDates> known = nodes;
    if (known == null) {
      known = List.copyOf(everyNode());
      nodes = known;
    }
    return known;
  }

  private List<NodeDates> everyNode() {
    Nodes tree = world.nodes;
    int size = tree.size();
    @Nullable LocalDate[] done = new LocalDate[size];
    for (int i = 0; i < size; i++) {
      if (tree.get(i).kind() == DateNode.Kind.TASK) {
        LocalDate own = later(date(of(slots.due(i))), date(of(slots.approval(i))));
        for (int at = i; at != Nodes.NONE; at = tree.parent(at)) {
          done[at] = later(done[at], own);
        }
      }
    }
    List<NodeDates> all = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      int before = tree.before(i);
      all.add(
          new NodeDates(
              tree.get(i),
              tree.path(i),
              of(slots.due(i)),
              of(slots.approval(i)),
              done[i],
              before == Nodes.NONE ? null : all.get(before),
              of(slots.parentDue(i))));
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
    return world.tree;
  }

  public DateOptions options() {
    return world.options;
  }

  private static @Nullable ResolvedDate of(@Nullable Slot slot) {
    return slot == null ? null : slot.resolved;
  }
}
