package dev.procc.emulator.operation;

import dev.procc.base.json.Json;
import dev.procc.emulator.build.Actions;
import dev.procc.emulator.build.Intake;
import dev.procc.emulator.build.Validation;
import dev.procc.emulator.http.Call;
import dev.procc.emulator.http.Operation;
import dev.procc.emulator.http.Reply;
import dev.procc.emulator.rules.Refusal;
import dev.procc.emulator.run.Additions;
import dev.procc.emulator.run.RunView;
import dev.procc.emulator.run.Runs;
import dev.procc.emulator.store.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// POST /processRuns/{id}/jobRuns: a bare array in, 201 with a bare array out.
final class CreateJobRuns implements Operation {
  private final World world;

  CreateJobRuns(World world) {
    this.world = world;
  }

  @Override
  public Reply answer(Call call) {
    List<Json.Obj> jobs = jobs(call);
    Optional<String> parent = call.query("parentGroupId").filter(id -> !id.isEmpty());
    Optional<String> sibling = call.query("relativeSiblingId").filter(id -> !id.isEmpty());
    boolean before = call.flag("before", true);
    Runs runs = new Runs(world, call.user());
    List<Json.Obj> added =
        new Additions(runs).add(call.parameter(0), jobs, parent, sibling, before);
    List<Json> reply = new ArrayList<>();
    for (Json.Obj job : added) {
      reply.add(RunView.added(world, job));
    }
    runs.advance(call.parameter(0));
    return Reply.created(Json.array(reply));
  }

  private List<Json.Obj> jobs(Call call) {
    Intake intake = new Intake(world, Json.Obj.EMPTY);
    List<Json.Obj> jobs = new ArrayList<>();
    List<Json> errors = new ArrayList<>();
    for (Json item : call.array()) {
      String at = "/" + jobs.size();
      if (!(item instanceof Json.Obj body)) {
        throw Refusal.invalid("A job run must be an object", at);
      }
      Json.Obj job = intake.jobRun(body, at);
      if (Actions.of(job) == null) {
        throw Refusal.invalid("Field 'action' is required", at + "/action");
      }
      errors.addAll(Validation.jobErrors(world, job, at));
      jobs.add(job);
    }
    if (!errors.isEmpty() && world.is("job-run-validation", "refuse")) {
      throw Refusal.invalid("A job run has validation errors", Json.array(errors));
    }
    return jobs;
  }
}
