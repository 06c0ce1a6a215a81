package dev.procc.emulator.operation;

import dev.procc.base.json.Json;
import dev.procc.emulator.http.Call;
import dev.procc.emulator.http.Operation;
import dev.procc.emulator.http.Reply;
import dev.procc.emulator.rules.Refusal;
import dev.procc.emulator.store.Kind;

/// POST /processes/{id}/restore: 200 with the process, 409 where it is not in the trash.
final class RestoreProcess implements Operation {
  private final Processes processes;

  RestoreProcess(Processes processes) {
    this.processes = processes;
  }

  @Override
  public Reply answer(Call call) {
    String id = call.parameter(0);
    Json.Obj row = processes.world().find(Kind.PROCESS, "process", id);
    if (!row.flag("trashed", false)) {
      throw Refusal.conflict("Process " + id + " is not trashed");
    }
    Json.Obj restored = TrashProcess.flagged(processes, row, false);
    processes.world().store().put(Kind.PROCESS, id, restored);
    return Reply.ok(processes.shown(Processes.process(restored)));
  }
}
