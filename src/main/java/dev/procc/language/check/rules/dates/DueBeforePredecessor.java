package dev.procc.language.check.rules.dates;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
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
    for (int i = 0; i < nodes.size(); i++) {
      NodeDates predecessor = nodes.get(i).predecessor();
      LocalDate done = predecessor == null ? null : predecessor.done();
      if (predecessor == null || done == null) {
        continue;
      }
      ResolvedDate due = nodes.get(i).due();
      if (due == null) {
        ResolvedDate inside = firstInside(nodes, i, done);
        if (inside != null) {
          findings.add(report(inside, predecessor, done, names.of(predecessor)));
        }
      } else if (!due.date().isAfter(done)) {
        ResolvedDate last = last(predecessor, done);
        boolean named = last == null || last.role() != FieldRole.DUE_DATE;
        String from = named ? names.of(predecessor) : "previous.due";
        findings.add(report(due, predecessor, done, from));
      }
    }
  }

  /// The first due date in a group without one that is not after a day; null if there is none.
  private static @Nullable ResolvedDate firstInside(
      List<NodeDates> nodes, int group, LocalDate day) {
    String below = nodes.get(group).node().address() + "/";
    for (int i = group + 1; i < nodes.size(); i++) {
      if (!nodes.get(i).node().address().startsWith(below)) {
        return null;
      }
      ResolvedDate due = nodes.get(i).due();
      if (due != null && !due.date().isAfter(day)) {
        return due;
      }
    }
    return null;
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

  /// @param from the expression for the date to count from, `task(a).done`
  private Finding report(ResolvedDate due, NodeDates before, LocalDate done, String from) {
    boolean same = due.date().equals(done);
    ResolvedDate last = last(before, done);
    String message =
        same
            ? "Due "
                + DayText.format(done)
                + ", the day "
                + before.path()
                + " is done: no working day is left for it"
            : "Due "
                + DayText.format(due.date())
                + ", before "
                + before.path()
                + " is done, "
                + DayText.format(done);
    String later = from + " + 1bd";
    Finding finding = finding(code(), due, message).withHint("write " + later);
    if (last != null) {
      String what = last.role() == FieldRole.APPROVAL_DUE ? "approval due " : "due ";
      finding = finding.withLabel(last.span(), what + DayText.format(done));
    }
    return withEdit(finding, "write " + later, due.rewrite(later));
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
