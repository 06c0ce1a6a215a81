package dev.procc.live.apply;

import dev.procc.base.json.Json;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How a run stands, by the addresses of the definition. Data only: how days and lines look is up
/// to what renders it.
///
/// @param identity of the process
/// @param run the run as a whole
/// @param asOf the day that decides what is overdue
/// @param nodes groups and jobs, in the order of the tree, without the root group
public record RunStatus(String identity, RunHeader run, LocalDate asOf, List<NodeStatus> nodes) {
  public RunStatus {
    nodes = List.copyOf(nodes);
  }

  /// A run as a whole.
  ///
  /// @param id the server's id of the run
  /// @param status the server's word: `running`, `complete`, ...
  /// @param started when it was started, if known
  /// @param dueDate of the process, if it has one
  public record RunHeader(
      String id,
      String name,
      String status,
      Optional<String> started,
      Optional<LocalDate> dueDate) {}

  /// The state of a node as people need to know it.
  public enum NodeState {
    DONE("done"),
    OPEN("open"),
    OVERDUE("OVERDUE"),
    WAITING("waiting"),
    CANCELLED("cancelled"),
    ERROR("ERROR");

    private final String label;

    NodeState(String word) {
      this.label = word;
    }

    public String label() {
      return label;
    }

    /// As it stands in JSON.
    String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// Whether nothing more is to be done for it.
    public boolean isOver() {
      return this == DONE || this == CANCELLED;
    }
  }

  /// What the person who has to act on a task has to do.
  public enum Turn {
    DOES("does"),
    /// It was submitted.
    APPROVES("approves"),
    /// The approver sent it back.
    DOES_AGAIN("returned");

    private final String word;

    Turn(String word) {
      this.word = word;
    }
  }

  /// Who has to act on a task: the assignee, or the approver of one that was submitted.
  ///
  /// @param person id of the user; empty if there is none
  public record Actor(String person, Turn turn) {}

  /// A group or a job.
  ///
  /// @param due when the actor has to be done: of an approval the day it is due
  public record NodeStatus(
      NodePlace place,
      NodeState state,
      RunNodeRef ref,
      Actor actor,
      DueDay due,
      WaitingOrder order) {
    /// The address, or the title if there is none.
    public String label() {
      return place.label();
    }

    public boolean isGroup() {
      return place.shape() != NodeShape.JOB;
    }

    /// Whether it is unfinished and was due before the day of the status.
    public boolean late() {
      return !state.isOver() && due.date().isPresent() && due.date().get().isBefore(due.asOf());
    }

    /// Whether it waits for another one and is due on the day of the status or earlier.
    public boolean cannotBeOnTime() {
      return !order.waitsFor().isEmpty()
          && due.date().isPresent()
          && !due.date().get().isAfter(due.asOf());
    }
  }

  /// Where a node stands in the tree.
  ///
  /// @param address without the identity, `entities/us/recon-ar`; empty for a job that no
  ///   definition knows, such as one added while the process ran
  /// @param depth 0 for children of the root group
  public record NodePlace(String address, String title, NodeShape shape, int depth) {
    String label() {
      return address.isEmpty() ? title : address;
    }
  }

  /// What a node is, and how the children of a group are worked on.
  public enum NodeShape {
    JOB,
    /// A group whose children follow one another.
    SEQUENCE,
    /// A group whose children run at the same time.
    PARALLEL
  }

  /// Where a node is found in Workiva.
  ///
  /// @param id of the job run or group run
  /// @param actionStatus the server's word for what the task waits for
  /// @param permalink of the task; empty if there is none
  /// @param modified the day on which it changed last: of one that is done the day that was, unless
  ///   somebody edited it since
  public record RunNodeRef(
      String id, String actionStatus, String permalink, Optional<LocalDate> modified) {}

  /// When a node is due.
  ///
  /// @param asOf the day of the status
  public record DueDay(Optional<LocalDate> date, LocalDate asOf) {}

  /// What comes before and after a job.
  ///
  /// @param waitsFor address of what it waits for, or title if there is none; empty if it does not
  ///   wait
  /// @param holdsUp how many unfinished jobs cannot start before this one is over
  public record WaitingOrder(String waitsFor, int holdsUp) {}

  private Stream<NodeStatus> jobs() {
    return nodes.stream().filter(node -> !node.isGroup());
  }

  /// Jobs by state, the states in their order.
  public Map<NodeState, Integer> counts() {
    Map<NodeState, Integer> counts = new LinkedHashMap<>();
    for (NodeState state : NodeState.values()) {
      counts.put(state, (int) jobs().filter(job -> job.state() == state).count());
    }
    return counts;
  }

  public int jobCount() {
    return (int) jobs().count();
  }

  /// The open job to look at first: in error or overdue before open, then the one that holds up
  /// most, then the one that is due first.
  public Optional<NodeStatus> mostUrgent() {
    return jobs()
        .filter(job ->
            job.state() == NodeState.ERROR
                || job.state() == NodeState.OPEN
                || job.state() == NodeState.OVERDUE)
        .min(
            Comparator.comparingInt((NodeStatus job) -> job.state() == NodeState.OPEN ? 1 : 0)
                .thenComparingInt(job -> -job.order().holdsUp())
                .thenComparing(job -> job.due().date().orElse(LocalDate.MAX)));
  }

  /// Whether the run has ended badly: exit 8 for a watcher.
  public boolean hasFailed() {
    return hasStatus("cancelled") || hasStatus("error") || hasStatus("errorHold");
  }

  public boolean hasEnded() {
    return hasStatus("cancelled") || hasStatus("complete");
  }

  private boolean hasStatus(String word) {
    return run.status().equalsIgnoreCase(word);
  }

  public Json.Obj toJson() {
    Json.Builder counts = Json.object();
    counts().forEach((state, count) -> counts.put(state.text(), count));
    return Json.object()
        .put("key", identity)
        .put("name", run.name())
        .put("run", run.id())
        .put("status", run.status())
        .putNullable("started", run.started().orElse(null))
        .putNullable("dueDate", run.dueDate().map(LocalDate::toString).orElse(null))
        .put("asOf", asOf.toString())
        .put("counts", counts.build())
        .putNullable("mostUrgent", mostUrgent().map(NodeStatus::label).orElse(null))
        .put("nodes", Json.array(nodes.stream().map(RunStatus::json).toList()))
        .build();
  }

  private static Json.Obj json(NodeStatus node) {
    return Json.object()
        .put("address", node.place().address())
        .put("type", node.isGroup() ? "group" : "job")
        .put("title", node.place().title())
        .put("state", node.state().text())
        .put("actionStatus", node.ref().actionStatus())
        .put("id", node.ref().id())
        .putNullable("person", emptyToNull(node.actor().person()))
        .put("turn", node.actor().turn().word)
        .putNullable("dueDate", node.due().date().map(LocalDate::toString).orElse(null))
        .put("late", node.late())
        .put("cannotBeOnTime", node.cannotBeOnTime())
        .putNullable("waitsFor", emptyToNull(node.order().waitsFor()))
        .put("holdsUp", node.order().holdsUp())
        .putNullable("permalink", emptyToNull(node.ref().permalink()))
        .build();
  }

  private static @Nullable String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
