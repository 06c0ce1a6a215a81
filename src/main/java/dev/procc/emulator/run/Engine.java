package dev.procc.emulator.run;

import dev.procc.base.json.Json;
import dev.procc.emulator.store.Kind;

/// Moves a run on: starts what may start, ends groups whose children ended, ends the run.
///
/// The law: in a serial group nothing starts before every child in front of it has ended; a node
/// whose trigger is manual waits until it is started besides.
final class Engine {
  private final Rows rows;

  Engine(Rows rows) {
    this.rows = rows;
  }

  /// Brings a run to where nothing more happens by itself.
  void advance(String runId) {
    Json.Obj run = rows.run(runId);
    if (!Rows.is(run, Rows.RUNNING)) {
      return;
    }
    String root = Rows.text(run, "root");
    if (group(root, true) && run.flag("autoClose", false)) {
      close(runId, Rows.is(rows.group(root), Rows.CANCELLED) ? Rows.CANCELLED : Rows.COMPLETE);
    }
  }

  /// Ends a run.
  void close(String runId, String status) {
    Json.Obj run = rows.run(runId);
    String at = rows.world().clock().now().toString();
    rows.status(Kind.RUN, run.with("completedDate", Json.of(at)), status);
  }

  /// Whether the group has ended after everything in it that may start has started.
  private boolean group(String id, boolean eligible) {
    Json.Obj group = rows.group(id);
    if (Rows.is(group, Rows.WAITING)) {
      if (!eligible || Rows.held(group)) {
        return false;
      }
      group = rows.status(Kind.GROUP, group, Rows.RUNNING);
    }
    boolean parallel = group.flag("parallel", false);
    boolean open = true;
    boolean all = true;
    for (Json ref : Rows.children(group)) {
      String child = ref instanceof Json.Obj o ? Rows.text(o, "id") : "";
      boolean ended = Rows.isJob(ref) ? job(child, open) : group(child, open);
      all &= ended;
      open &= ended || parallel;
    }
    rows.status(Kind.GROUP, rows.group(id), all ? outcome(group) : Rows.RUNNING);
    return all;
  }

  /// Cancelled where every child is, complete otherwise.
  private String outcome(Json.Obj group) {
    boolean none = Rows.children(group).isEmpty();
    for (Json ref : Rows.children(group)) {
      if (!Rows.is(rows.child(ref), Rows.CANCELLED)) {
        return Rows.COMPLETE;
      }
    }
    return none && !Rows.is(group, Rows.CANCELLED) ? Rows.COMPLETE : Rows.CANCELLED;
  }

  private boolean job(String id, boolean eligible) {
    Json.Obj job = rows.job(id);
    if (Rows.is(job, Rows.WAITING) && eligible && !Rows.held(job)) {
      job = begin(job);
    }
    String generated = Rows.text(job, "generated");
    if (Rows.is(job, Rows.RUNNING) && !generated.isEmpty() && group(generated, true)) {
      boolean cancelled = Rows.is(rows.group(generated), Rows.CANCELLED);
      job = cancelled ? cancelled(job) : finish(job, "Completed");
    }
    return Rows.ended(job);
  }

  private Json.Obj begin(Json.Obj job) {
    return switch (Rows.text(job, "action")) {
      case "certificationPhaseFinalizerGenerated" -> finish(job, "Completed");
      case "certificationConditionalApproverGenerated" ->
          exception(job) ? started(job) : finish(job, "Completed");
      case "certificationApproverGenerated" ->
          autoApproved(job) ? finish(job, "Approved") : started(job);
      default -> started(job);
    };
  }

  private boolean autoApproved(Json.Obj job) {
    return rows.run(Rows.text(job, "run")).flag("certAutoApprove", false) && !exception(job);
  }

  /// Whether a signer of the same certification noted an exception.
  private boolean exception(Json.Obj job) {
    for (Json ref : Rows.children(rows.group(Rows.text(job, "parent")))) {
      if (rows.child(ref).flag("exception", false)) {
        return true;
      }
    }
    return false;
  }

  private Json.Obj started(Json.Obj job) {
    return save(job, Rows.RUNNING, "Running", "Started");
  }

  /// Ends a job as done.
  Json.Obj finish(Json.Obj job, String taskStatus) {
    return save(job, Rows.COMPLETE, "Completed", taskStatus);
  }

  /// Ends a job as cancelled.
  Json.Obj cancelled(Json.Obj job) {
    return save(job, Rows.CANCELLED, "Cancelled", "Cancelled");
  }

  /// Keeps a job with its three statuses.
  Json.Obj save(Json.Obj job, String status, String actionStatus, String taskStatus) {
    return rows.save(
        Kind.JOB,
        job.with("status", Json.of(status))
            .with("actionStatus", Json.of(actionStatus))
            .with("taskStatus", Json.of(taskStatus)));
  }
}
