package dev.procc.language.check.rules.dates;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.source.Span;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.duedate.DateNode;
import dev.procc.model.duedate.DayText;
import dev.procc.model.duedate.resolve.DateResolution;
import dev.procc.model.duedate.resolve.NodeDates;
import dev.procc.model.duedate.resolve.ResolvedDate;
import dev.procc.model.duedate.syntax.DateCodes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// PC208: a due date on or before the day on which the predecessor is done, approval included, in a
/// group that runs one after another.
public final class DueBeforePredecessor extends DateRule {
  public DueBeforePredecessor() {
    super(DateCodes.DUE_BEFORE_PREDECESSOR);
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    Findings found = new Findings();
    check(process.resolved().dates(), found);
    for (Finding finding : found.toList()) {
      if (!isOrderUnknown(process, finding.address())) {
        findings.add(finding);
      }
    }
  }

  @Override
  void check(DateResolution resolution, Findings findings) {
    List<NodeDates> nodes = resolution.nodes();
    Names names = new Names(nodes);
    Lines lines = new Lines(nodes);
    Map<NodeDates, NodeDates> skipped = new IdentityHashMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      NodeDates before = datedPredecessor(nodes.get(i), skipped);
      LocalDate done = before == null ? null : before.done();
      if (before == null || done == null) {
        continue;
      }
      NodeDates late = firstNotAfter(nodes, i, done);
      ResolvedDate due = late == null ? null : late.due();
      if (late != null && due != null) {
        boolean next =
            late == nodes.get(i) && late.predecessor() == before && before.approval() == null;
        ResolvedDate last = last(before, done);
        boolean named = !next || last == null || last.role() != FieldRole.DUE_DATE;
        String later = nextDay(due, done, (named ? names.of(before) : "previous.due") + " + 1bd");
        Finding finding = report(due, before, done);
        if (countsFrom(nodes, i, before, due)) {
          String both = before.path() + " counts from this date: move one of the two";
          findings.add(finding.withHint(both));
        } else if (!lines.mayCount(due, named)) {
          findings.add(finding.withHint("for this one alone, " + later + ": the line serves more"));
        } else {
          boolean fits = fitsAfter(done, late, due);
          finding = finding.withHint("write " + later);
          findings.add(fits ? withEdit(finding, "write " + later, due.rewrite(later)) : finding);
        }
      }
    }
  }

  /// The nearest node before a node in its group in which anything is due; null if there is none.
  ///
  /// @param skipped that of each node in which nothing is due, so that a long row of them is not
  ///   walked for each
  private static @Nullable NodeDates datedPredecessor(
      NodeDates node, Map<NodeDates, NodeDates> skipped) {
    NodeDates before = node.predecessor();
    NodeDates dated = before == null || before.done() != null ? before : skipped.get(before);
    if (dated != null && node.done() == null) {
      skipped.put(node, dated);
    }
    return dated;
  }

  /// The node itself if its due date is not after a day, otherwise the first such node in it; null
  /// if there is none.
  private static @Nullable NodeDates firstNotAfter(
      List<NodeDates> nodes, int index, LocalDate day) {
    String below = nodes.get(index).node().address() + "/";
    for (int i = index; i < nodes.size(); i++) {
      NodeDates node = nodes.get(i);
      if (i > index && !node.node().address().startsWith(below)) {
        return null;
      }
      ResolvedDate due = node.due();
      if (due != null && !due.date().isAfter(day)) {
        return node;
      }
    }
    return null;
  }

  /// Whether a date in the node before another one rests on a due date of the other.
  private static boolean countsFrom(
      List<NodeDates> nodes, int index, NodeDates before, ResolvedDate due) {
    for (int i = index - 1; i >= 0; i--) {
      NodeDates node = nodes.get(i);
      if (node.due() != null && restsOn(node.due(), due)
          || node.approval() != null && restsOn(node.approval(), due)) {
        return true;
      }
      if (node == before) {
        return false;
      }
    }
    return false;
  }

  /// Whether the due date of a node may be the business day after a day: its approval must not come
  /// before it.
  private static boolean fitsAfter(LocalDate done, NodeDates node, ResolvedDate due) {
    ResolvedDate approval = node.approval();
    LocalDate day = due.calendar().days().add(done, 1);
    return approval == null
        || day == null
        || !approval.date().isBefore(day)
        || approval.text().text().contains(FieldRole.DUE_DATE.fieldName());
  }

  /// Whether it could not be read if a node, or a group around it, waits for its predecessor.
  private static boolean isOrderUnknown(ProcessContext process, @Nullable String dueDate) {
    String address = dueDate == null ? "" : dueDate.substring(0, dueDate.lastIndexOf(':'));
    ResolvedNode node = process.resolved().nodes().get(address);
    while (node != null && node.parent() != null) {
      node = process.resolved().nodes().get(node.parent());
      if (node != null && process.isUnknown(node, FieldRole.PARALLEL)) {
        return true;
      }
    }
    return false;
  }

  /// The predecessor is named by its key, which is the same in all nodes that a line serves.
  private Finding report(ResolvedDate due, NodeDates before, LocalDate done) {
    boolean isLater = before.due() != null && before.due().date().isBefore(done);
    String whole = before.node().kind() == DateNode.NodeKind.GROUP ? " (all in it)" : " (approved)";
    String what = before.node().key() + " is done" + (isLater ? whole : "");
    String message =
        due.date().equals(done)
            ? "Due "
                + DayText.format(done)
                + ", the day "
                + what
                + ": no working day is left for it"
            : "Due "
                + DayText.format(due.date())
                + ", before "
                + what
                + ", "
                + DayText.format(done);
    Finding finding = finding(code(), due, message);
    ResolvedDate last = last(before, done);
    if (last == null) {
      return finding;
    }
    String which = last.role() == FieldRole.APPROVAL_DUE ? "approval due " : "due ";
    return finding.withLabel(last.span(), which + DayText.format(done));
  }

  /// The predecessor's own date on which it is done; null if that is the date of a node in it.
  private static @Nullable ResolvedDate last(NodeDates before, LocalDate done) {
    ResolvedDate approval = before.approval();
    if (approval != null && approval.date().equals(done)) {
      return approval;
    }
    ResolvedDate due = before.due();
    return due != null && due.date().equals(done) ? due : null;
  }

  /// The lines that due dates come from, of which one of a loop, a template or a default serves
  /// several nodes.
  private static final class Lines {
    private final List<NodeDates> nodes;
    private final Map<Span, List<NodeDates>> byLine = new HashMap<>();

    Lines(List<NodeDates> nodes) {
      this.nodes = nodes;
    }

    /// Whether a date may count from the one before it: no other node of its line is the first of a
    /// group, where it would be an error.
    ///
    /// @param named whether it counts from a node by name, which may be of that line itself
    boolean mayCount(ResolvedDate due, boolean named) {
      if (byLine.isEmpty()) {
        for (NodeDates node : nodes) {
          ResolvedDate date = node.due();
          if (date != null) {
            byLine.computeIfAbsent(date.span(), line -> new ArrayList<>(1)).add(node);
          }
        }
      }
      List<NodeDates> all = byLine.getOrDefault(due.span(), List.of());
      boolean may = all.size() < 2 || !named;
      for (NodeDates node : all) {
        may &= named || (node.predecessor() != null && node.predecessor().due() != null);
      }
      return may;
    }
  }

  /// The references to nodes of a group, by key, so that a finding need not search all nodes.
  private static final class Names {
    private final List<NodeDates> nodes;
    private final Map<String, List<DateNode>> byKey = new HashMap<>();

    Names(List<NodeDates> nodes) {
      this.nodes = nodes;
    }

    /// The reference to a node; by its path if another node of the group has the same key and would
    /// be found instead.
    String of(NodeDates before) {
      DateNode node = before.node();
      String group = node.address().substring(0, node.address().lastIndexOf('/') + 1);
      int alike = 0;
      for (DateNode other : ofKey(node.key())) {
        alike += other.kind() == node.kind() && other.address().startsWith(group) ? 1 : 0;
      }
      String path = alike > 1 ? "/" + before.path() : node.key();
      return (node.kind() == DateNode.NodeKind.GROUP ? "group(" : "task(") + path + ").done";
    }

    private List<DateNode> ofKey(String key) {
      if (byKey.isEmpty()) {
        for (NodeDates each : nodes) {
          List<DateNode> same = byKey.get(each.node().key());
          if (same == null) {
            same = new ArrayList<>(1);
            byKey.put(each.node().key(), same);
          }
          same.add(each.node());
        }
      }
      return byKey.getOrDefault(key, List.of());
    }
  }
}
