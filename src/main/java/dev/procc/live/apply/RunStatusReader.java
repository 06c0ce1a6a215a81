package dev.procc.live.apply;

import dev.procc.base.json.Json;
import dev.procc.live.apply.RunStatus.NodeState;
import dev.procc.live.apply.RunStatus.NodeStatus;
import dev.procc.live.execution.NodeAddresses;
import dev.procc.live.ledger.LedgerEntry;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A run as the API returns it, to a status by address. Both words for a child are understood:
/// `jobRun` of GET, `job` of the answer to POST run; `groupRun` and `group` likewise.
final class RunStatusReader {
  private final NodeAddresses addresses;
  private final LocalDate today;

  private RunStatusReader(NodeAddresses addresses, LocalDate today) {
    this.addresses = addresses;
    this.today = today;
  }

  static RunStatus read(LedgerEntry entry, Json.Obj run, LocalDate today) {
    RunStatusReader reader = new RunStatusReader(NodeAddresses.of(entry), today);
    CountedNode root = reader.countedNode(run.obj("root").orElse(Json.Obj.EMPTY), true);
    List<NodeStatus> rows = new ArrayList<>();
    for (CountedNode child : root.children) {
      reader.addRows(child, root, 0, 0, rows);
    }
    reader.addWaits(root, "", rows, new int[] {0});
    return new RunStatus(
        entry.identity(),
        run.text("name").orElse(entry.name()),
        run.text("id").orElse(""),
        run.text("status").orElse(""),
        run.obj("created").flatMap(c -> c.text("dateTime")),
        parseDate(run.text("dueDate").orElse("")),
        today,
        rows,
        mostUrgent(rows));
  }

  /// A node of the run with its unfinished jobs counted.
  private static final class CountedNode {
    private final Json.Obj json;
    private final boolean group;
    private final List<CountedNode> children = new ArrayList<>();
    private String path = "";
    private int unfinished;

    CountedNode(Json.Obj json, boolean group) {
      this.json = json;
      this.group = group;
    }

    boolean parallel() {
      return json.flag("parallel", false);
    }
  }

  private CountedNode countedNode(Json.Obj json, boolean group) {
    CountedNode node = new CountedNode(json, group);
    if (!group) {
      node.path = json.text("job").flatMap(addresses::path).orElse("");
      node.unfinished = stateOf(node).isOver() ? 0 : 1;
      return node;
    }
    for (Json item : json.items("children")) {
      if (item instanceof Json.Obj child) {
        Json.@Nullable Obj inner = firstObject(child, "groupRun", "group");
        Json.@Nullable Obj job = firstObject(child, "jobRun", "job");
        if (inner != null) {
          node.children.add(countedNode(inner, true));
        } else if (job != null) {
          node.children.add(countedNode(job, false));
        }
      }
    }
    for (CountedNode child : node.children) {
      node.unfinished += child.unfinished;
      if (node.path.isEmpty()) {
        node.path = parentPath(child.path);
      }
    }
    String path = json.text("group").or(() -> json.text("id")).flatMap(addresses::path).orElse("");
    node.path = path.isEmpty() ? node.path : path;
    return node;
  }

  private static Json.@Nullable Obj firstObject(Json.Obj child, String name, String other) {
    return child.obj(name).or(() -> child.obj(other)).orElse(null);
  }

  private static String parentPath(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /// @param heldUpByParent unfinished jobs that cannot start before the parent is over
  private void addRows(
      CountedNode node, CountedNode parent, int depth, int heldUpByParent, List<NodeStatus> rows) {
    int heldUp = heldUpByParent;
    if (!parent.parallel()) {
      boolean after = false;
      for (CountedNode sibling : parent.children) {
        heldUp += after ? sibling.unfinished : 0;
        after |= sibling == node;
      }
    }
    rows.add(rowOf(node, depth, heldUp));
    for (CountedNode child : node.children) {
      addRows(child, node, depth + 1, heldUp, rows);
    }
  }

  private NodeStatus rowOf(CountedNode node, int depth, int holdsUp) {
    Json.Obj arguments = arguments(node.json);
    Json.Obj metadata = metadata(node.json);
    NodeState state = stateOf(node);
    Optional<LocalDate> due =
        parseDate((node.group ? node.json : arguments).text("dueDate").orElse(""));
    boolean late = !state.isOver() && due.isPresent() && due.get().isBefore(today);
    boolean approval =
        metadata.text("status").orElse("").toLowerCase(Locale.ROOT).contains("approval");
    String person = personOf(arguments, approval ? "approver" : "assignee");
    return new NodeStatus(
        node.path,
        node.group ? node.json.text("name").orElse("") : arguments.text("title").orElse(""),
        node.group,
        node.parallel(),
        depth,
        late && state == NodeState.OPEN ? NodeState.OVERDUE : state,
        node.json.text("actionStatus").orElse(""),
        node.json.text("id").orElse(""),
        person,
        due,
        late,
        false,
        "",
        node.group || state.isOver() ? 0 : holdsUp,
        metadata.text("permalink").orElse(""));
  }

  /// Fills in what each waiting job waits for: the first unfinished sibling before it, or before
  /// the nearest group around it that has one.
  private void addWaits(CountedNode group, String inherited, List<NodeStatus> rows, int[] nextRow) {
    String firstUnfinished = "";
    for (CountedNode child : group.children) {
      int at = nextRow[0]++;
      NodeStatus row = rows.get(at);
      String waitsFor =
          !group.parallel() && !firstUnfinished.isEmpty() ? firstUnfinished : inherited;
      if (row.state() == NodeState.WAITING && !waitsFor.isEmpty() && !child.group) {
        boolean cannotBeOnTime = row.dueDate().isPresent() && !row.dueDate().get().isAfter(today);
        rows.set(at, withWaitsFor(row, waitsFor, cannotBeOnTime));
      }
      addWaits(child, waitsFor, rows, nextRow);
      if (firstUnfinished.isEmpty() && child.unfinished > 0) {
        firstUnfinished = row.label();
      }
    }
  }

  private static NodeStatus withWaitsFor(NodeStatus row, String waitsFor, boolean cannotBeOnTime) {
    return new NodeStatus(
        row.address(),
        row.title(),
        row.isGroup(),
        row.parallel(),
        row.depth(),
        row.state(),
        row.actionStatus(),
        row.id(),
        row.person(),
        row.dueDate(),
        row.late(),
        cannotBeOnTime,
        waitsFor,
        row.holdsUp(),
        row.permalink());
  }

  /// Overdue before open, then what holds up most, then what is due first.
  private static Optional<NodeStatus> mostUrgent(List<NodeStatus> rows) {
    return rows.stream()
        .filter(r -> !r.isGroup())
        .filter(r ->
            r.state() == NodeState.ERROR
                || r.state() == NodeState.OPEN
                || r.state() == NodeState.OVERDUE)
        .min(
            Comparator.comparingInt((NodeStatus r) -> r.state() == NodeState.OPEN ? 1 : 0)
                .thenComparingInt(r -> -r.holdsUp())
                .thenComparing(r -> r.dueDate().orElse(LocalDate.MAX)));
  }

  private static NodeState stateOf(CountedNode node) {
    return switch (node.json.text("status").orElse("").toLowerCase(Locale.ROOT)) {
      case "complete" -> NodeState.DONE;
      case "running" -> NodeState.OPEN;
      case "cancelled", "cancelling" -> NodeState.CANCELLED;
      case "error", "errorhold" -> NodeState.ERROR;
      default -> NodeState.WAITING;
    };
  }

  private static Json.Obj arguments(Json.Obj job) {
    return memberBySuffix(job.obj("arguments").orElse(Json.Obj.EMPTY), "Args");
  }

  private static Json.Obj metadata(Json.Obj job) {
    return memberBySuffix(job.obj("metadata").orElse(Json.Obj.EMPTY), "Metadata");
  }

  private static Json.Obj memberBySuffix(Json.Obj outer, String suffix) {
    for (var member : outer.members().entrySet()) {
      if (member.getKey().endsWith(suffix) && member.getValue() instanceof Json.Obj object) {
        return object;
      }
    }
    return Json.Obj.EMPTY;
  }

  private static String personOf(Json.Obj arguments, String field) {
    return arguments
        .obj(field)
        .flatMap(p -> p.text("id"))
        .or(() -> arguments.text(field))
        .or(() -> arguments.text(field + "User"))
        .orElse("");
  }

  private static Optional<LocalDate> parseDate(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException notADate) {
      return Optional.empty();
    }
  }
}
