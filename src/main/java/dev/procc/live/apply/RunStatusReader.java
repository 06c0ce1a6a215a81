package dev.procc.live.apply;

import dev.procc.base.json.Json;
import dev.procc.live.apply.RunStatus.NodeState;
import dev.procc.live.apply.RunStatus.NodeStatus;
import dev.procc.live.execution.NodeAddresses;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.RunRecord;
import dev.procc.live.plan.input.ProjectDay;
import dev.procc.live.wire.BodyNodes;
import dev.procc.live.wire.RunJson;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.duedate.DayText;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A reader of a run's status, by address.
final class RunStatusReader {
  private final NodeAddresses addresses;
  private final ProjectDay day;
  private final Map<String, String> addedPathById = new HashMap<>();

  private RunStatusReader(LedgerEntry entry, ProjectDay day) {
    this.addresses = NodeAddresses.of(entry);
    this.day = day;
    for (RunRecord record : entry.history().runRecords()) {
      if (record.isAddedTask()) {
        addedPathById.put(record.id(), record.path());
      }
    }
  }

  /// @param run as the API returns it
  static RunStatus read(LedgerEntry entry, Json.Obj run, ProjectDay day) {
    RunStatusReader reader = new RunStatusReader(entry, day);
    CountedNode root = reader.countedNode(BodyNodes.root(run), true);
    List<NodeStatus> nodes = new ArrayList<>();
    for (CountedNode child : root.children) {
      reader.addNodes(child, root, new NodePosition(0, 0, ""), nodes);
    }
    RunStatus.RunHeader header =
        new RunStatus.RunHeader(
            run.text("id").orElse(""),
            run.text("name").orElse(entry.name()),
            run.text("status").orElse(""),
            run.obj("created").flatMap(c -> c.text("dateTime")),
            reader.stampedDay(run, "created"),
            run.text("completedDate").flatMap(reader::dayOf),
            parseDate(BodyNodes.text(run, FieldRole.DUE_DATE)));
    return new RunStatus(entry.identity(), header, day.today(), nodes);
  }

  /// A node of the run, with its unfinished jobs counted.
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
      return json.flag(FieldRole.PARALLEL.fieldName(), false);
    }
  }

  private CountedNode countedNode(Json.Obj json, boolean group) {
    CountedNode node = new CountedNode(json, group);
    if (!group) {
      node.path =
          json.text("job")
              .flatMap(addresses::path)
              .or(() -> json.text("id").map(addedPathById::get))
              .orElse("");
      node.unfinished = RunJson.state(json).isOver() ? 0 : 1;
      return node;
    }
    for (RunJson.RunChild child : RunJson.children(json)) {
      node.children.add(countedNode(child.node(), child.isGroup()));
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

  private static String parentPath(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /// The position of a node, from the groups around it.
  ///
  /// @param heldUp unfinished jobs that cannot start before the group of the node is done
  /// @param waitsFor what the group of the node waits for; empty if it does not wait
  private record NodePosition(int depth, int heldUp, String waitsFor) {}

  private void addNodes(
      CountedNode node, CountedNode parent, NodePosition position, List<NodeStatus> nodes) {
    int heldUp = position.heldUp();
    String waitsFor = position.waitsFor();
    if (!parent.parallel()) {
      int index = parent.children.indexOf(node);
      for (CountedNode later : parent.children.subList(index + 1, parent.children.size())) {
        heldUp += later.unfinished;
      }
      for (CountedNode earlier : parent.children.subList(0, index)) {
        String label = placeOf(earlier, position.depth()).label();
        if (earlier.unfinished > 0 && !label.isEmpty()) {
          waitsFor = label;
          break;
        }
      }
    }
    NodePosition own = new NodePosition(position.depth(), heldUp, waitsFor);
    nodes.add(nodeStatus(node, own));
    for (CountedNode child : node.children) {
      addNodes(child, node, new NodePosition(own.depth() + 1, heldUp, waitsFor), nodes);
    }
  }

  private NodeStatus nodeStatus(CountedNode node, NodePosition position) {
    Json.Obj arguments = BodyNodes.kindArguments(node.json);
    Json.Obj metadata = RunJson.metadata(node.json);
    RunStatus.Turn turn = turn(node.json, metadata);
    Optional<LocalDate> due = due(node.group ? node.json : arguments, turn);
    NodeState state = stateOf(node, due);
    boolean waits = !node.group && state == NodeState.WAITING;
    boolean isApproved = turn != RunStatus.Turn.APPROVES && !state.isOver();
    String approver = isApproved ? personOf(arguments, FieldRole.APPROVER) : "";
    return new NodeStatus(
        placeOf(node, position.depth()),
        state,
        new RunStatus.RunNodeRef(
            node.json.text("id").orElse(""),
            node.json.text("actionStatus").orElse(""),
            metadata.text("permalink").orElse(""),
            new RunStatus.LastChange(
                stampedDay(node.json, "modified"), stampedUser(node.json, "modified"))),
        new RunStatus.Actor(
            personOf(
                arguments,
                turn == RunStatus.Turn.APPROVES ? FieldRole.APPROVER : FieldRole.ASSIGNEE),
            turn,
            approver,
            approver.isEmpty()
                ? Optional.empty()
                : parseDate(BodyNodes.text(arguments, FieldRole.APPROVAL_DUE))),
        new RunStatus.DueDay(due, day.today()),
        new RunStatus.WaitingOrder(
            waits ? position.waitsFor() : "",
            node.group || state.isOver() ? 0 : position.heldUp()));
  }

  /// The day of a stamp of the server, in the time zone of the project.
  private Optional<LocalDate> stampedDay(Json.Obj node, String stamp) {
    return node.obj(stamp).flatMap(s -> s.text("dateTime")).flatMap(this::dayOf);
  }

  private Optional<LocalDate> dayOf(String time) {
    return Optional.ofNullable(DayText.dayOf(time, day.zone()));
  }

  private static String stampedUser(Json.Obj node, String stamp) {
    return node.obj(stamp).flatMap(s -> s.obj("user")).flatMap(u -> u.text("id")).orElse("");
  }

  private static RunStatus.Turn turn(Json.Obj node, Json.Obj metadata) {
    String words =
        (node.text("actionStatus").orElse("") + " " + metadata.text("status").orElse(""))
            .toLowerCase(Locale.ROOT);
    return words.contains("approval")
        ? RunStatus.Turn.APPROVES
        : words.contains("returned") ? RunStatus.Turn.DOES_AGAIN : RunStatus.Turn.DOES;
  }

  /// The day by which the actor has to be done.
  private static Optional<LocalDate> due(Json.Obj fields, RunStatus.Turn turn) {
    Optional<LocalDate> approval =
        turn == RunStatus.Turn.APPROVES
            ? parseDate(BodyNodes.text(fields, FieldRole.APPROVAL_DUE))
            : Optional.empty();
    return approval.isPresent() ? approval : parseDate(BodyNodes.text(fields, FieldRole.DUE_DATE));
  }

  private static RunStatus.NodePlace placeOf(CountedNode node, int depth) {
    RunStatus.NodeShape shape =
        node.parallel() ? RunStatus.NodeShape.PARALLEL : RunStatus.NodeShape.SEQUENCE;
    return node.group
        ? new RunStatus.NodePlace(node.path, BodyNodes.name(node.json), shape, depth)
        : new RunStatus.NodePlace(
            node.path, BodyNodes.title(node.json), RunStatus.NodeShape.JOB, depth);
  }

  private NodeState stateOf(CountedNode node, Optional<LocalDate> due) {
    return switch (RunJson.state(node.json)) {
      case DONE -> NodeState.DONE;
      case CANCELLED -> NodeState.CANCELLED;
      case ERROR -> NodeState.ERROR;
      case WAITING -> NodeState.WAITING;
      case OPEN ->
          due.isPresent() && due.get().isBefore(day.today()) ? NodeState.OVERDUE : NodeState.OPEN;
    };
  }

  private static String personOf(Json.Obj arguments, FieldRole role) {
    String field = role.fieldName();
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
