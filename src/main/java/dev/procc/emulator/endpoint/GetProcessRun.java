package dev.procc.emulator.endpoint;

import dev.procc.emulator.http.Endpoint;
import dev.procc.emulator.http.Reply;
import dev.procc.emulator.http.ServerRequest;
import dev.procc.emulator.run.RunView;
import dev.procc.emulator.store.EmulatorState;

/// GET /processRuns/{id}: 200 with the run and its tree.
final class GetProcessRun implements Endpoint {
  private final EmulatorState state;

  GetProcessRun(EmulatorState state) {
    this.state = state;
  }

  @Override
  public Reply handle(ServerRequest request) {
    boolean withoutGenerated = request.flag("excludeGeneratedJobs", false);
    return Reply.ok(RunView.render(state, request.parameter(0), withoutGenerated));
  }
}
