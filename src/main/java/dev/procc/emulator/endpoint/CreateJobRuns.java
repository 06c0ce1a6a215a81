package dev.procc.emulator.endpoint;

import dev.procc.base.json.Json;
import dev.procc.emulator.assumption.ErrorReply;
import dev.procc.emulator.build.JobActions;
import dev.procc.emulator.build.ProcessBodyReader;
import dev.procc.emulator.build.ProcessValidator;
import dev.procc.emulator.http.Endpoint;
import dev.procc.emulator.http.Reply;
import dev.procc.emulator.http.ServerRequest;
import dev.procc.emulator.run.JobRunAdder;
import dev.procc.emulator.run.RunFactory;
import dev.procc.emulator.run.RunView;
import dev.procc.emulator.store.EmulatorState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// POST /processRuns/{id}/jobRuns: a bare array in, 201 with a bare array out.
final class CreateJobRuns implements Endpoint {
  private final EmulatorState state;

  CreateJobRuns(EmulatorState state) {
    this.state = state;
  }

  @Override
  public Reply handle(ServerRequest request) {
    List<Json.Obj> jobs = jobs(request);
    Optional<String> parent = request.query("parentGroupId").filter(id -> !id.isEmpty());
    Optional<String> sibling = request.query("relativeSiblingId").filter(id -> !id.isEmpty());
    boolean before = request.flag("before", true);
    RunFactory runs = new RunFactory(state, request.user());
    List<Json.Obj> added =
        new JobRunAdder(runs).add(request.parameter(0), jobs, parent, sibling, before);
    List<Json> reply = new ArrayList<>();
    for (Json.Obj job : added) {
      reply.add(RunView.renderAdded(state, job));
    }
    runs.advance(request.parameter(0));
    return Reply.created(Json.array(reply));
  }

  private List<Json.Obj> jobs(ServerRequest request) {
    ProcessBodyReader bodyReader = new ProcessBodyReader(state, Json.Obj.EMPTY);
    List<Json.Obj> jobs = new ArrayList<>();
    List<Json> errors = new ArrayList<>();
    for (Json item : request.array()) {
      String at = "/" + jobs.size();
      if (!(item instanceof Json.Obj body)) {
        throw ErrorReply.invalid("A job run must be an object", at);
      }
      Json.Obj job = bodyReader.readJobRun(body, at);
      if (JobActions.actionOf(job) == null) {
        throw ErrorReply.invalid("Field 'action' is required", at + "/action");
      }
      errors.addAll(ProcessValidator.jobErrors(state, job, at));
      jobs.add(job);
    }
    if (!errors.isEmpty() && state.assumes("job-run-validation", "refuse")) {
      throw ErrorReply.invalid("A job run has validation errors", Json.array(errors));
    }
    return jobs;
  }
}
