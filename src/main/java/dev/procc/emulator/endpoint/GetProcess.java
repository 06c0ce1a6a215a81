package dev.procc.emulator.endpoint;

import dev.procc.base.json.Json;
import dev.procc.emulator.build.ProcessView;
import dev.procc.emulator.http.Endpoint;
import dev.procc.emulator.http.Reply;
import dev.procc.emulator.http.ServerRequest;

/// GET /processes/{id}: 200 with the process; `excludeGeneratedJobs` leaves out generated jobs.
final class GetProcess implements Endpoint {
  private final ProcessRows processes;

  GetProcess(ProcessRows processes) {
    this.processes = processes;
  }

  @Override
  public Reply handle(ServerRequest request) {
    boolean withoutGenerated = request.flag("excludeGeneratedJobs", false);
    Json.Obj row = processes.requireReadable(request.parameter(0));
    return Reply.ok(
        ProcessView.render(processes.state(), ProcessRows.process(row), withoutGenerated));
  }
}
