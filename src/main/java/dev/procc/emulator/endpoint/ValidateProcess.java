package dev.procc.emulator.endpoint;

import dev.procc.base.json.Json;
import dev.procc.emulator.build.ProcessValidator;
import dev.procc.emulator.http.Endpoint;
import dev.procc.emulator.http.Reply;
import dev.procc.emulator.http.ServerRequest;
import java.util.List;

/// POST /processes/{id}/validation: 200 with the errors; none if the process can run.
final class ValidateProcess implements Endpoint {
  private final ProcessRows processes;

  ValidateProcess(ProcessRows processes) {
    this.processes = processes;
  }

  @Override
  public Reply handle(ServerRequest request) {
    Json.Obj process = ProcessRows.process(processes.requireNotTrashed(request.parameter(0)));
    List<Json> errors = ProcessValidator.errors(processes.state(), process);
    return Reply.ok(Json.object().put("errors", Json.array(errors)).build());
  }
}
