package dev.procc.emulator.endpoint;

import dev.procc.base.json.Json;
import dev.procc.emulator.build.RenameBatch;
import dev.procc.emulator.http.Endpoint;
import dev.procc.emulator.http.Reply;
import dev.procc.emulator.http.ServerRequest;
import dev.procc.emulator.store.EmulatorState;
import java.util.List;

/// POST /processes/{id}/batchUpdates: 200 with the process after the renames.
final class BatchUpdateProcess implements Endpoint {
  private final ProcessRows processes;

  BatchUpdateProcess(ProcessRows processes) {
    this.processes = processes;
  }

  @Override
  public Reply handle(ServerRequest request) {
    EmulatorState state = processes.state();
    Json.Obj row = processes.requireNotTrashed(request.parameter(0));
    processes.requireUnlocked(row);
    RenameBatch batch = new RenameBatch(state);
    List<Json> items = batch.items(request.object());
    Json.Obj before = ProcessRows.process(row);
    Json.Obj stamp = state.actionStamp(request.user());
    return PartialBatch.of(request, "batch-atomic", state, items)
        .apply(
            changes -> batch.apply(before, changes, stamp),
            (after, count) -> processes.render(processes.save(request, row, after, count)));
  }
}
