package dev.procc.live.apply;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The status of a run, by the addresses of the definition. It contains only data; rendering is
/// done elsewhere.
///
/// @param identity of the process
/// @param run the run as a whole
/// @param asOf the day on which something is overdue
/// @param nodes groups and jobs, in the order of the tree, without the root group
public record RunStatus(String identity, RunHeader run, LocalDate asOf, List<NodeStatus> nodes) {
  public RunStatus {
    nodes = List.copyOf(nodes);
  }

  /// A run as a whole.
  ///
  /// @param id the server's id of the run
  /// @param status the server's word: `running`, `complete`, ...
  /// @param started the time of its start, if known
  /// @param startDay the day of its start in the time zone of the project, if known
  /// @param endDay the day of its end in the time zone of the project, if it has ended
  /// @param dueDate of the process, if it has one
  public record RunHeader(
      String id,
      String name,
      String status,
      Optional<String> started,
      Optional<LocalDate> startDay,
      Optional<LocalDate> endDay,
      Optional<LocalDate> dueDate) {}

  /// The state of a node, for people.
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

    /// Whether it is done or cancelled.
    public boolean isOver() {
      return this == DONE || this == CANCELLED;
    }
  }

  /// The task of the person who has to act.
  public enum Turn {
    DOES("does"),
    /// To approve what was submitted.
    APPROVES("approves"),
    /// To do again what the approver sent back.
    DOES_AGAIN("returned");

    private final String word;

    Turn(String word) {
      this.word = word;
    }

    /// The word in JSON.
    public String word() {
      return word;
    }
  }

  /// The person who has to act on a task: the assignee, or the approver once it is submitted.
  ///
  /// @param person id of the user; empty if there is none
  /// @param approver id of the user who approves an unfinished task afterwards; empty if nobody
  ///   does
  /// @param approvalDue the day by which the approver has to be done, if it has one
  public record Actor(String person, Turn turn, String approver, Optional<LocalDate> approvalDue) {}

  /// The status of a group or a job.
  ///
  /// @param due the day by which the actor has to be done; for an approval, its due date
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

    /// Whether it waits for another node and is due on or before the day of the status.
    public boolean cannotBeOnTime() {
      return !order.waitsFor().isEmpty()
          && due.date().isPresent()
          && !due.date().get().isAfter(due.asOf());
    }
  }

  /// The position of a node in the tree.
  ///
  /// @param address without the identity, `entities/us/recon-ar`; empty for a job that no
  ///   definition has, such as one added during the run
  /// @param depth 0 for children of the root group
  public record NodePlace(String address, String title, NodeShape shape, int depth) {
    String label() {
      return address.isEmpty() ? title : address;
    }
  }

  /// The kind of node, and the order in which a group's children run.
  public enum NodeShape {
    JOB,
    /// A group whose children run one after another.
    SEQUENCE,
    /// A group whose children run at the same time.
    PARALLEL
  }

  /// The node in Workiva.
  ///
  /// @param id of the job run or group run
  /// @param actionStatus the server's word for what the task waits for
  /// @param permalink of the task; empty if there is none
  /// @param change its last change
  public record RunNodeRef(String id, String actionStatus, String permalink, LastChange change) {}

  /// The last change of a node; of one that is done, who did it and when, unless it was edited
  /// since: the API has no other record of that.
  ///
  /// @param day in the time zone of the project, if known
  /// @param by id of the user; empty if it is not known
  public record LastChange(Optional<LocalDate> day, String by) {
    public static final LastChange UNKNOWN = new LastChange(Optional.empty(), "");
  }

  /// The due date of a node.
  ///
  /// @param asOf the day of the status
  public record DueDay(Optional<LocalDate> date, LocalDate asOf) {}

  /// The nodes before and after a job.
  ///
  /// @param waitsFor the address of what it waits for, or its title if it has none; empty if it
  ///   does not wait
  /// @param holdsUp the number of unfinished jobs that cannot start before it is done
  public record WaitingOrder(String waitsFor, int holdsUp) {}

  private Stream<NodeStatus> jobs() {
    return nodes.stream().filter(node -> !node.isGroup());
  }

  /// The number of jobs by state, in the order of the states.
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

  /// Whether the run failed, which is exit code 8 for a watcher.
  public boolean hasFailed() {
    return hasStatus("cancelled") || hasStatus("error") || hasStatus("errorHold");
  }

  public boolean hasEnded() {
    return hasStatus("cancelled") || hasStatus("complete");
  }

  private boolean hasStatus(String word) {
    return run.status().equalsIgnoreCase(word);
  }
}
