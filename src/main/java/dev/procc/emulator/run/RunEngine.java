package dev.procc.emulator.run;

import dev.procc.base.json.Json;
import dev.procc.emulator.store.RowKind;

/// The execution engine: it starts the nodes that may start, ends groups whose children have ended,
/// and ends the run.
///
/// In a serial group, a child starts after all children before it have ended. A node with a manual
/// trigger also waits until a person starts it.
final class RunEngine {
  private final RunRows rows;

  RunEngine(RunRows rows) {
    this.rows = rows;
  }

  /// Advances a run until nothing more happens without a person.
  void advance(String runId) {
    Json.Obj run = rows.run(runId);
    if (!RunRows.hasStatus(run, RunRows.RUNNING)) {
      return;
    }
    String root = RunRows.text(run, "root");
    if (advanceGroup(root, true) && run.flag("autoClose", false)) {
      endRun(
          runId,
          RunRows.hasStatus(rows.group(root), RunRows.CANCELLED)
              ? RunRows.CANCELLED
              : RunRows.COMPLETE);
    }
  }

  /// Ends a run.
  void endRun(String runId, String status) {
    Json.Obj run = rows.run(runId);
    String at = rows.state().clock().now().toString();
    rows.status(RowKind.RUN, run.with("completedDate", Json.of(at)), status);
  }

  /// Starts everything in a group that may start.
  ///
  /// @return whether the group has ended
  private boolean advanceGroup(String id, boolean eligible) {
    Json.Obj group = rows.group(id);
    if (RunRows.hasStatus(group, RunRows.WAITING)) {
      if (!eligible || RunRows.awaitsManualStart(group)) {
        return false;
      }
      group = rows.status(RowKind.GROUP, group, RunRows.RUNNING);
    }
    boolean parallel = group.flag("parallel", false);
    boolean open = true;
    boolean allEnded = true;
    for (Json ref : RunRows.children(group)) {
      String child = ref instanceof Json.Obj o ? RunRows.text(o, "id") : "";
      boolean ended = RunRows.isJob(ref) ? advanceJob(child, open) : advanceGroup(child, open);
      allEnded &= ended;
      open &= ended || parallel;
    }
    rows.status(RowKind.GROUP, rows.group(id), allEnded ? endStatus(group) : RunRows.RUNNING);
    return allEnded;
  }

  /// The status of a group that has ended: cancelled if every child is, otherwise complete.
  private String endStatus(Json.Obj group) {
    boolean isEmpty = RunRows.children(group).isEmpty();
    for (Json ref : RunRows.children(group)) {
      if (!RunRows.hasStatus(rows.child(ref), RunRows.CANCELLED)) {
        return RunRows.COMPLETE;
      }
    }
    return isEmpty && !RunRows.hasStatus(group, RunRows.CANCELLED)
        ? RunRows.COMPLETE
        : RunRows.CANCELLED;
  }

  private boolean advanceJob(String id, boolean eligible) {
    Json.Obj job = rows.job(id);
    if (RunRows.hasStatus(job, RunRows.WAITING) && eligible && !RunRows.awaitsManualStart(job)) {
      job = startJob(job);
    }
    String generated = RunRows.text(job, "generated");
    if (RunRows.hasStatus(job, RunRows.RUNNING)
        && !generated.isEmpty()
        && advanceGroup(generated, true)) {
      boolean cancelled = RunRows.hasStatus(rows.group(generated), RunRows.CANCELLED);
      job = cancelled ? cancel(job) : finish(job, "Completed");
    }
    return RunRows.isEnded(job);
  }

  private Json.Obj startJob(Json.Obj job) {
    return switch (RunRows.text(job, "action")) {
      case "certificationPhaseFinalizerGenerated" -> finish(job, "Completed");
      case "certificationConditionalApproverGenerated" ->
          hasException(job) ? markStarted(job) : finish(job, "Completed");
      case "certificationApproverGenerated" ->
          isAutoApproved(job) ? finish(job, "Approved") : markStarted(job);
      default -> markStarted(job);
    };
  }

  private boolean isAutoApproved(Json.Obj job) {
    return rows.run(RunRows.text(job, "run")).flag("certAutoApprove", false) && !hasException(job);
  }

  /// Whether a signer of the same certification has noted an exception.
  private boolean hasException(Json.Obj job) {
    for (Json ref : RunRows.children(rows.group(RunRows.text(job, "parent")))) {
      if (rows.child(ref).flag("exception", false)) {
        return true;
      }
    }
    return false;
  }

  private Json.Obj markStarted(Json.Obj job) {
    return saveStatus(job, RunRows.RUNNING, "Running", "Started");
  }

  /// Completes a job.
  Json.Obj finish(Json.Obj job, String taskStatus) {
    return saveStatus(job, RunRows.COMPLETE, "Completed", taskStatus);
  }

  /// Cancels a job.
  Json.Obj cancel(Json.Obj job) {
    return saveStatus(job, RunRows.CANCELLED, "Cancelled", "Cancelled");
  }

  /// Stores a job with its three statuses.
  Json.Obj saveStatus(Json.Obj job, String status, String actionStatus, String taskStatus) {
    return rows.save(
        RowKind.JOB,
        job.with("status", Json.of(status))
            .with("actionStatus", Json.of(actionStatus))
            .with("taskStatus", Json.of(taskStatus)));
  }
}
