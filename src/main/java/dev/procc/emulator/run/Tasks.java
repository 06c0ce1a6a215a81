package dev.procc.emulator.run;

import dev.procc.base.json.Json;
import dev.procc.emulator.build.Actions;
import dev.procc.emulator.rules.Refusal;
import dev.procc.emulator.store.Kind;
import java.util.List;
import java.util.Map;

/// What people do to the tasks and to the whole of a run, for which the API has no public call.
/// Each move is followed by the engine's.
public final class Tasks {
  private final Rows rows;
  private final Engine engine;

  public Tasks(Runs runs) {
    this.rows = runs.rows();
    this.engine = runs.engine();
  }

  /// The assignee is done: the task goes to its approver where it has one, else it is complete.
  ///
  /// @param exception a signer notes one, so that the conditional approver is asked
  public void complete(String id, boolean exception) {
    Json.Obj job = running(id, "assignee", "complete");
    if (exception) {
      job = rows.save(Kind.JOB, job.with("exception", Json.of(true)));
    }
    boolean approved = Actions.arguments(job).has("approver");
    if (approved) {
      engine.save(
          job.with("stage", Json.of("approver")), Rows.RUNNING, "Approval", "Awaiting Approval");
    } else {
      engine.finish(job, "Completed");
    }
    engine.advance(Rows.text(job, "run"));
  }

  /// The approver agrees.
  public void approve(String id) {
    Json.Obj job = running(id, "approver", "approve");
    engine.finish(job, "Approved");
    engine.advance(Rows.text(job, "run"));
  }

  /// The approver does not agree: the task goes back to its assignee; a certification goes back to
  /// its signers.
  public void reject(String id) {
    Json.Obj job = running(id, "approver", "reject");
    if (Rows.text(job, "action").startsWith("certification")) {
      backToSigners(job);
    } else {
      back(job);
    }
    engine.advance(Rows.text(job, "run"));
  }

  private void back(Json.Obj job) {
    engine.save(job.with("stage", Json.of("assignee")), Rows.RUNNING, "Returned", "Returned");
  }

  private void backToSigners(Json.Obj approver) {
    for (Json ref : Rows.children(rows.group(Rows.text(approver, "parent")))) {
      Json.Obj sibling = rows.child(ref);
      if (Rows.is(sibling, Rows.CANCELLED)) {
        continue;
      }
      if (Rows.text(sibling, "action").equals("certificationSignerGenerated")) {
        back(sibling.without("exception"));
      } else {
        engine.save(sibling, Rows.WAITING, "Waiting", "Created");
      }
    }
  }

  /// Somebody edits a task in the status view: arguments take new values, `null` takes one away. A
  /// new assignee or location starts it again.
  ///
  /// @param call `{"set": {"assignee": {"id": "u2", "type": "user"}}}`
  public void edit(String id, Json.Obj call) {
    Json.Obj job = rows.job(jobOf(id));
    if (Rows.ended(job)) {
      throw refused(job, "edit");
    }
    Json.Obj arguments = job.obj("arguments").orElse(Json.Obj.EMPTY);
    String member = Actions.argumentsOf(Rows.text(job, "action"));
    Json.Obj own = arguments.obj(member).orElse(Json.Obj.EMPTY);
    boolean restarts = false;
    for (Map.Entry<String, Json> edit :
        call.obj("set").orElse(Json.Obj.EMPTY).members().entrySet()) {
      String name = edit.getKey();
      own =
          edit.getValue() instanceof Json.Null
              ? own.without(name)
              : own.with(name, edit.getValue());
      restarts |= List.of("assignee", "document", "section").contains(name);
    }
    Json.Obj edited = job.with("arguments", arguments.with(member, own));
    if (restarts && Rows.is(job, Rows.RUNNING)) {
      engine.save(edited.with("stage", Json.of("assignee")), Rows.RUNNING, "Running", "Started");
    } else {
      rows.save(Kind.JOB, edited);
    }
    engine.advance(Rows.text(job, "run"));
  }

  /// A task, a group with everything in it, or a run is cancelled.
  public void cancel(String id) {
    if (rows.world().store().get(Kind.RUN, id) != null) {
      cancelRun(id, false);
    } else if (rows.world().store().get(Kind.GROUP, id) != null) {
      Json.Obj group = rows.group(id);
      cancelAll(group, Rows.CANCELLED);
      engine.advance(Rows.text(group, "run"));
    } else {
      Json.Obj job = rows.job(jobOf(id));
      if (Rows.ended(job)) {
        throw refused(job, "cancel");
      }
      cancelJob(job, Rows.CANCELLED);
      engine.advance(Rows.text(job, "run"));
    }
  }

  /// Cancels a run; with `hold` what runs stays in `cancelling` until it settles.
  public void cancelRun(String id, boolean hold) {
    Json.Obj run = rows.activeRun(id);
    String to = hold ? Rows.CANCELLING : Rows.CANCELLED;
    cancelAll(rows.group(Rows.text(run, "root")), to);
    if (hold) {
      rows.status(Kind.RUN, run, to);
    } else {
      engine.close(id, to);
    }
  }

  /// Ends what is being cancelled.
  public void settle(String id) {
    Json.Obj run = rows.run(id);
    if (!Rows.is(run, Rows.CANCELLING)) {
      throw Refusal.conflict("Process run " + id + " is " + Rows.status(run));
    }
    cancelAll(rows.group(Rows.text(run, "root")), Rows.CANCELLED);
    engine.close(id, Rows.CANCELLED);
  }

  private void cancelAll(Json.Obj group, String to) {
    for (Json ref : Rows.children(group)) {
      Json.Obj child = rows.child(ref);
      if (Rows.ended(child)) {
        continue;
      }
      if (Rows.isJob(ref)) {
        cancelJob(child, to);
      } else {
        cancelAll(child, to);
      }
    }
    if (!Rows.ended(group)) {
      rows.status(Kind.GROUP, rows.group(Rows.text(group, "id")), to);
    }
  }

  private void cancelJob(Json.Obj job, String to) {
    String generated = Rows.text(job, "generated");
    if (!generated.isEmpty()) {
      cancelAll(rows.group(generated), to);
    }
    boolean waits = to.equals(Rows.CANCELLING) && !Rows.is(job, Rows.WAITING);
    if (waits) {
      engine.save(job, Rows.CANCELLING, "Cancelling", "Cancelled");
    } else {
      engine.cancelled(job);
    }
  }

  /// Starts a job or a group whose trigger is manual; before its turn that is refused.
  public void start(String id) {
    boolean job = rows.world().store().get(Kind.JOB, id) != null;
    Kind kind = job ? Kind.JOB : Kind.GROUP;
    Json.Obj node = job ? rows.job(id) : rows.group(id);
    if (!Rows.is(node, Rows.WAITING) || !Rows.held(node) || !eligible(node)) {
      throw Refusal.conflict(id + " cannot be started, it is " + Rows.status(node));
    }
    rows.save(kind, node.with("started", Json.of(true)));
    engine.advance(Rows.text(node, "run"));
  }

  private boolean eligible(Json.Obj node) {
    String parent = Rows.text(node, "parent");
    if (parent.isEmpty()) {
      return Rows.is(rows.run(Rows.text(node, "run")), Rows.RUNNING);
    }
    Json.Obj group = rows.group(parent);
    return Rows.is(group, Rows.RUNNING) && Turn.eligible(rows, group, Rows.text(node, "id"));
  }

  /// Something went wrong on the server: the job stops until it is retried.
  public void fail(String id) {
    Json.Obj job = rows.job(jobOf(id));
    if (!Rows.is(job, Rows.RUNNING)) {
      throw refused(job, "fail");
    }
    engine.save(job, Rows.ERROR_HOLD, "Error", Rows.text(job, "taskStatus"));
  }

  /// A stopped job goes on.
  public void retry(String id) {
    Json.Obj job = rows.job(jobOf(id));
    if (!Rows.is(job, Rows.ERROR_HOLD)) {
      throw refused(job, "retry");
    }
    engine.save(job, Rows.RUNNING, "Running", Rows.text(job, "taskStatus"));
    engine.advance(Rows.text(job, "run"));
  }

  /// Closes a run: what is open in it is cancelled.
  public void close(String id) {
    Json.Obj run = rows.activeRun(id);
    cancelAll(rows.group(Rows.text(run, "root")), Rows.CANCELLED);
    engine.close(id, Rows.COMPLETE);
  }

  /// Opens a run that has ended, so that jobs can be added to it.
  public void reopen(String id) {
    Json.Obj run = rows.run(id);
    if (!Rows.ended(run)) {
      throw Refusal.conflict("Process run " + id + " is " + Rows.status(run));
    }
    rows.status(Kind.RUN, run.without("completedDate"), Rows.RUNNING);
  }

  private Json.Obj running(String id, String stage, String move) {
    Json.Obj job = rows.job(jobOf(id));
    boolean certification = Rows.text(job, "action").equals("certification");
    if (!Rows.is(job, Rows.RUNNING) || certification || !stage(job).equals(stage)) {
      throw refused(job, move);
    }
    return job;
  }

  private static String stage(Json.Obj job) {
    return switch (Rows.text(job, "action")) {
      case "certificationApproverGenerated", "certificationConditionalApproverGenerated" ->
          "approver";
      default -> Rows.text(job, "stage");
    };
  }

  private static Refusal refused(Json.Obj job, String move) {
    return Refusal.conflict(
        "Task is not in a status that supports " + move + ": " + Rows.text(job, "actionStatus"));
  }

  /// A job run is meant by its own id or by that of its task.
  private String jobOf(String id) {
    if (rows.world().store().get(Kind.JOB, id) == null && id.startsWith("task-")) {
      for (Json.Obj job : rows.world().store().all(Kind.JOB)) {
        if (Rows.text(job, "task").equals(id)) {
          return Rows.text(job, "id");
        }
      }
    }
    return id;
  }
}
