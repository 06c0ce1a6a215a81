package dev.procc.emulator.run;

import dev.procc.base.json.Json;
import dev.procc.emulator.assumption.ErrorReply;
import dev.procc.emulator.build.JobActions;
import dev.procc.emulator.build.ProcessBodyReader;
import dev.procc.emulator.store.RowKind;
import java.util.Map;
import java.util.stream.Stream;

/// The actions of people on tasks and runs in Workiva, for which the API has no public call. The
/// run advances after each.
public final class TaskActions {
  private final RunRows rows;
  private final RunEngine engine;

  public TaskActions(RunFactory runs) {
    this.rows = runs.rows();
    this.engine = runs.engine();
  }

  /// Completes a task as its assignee: it goes to its approver if it has one.
  ///
  /// @param exception whether a signer reports one, which the conditional approver has to approve
  public void complete(String id, boolean exception) {
    Json.Obj job = requireRunning(id, "assignee", "complete");
    if (exception) {
      if (!RunRows.text(job, "action").equals("certificationSignerGenerated")) {
        throw ErrorReply.invalid("Only a signer notes an exception", "/exception");
      }
      job = rows.save(RowKind.JOB, job.with("exception", Json.of(true)));
    }
    boolean needsApproval = JobActions.arguments(job).has("approver");
    if (needsApproval) {
      engine.saveStatus(
          job.with("stage", Json.of("approver")), RunRows.RUNNING, "Approval", "Awaiting Approval");
    } else {
      engine.finish(job, "Completed");
    }
    engine.advance(RunRows.text(job, "run"));
  }

  /// Approves a task.
  public void approve(String id) {
    Json.Obj job = requireRunning(id, "approver", "approve");
    engine.finish(job, "Approved");
    engine.advance(RunRows.text(job, "run"));
  }

  /// Rejects as the approver: a task goes back to its assignee, a certification to its signers.
  public void reject(String id) {
    Json.Obj job = requireRunning(id, "approver", "reject");
    if (RunRows.text(job, "action").startsWith("certification")) {
      returnToSigners(job);
    } else {
      returnToAssignee(job);
    }
    engine.advance(RunRows.text(job, "run"));
  }

  private void returnToAssignee(Json.Obj job) {
    engine.saveStatus(
        job.with("stage", Json.of("assignee")), RunRows.RUNNING, "Returned", "Returned");
  }

  private void returnToSigners(Json.Obj approver) {
    for (Json ref : RunRows.children(rows.group(RunRows.text(approver, "parent")))) {
      Json.Obj sibling = rows.child(ref);
      if (RunRows.hasStatus(sibling, RunRows.CANCELLED)) {
        continue;
      }
      if (RunRows.text(sibling, "action").equals("certificationSignerGenerated")) {
        returnToAssignee(sibling.without("exception"));
      } else {
        engine.saveStatus(sibling, RunRows.WAITING, "Waiting", "Created");
      }
    }
  }

  /// Edits the arguments of a task as a person does in the status view; `null` removes one. A new
  /// assignee or location restarts the task.
  ///
  /// @param body `{"set": {"assignee": {"id": "u2", "type": "user"}}}`
  public void edit(String id, Json.Obj body) {
    Json.Obj job = rows.job(jobRunId(id));
    if (RunRows.isEnded(job)) {
      throw refusal(job, "edit");
    }
    Json.Obj set =
        body.obj("set")
            .filter(given -> !given.members().isEmpty())
            .orElseThrow(() -> ErrorReply.invalid("Field 'set' is required", "/set"));
    String action = RunRows.text(job, "action");
    String member = JobActions.argumentsMember(action);
    Json.Obj arguments =
        job.obj("arguments").orElseGet(() -> Json.object().put("type", action).build());
    Json.Obj own = arguments.obj(member).orElse(Json.Obj.EMPTY);
    Json.Obj read =
        new ProcessBodyReader(rows.state(), Json.Obj.EMPTY).readEdit(action, set, "/set");
    for (String name : set.members().keySet()) {
      own =
          own.without(
              name.equals("assigneeUser") || name.equals("approverUser")
                  ? name.substring(0, name.length() - "User".length())
                  : name);
    }
    for (Map.Entry<String, Json> value : read.members().entrySet()) {
      own = own.with(value.getKey(), value.getValue());
    }
    boolean restarts =
        Stream.of("assignee", "assigneeUser", "document", "section").anyMatch(set::has);
    Json.Obj edited = job.with("arguments", arguments.with(member, own));
    if (restarts && RunRows.hasStatus(job, RunRows.RUNNING)) {
      engine.saveStatus(
          edited.with("stage", Json.of("assignee")), RunRows.RUNNING, "Running", "Started");
    } else {
      rows.save(RowKind.JOB, edited);
    }
    engine.advance(RunRows.text(job, "run"));
  }

  /// Cancels a task, a group with everything in it, or a run.
  public void cancel(String id) {
    if (rows.state().store().get(RowKind.RUN, id) != null) {
      cancelRun(id, false);
    } else if (rows.state().store().get(RowKind.GROUP, id) != null) {
      Json.Obj group = rows.group(id);
      if (RunRows.isEnded(group)) {
        throw ErrorReply.conflict("Group " + id + " is " + RunRows.status(group));
      }
      cancelAll(group, RunRows.CANCELLED);
      engine.advance(RunRows.text(group, "run"));
    } else {
      Json.Obj job = rows.job(jobRunId(id));
      if (RunRows.isEnded(job)) {
        throw refusal(job, "cancel");
      }
      cancelJob(job, RunRows.CANCELLED);
      engine.advance(RunRows.text(job, "run"));
    }
  }

  /// Cancels a run.
  ///
  /// @param hold whether running jobs stay in `cancelling` until [#settle]
  public void cancelRun(String id, boolean hold) {
    Json.Obj run = rows.requireActiveRun(id);
    String to = hold ? RunRows.CANCELLING : RunRows.CANCELLED;
    cancelAll(rows.group(RunRows.text(run, "root")), to);
    if (hold) {
      rows.status(RowKind.RUN, run, to);
    } else {
      engine.endRun(id, to);
    }
  }

  /// Ends a run that is being cancelled.
  public void settle(String id) {
    Json.Obj run = rows.run(id);
    if (!RunRows.hasStatus(run, RunRows.CANCELLING)) {
      throw RunRows.runRefusal(run);
    }
    cancelAll(rows.group(RunRows.text(run, "root")), RunRows.CANCELLED);
    engine.endRun(id, RunRows.CANCELLED);
  }

  private void cancelAll(Json.Obj group, String to) {
    for (Json ref : RunRows.children(group)) {
      Json.Obj child = rows.child(ref);
      if (RunRows.isEnded(child)) {
        continue;
      }
      if (RunRows.isJob(ref)) {
        cancelJob(child, to);
      } else {
        cancelAll(child, to);
      }
    }
    if (!RunRows.isEnded(group)) {
      rows.status(RowKind.GROUP, rows.group(RunRows.text(group, "id")), to);
    }
  }

  private void cancelJob(Json.Obj job, String to) {
    String generated = RunRows.text(job, "generated");
    if (!generated.isEmpty()) {
      cancelAll(rows.group(generated), to);
    }
    boolean isCancelling =
        to.equals(RunRows.CANCELLING) && !RunRows.hasStatus(job, RunRows.WAITING);
    if (isCancelling) {
      engine.saveStatus(job, RunRows.CANCELLING, "Cancelling", "Cancelled");
    } else {
      engine.cancel(job);
    }
  }

  /// Starts a job or a group with a manual trigger; refused until it is eligible.
  public void start(String id) {
    boolean group = rows.state().store().get(RowKind.GROUP, id) != null;
    RowKind kind = group ? RowKind.GROUP : RowKind.JOB;
    Json.Obj node = group ? rows.group(id) : rows.job(jobRunId(id));
    if (!RunRows.hasStatus(node, RunRows.WAITING)
        || !RunRows.awaitsManualStart(node)
        || !isEligible(node)) {
      throw ErrorReply.conflict(id + " cannot be started, it is " + RunRows.status(node));
    }
    rows.save(kind, node.with("started", Json.of(true)));
    engine.advance(RunRows.text(node, "run"));
  }

  private boolean isEligible(Json.Obj node) {
    String parent = RunRows.text(node, "parent");
    if (parent.isEmpty()) {
      return RunRows.hasStatus(rows.run(RunRows.text(node, "run")), RunRows.RUNNING);
    }
    Json.Obj group = rows.group(parent);
    return RunRows.hasStatus(group, RunRows.RUNNING)
        && StartEligibility.isEligible(rows, group, RunRows.text(node, "id"));
  }

  /// Stops a job with an error until it is retried.
  public void fail(String id) {
    Json.Obj job = rows.job(jobRunId(id));
    if (!RunRows.hasStatus(job, RunRows.RUNNING)) {
      throw refusal(job, "fail");
    }
    engine.saveStatus(job, RunRows.ERROR_HOLD, "Error", RunRows.text(job, "taskStatus"));
  }

  /// Retries a job that has an error.
  public void retry(String id) {
    Json.Obj job = rows.job(jobRunId(id));
    if (!RunRows.hasStatus(job, RunRows.ERROR_HOLD)) {
      throw refusal(job, "retry");
    }
    String taskStatus = RunRows.text(job, "taskStatus");
    String actionStatus =
        switch (taskStatus) {
          case "Awaiting Approval" -> "Approval";
          case "Returned" -> "Returned";
          default -> "Running";
        };
    engine.saveStatus(job, RunRows.RUNNING, actionStatus, taskStatus);
    engine.advance(RunRows.text(job, "run"));
  }

  /// Closes a run; its open tasks are cancelled.
  public void close(String id) {
    Json.Obj run = rows.requireOpenRun(id);
    cancelAll(rows.group(RunRows.text(run, "root")), RunRows.CANCELLED);
    engine.endRun(id, RunRows.COMPLETE);
  }

  /// Reopens a run that has ended, so that jobs can be added.
  public void reopen(String id) {
    Json.Obj run = rows.run(id);
    if (!RunRows.isEnded(run)) {
      throw RunRows.runRefusal(run);
    }
    if (rows.state().assumes("active-run", "refuse")) {
      refuseBesideActiveRun(run);
    }
    rows.status(RowKind.RUN, run.without("completedDate"), RunRows.RUNNING);
  }

  private void refuseBesideActiveRun(Json.Obj run) {
    for (Json.Obj other : rows.state().store().all(RowKind.RUN)) {
      boolean sameProcess = RunRows.text(other, "process").equals(RunRows.text(run, "process"));
      if (sameProcess && !RunRows.isEnded(other)) {
        throw ErrorReply.conflict(
            "The process already has an active run " + RunRows.text(other, "id"));
      }
    }
  }

  private Json.Obj requireRunning(String id, String stage, String action) {
    Json.Obj job = rows.job(jobRunId(id));
    boolean certification = RunRows.text(job, "action").equals("certification");
    if (!RunRows.hasStatus(job, RunRows.RUNNING) || certification || !stageOf(job).equals(stage)) {
      throw refusal(job, action);
    }
    return job;
  }

  private static String stageOf(Json.Obj job) {
    return switch (RunRows.text(job, "action")) {
      case "certificationApproverGenerated", "certificationConditionalApproverGenerated" ->
          "approver";
      default -> RunRows.text(job, "stage");
    };
  }

  private static ErrorReply refusal(Json.Obj job, String action) {
    return ErrorReply.conflict(
        "Task is not in a status that supports "
            + action
            + ": "
            + RunRows.text(job, "actionStatus"));
  }

  /// The id of a job run, given by its own id or that of its task.
  private String jobRunId(String id) {
    if (rows.state().store().get(RowKind.JOB, id) == null) {
      for (Json.Obj job : rows.state().store().all(RowKind.JOB)) {
        if (RunRows.text(job, "task").equals(id)) {
          return RunRows.text(job, "id");
        }
      }
    }
    return id;
  }
}
