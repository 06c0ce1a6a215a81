package dev.procc.emulator.endpoint;

import dev.procc.base.json.Json;
import dev.procc.emulator.build.PatchDocument;
import dev.procc.emulator.build.ProcessBodyReader;
import dev.procc.emulator.build.ProcessView;
import dev.procc.emulator.http.Endpoint;
import dev.procc.emulator.http.Reply;
import dev.procc.emulator.http.ServerRequest;
import dev.procc.emulator.store.EmulatorState;

/// POST /processes: 201 with the process, its tree included.
final class CreateProcess implements Endpoint {
  private final ProcessRows processes;

  CreateProcess(ProcessRows processes) {
    this.processes = processes;
  }

  @Override
  public Reply handle(ServerRequest request) {
    EmulatorState state = processes.state();
    Json.Obj process =
        new ProcessBodyReader(state, state.actionStamp(request.user()))
            .readProcess(request.object());
    if (!state.assumes("window-order", "never")) {
      PatchDocument.checkWindow(process);
    }
    new PatchDocument(state, 0).checkPair(process);
    Json.Obj shown = processes.render(processes.add(request, process));
    return Reply.created(
        state.assumes("create-reply", "brief") ? ProcessView.withBriefArguments(shown) : shown);
  }
}
