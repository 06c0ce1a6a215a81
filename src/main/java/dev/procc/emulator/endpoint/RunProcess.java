package dev.procc.emulator.endpoint;

import dev.procc.base.json.Json;
import dev.procc.emulator.assumption.ErrorReply;
import dev.procc.emulator.build.ProcessBodyReader;
import dev.procc.emulator.build.ProcessValidator;
import dev.procc.emulator.http.Endpoint;
import dev.procc.emulator.http.Reply;
import dev.procc.emulator.http.ServerRequest;
import dev.procc.emulator.run.RunFactory;
import dev.procc.emulator.run.RunView;
import dev.procc.emulator.store.EmulatorState;
import dev.procc.emulator.store.RowKind;
import java.util.ArrayList;
import java.util.List;

/// POST /processes/{id}/run: 201 with the run before its first job starts.
final class RunProcess implements Endpoint {
  private final ProcessRows processes;

  RunProcess(ProcessRows processes) {
    this.processes = processes;
  }

  @Override
  public Reply handle(ServerRequest request) {
    EmulatorState state = processes.state();
    Json.Obj row = processes.requireNotTrashed(request.parameter(0));
    boolean mail =
        new ProcessBodyReader(state, Json.Obj.EMPTY).readRunOptions(request.objectOrEmpty());
    requireRunAllowed(state, row);
    List<Json> errors = ProcessValidator.errors(state, ProcessRows.process(row));
    if (!errors.isEmpty()) {
      throw ErrorReply.invalid("The process has validation errors", Json.array(errors));
    }
    RunFactory runs = new RunFactory(state, request.user());
    String id = ProcessRows.id(runs.createRun(ProcessRows.process(row), request.user(), mail));
    List<Json> all = new ArrayList<>(row.items("runs"));
    all.add(Json.of(id));
    state.store().put(RowKind.PROCESS, request.parameter(0), row.with("runs", Json.array(all)));
    Json.Obj reply = RunView.renderStarted(state, id);
    runs.advance(id);
    return Reply.created(reply);
  }

  private void requireRunAllowed(EmulatorState state, Json.Obj row) {
    if (state.assumes("active-run", "refuse") && !processes.activeRunIds(row).isEmpty()) {
      throw ErrorReply.conflict(
          "The process already has an active run " + processes.activeRunIds(row).getFirst());
    }
    if (state.assumes("finished-run", "refuse") && !row.items("runs").isEmpty()) {
      throw ErrorReply.conflict("The process has been run");
    }
  }
}
