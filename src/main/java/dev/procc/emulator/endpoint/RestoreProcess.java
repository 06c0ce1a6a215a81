package dev.procc.emulator.endpoint;

import dev.procc.base.json.Json;
import dev.procc.emulator.assumption.ErrorReply;
import dev.procc.emulator.http.Endpoint;
import dev.procc.emulator.http.Reply;
import dev.procc.emulator.http.ServerRequest;
import dev.procc.emulator.store.RowKind;

/// POST /processes/{id}/restore: 200 with the process, 409 if it is not in the trash.
final class RestoreProcess implements Endpoint {
  private final ProcessRows processes;

  RestoreProcess(ProcessRows processes) {
    this.processes = processes;
  }

  @Override
  public Reply handle(ServerRequest request) {
    String id = request.parameter(0);
    Json.Obj row = processes.state().require(RowKind.PROCESS, "process", id);
    if (!row.flag("trashed", false)) {
      throw ErrorReply.conflict("Process " + id + " is not trashed");
    }
    Json.Obj restored = TrashProcess.withTrashedFlag(processes, row, false);
    processes.state().store().put(RowKind.PROCESS, id, restored);
    return Reply.ok(processes.render(ProcessRows.process(restored)));
  }
}
