package dev.procc.live.apply;

import dev.procc.base.json.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a run stands, by the addresses of the definition. Data only: what days are called and how
/// lines look is the business of whoever renders it.
///
/// @param identity of the process
/// @param runId the server's id of the run
/// @param status the server's word: `running`, `complete`, ...
/// @param started day on which it was started, when known
/// @param dueDate of the process, when it has one
/// @param asOf the day against which overdue is meant
/// @param rows groups and jobs, in the order of the tree, the root group left out
/// @param mostUrgent address of the open job to look at first
public record RunStatus(
    String identity,
    String name,
    String runId,
    String status,
    Optional<String> started,
    Optional<LocalDate> dueDate,
    LocalDate asOf,
    List<NodeStatus> rows,
    Optional<NodeStatus> mostUrgent) {
  public RunStatus {
    rows = List.copyOf(rows);
  }

  /// What people need to know of a job.
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

    /// Whether nothing more is to be done for it.
    public boolean isOver() {
      return this == DONE || this == CANCELLED;
    }
  }

  /// A group or a job.
  ///
  /// @param address without the identity, `entities/us/recon-ar`; empty for a job that no
  ///   definition knows, such as one added while the process ran
  /// @param depth 0 for children of the root group
  /// @param parallel of a group, whether its children run at the same time
  /// @param person id of the user who has it to do; of one that waits for approval, the approver
  /// @param late unfinished, and its due date lies before `asOf`
  /// @param cannotBeOnTime it waits for another, and its own due date is not after `asOf`
  /// @param waitsFor address, or title where there is none, of what it waits for
  /// @param holdsUp how many unfinished jobs cannot start before this one is over
  /// @param permalink of the task, when there is one
  public record NodeStatus(
      String address,
      String title,
      boolean isGroup,
      boolean parallel,
      int depth,
      NodeState state,
      String actionStatus,
      String id,
      String person,
      Optional<LocalDate> dueDate,
      boolean late,
      boolean cannotBeOnTime,
      String waitsFor,
      int holdsUp,
      String permalink) {
    /// The address, or the title where there is none.
    public String label() {
      return address.isEmpty() ? title : address;
    }
  }

  /// Jobs by state, the states in their order.
  public Map<NodeState, Integer> counts() {
    Map<NodeState, Integer> counts = new LinkedHashMap<>();
    for (NodeState state : NodeState.values()) {
      int count = 0;
      for (NodeStatus row : rows) {
        if (!row.isGroup() && row.state() == state) {
          count++;
        }
      }
      counts.put(state, count);
    }
    return counts;
  }

  /// All jobs.
  public int jobCount() {
    return (int) rows.stream().filter(r -> !r.isGroup()).count();
  }

  /// Whether the run has ended badly: exit 8 for a watcher.
  public boolean hasFailed() {
    return status.equalsIgnoreCase("cancelled")
        || status.equalsIgnoreCase("error")
        || status.equalsIgnoreCase("errorHold");
  }

  /// Whether the run has ended.
  public boolean hasEnded() {
    return status.equalsIgnoreCase("cancelled") || status.equalsIgnoreCase("complete");
  }

  public Json.Obj toJson() {
    Json.Builder counts = Json.object();
    counts()
        .forEach(
            (state, count) -> counts.put(state.name().toLowerCase(java.util.Locale.ROOT), count));
    List<Json> jobs = new ArrayList<>();
    for (NodeStatus row : rows) {
      jobs.add(json(row));
    }
    return Json.object()
        .put("key", identity)
        .put("name", name)
        .put("run", runId)
        .put("status", status)
        .putNullable("started", started.orElse(null))
        .putNullable("dueDate", dueDate.map(LocalDate::toString).orElse(null))
        .put("asOf", asOf.toString())
        .put("counts", counts.build())
        .putNullable("mostUrgent", mostUrgent.map(NodeStatus::label).orElse(null))
        .put("nodes", Json.array(jobs))
        .build();
  }

  private static Json json(NodeStatus row) {
    return Json.object()
        .put("address", row.address())
        .put("type", row.isGroup() ? "group" : "job")
        .put("title", row.title())
        .put("state", row.state().name().toLowerCase(java.util.Locale.ROOT))
        .put("actionStatus", row.actionStatus())
        .put("id", row.id())
        .putNullable("person", row.person().isEmpty() ? null : row.person())
        .putNullable("dueDate", row.dueDate().map(LocalDate::toString).orElse(null))
        .put("late", row.late())
        .put("cannotBeOnTime", row.cannotBeOnTime())
        .putNullable("waitsFor", row.waitsFor().isEmpty() ? null : row.waitsFor())
        .put("holdsUp", row.holdsUp())
        .putNullable("permalink", row.permalink().isEmpty() ? null : row.permalink())
        .build();
  }
}
