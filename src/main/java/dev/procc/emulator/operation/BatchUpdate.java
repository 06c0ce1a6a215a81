package dev.procc.emulator.operation;

import dev.procc.base.json.Json;
import dev.procc.emulator.build.Batch;
import dev.procc.emulator.http.Call;
import dev.procc.emulator.http.Operation;
import dev.procc.emulator.http.Reply;
import dev.procc.emulator.store.World;
import java.util.List;

/// POST /processes/{id}/batchUpdates: 200 with the process after the renames.
final class BatchUpdate implements Operation {
  private final Processes processes;

  BatchUpdate(Processes processes) {
    this.processes = processes;
  }

  @Override
  public Reply answer(Call call) {
    World world = processes.world();
    Json.Obj row = processes.live(call.parameter(0));
    processes.unlocked(row);
    List<Json> items = Batch.items(call.object());
    Json.Obj before = Processes.process(row);
    Json.Obj stamp = world.action(call.user());
    Batch batch = new Batch(world);
    return Some.of(call, "batch-atomic", world, items)
        .answer(
            some -> batch.apply(before, some, stamp),
            (after, count) -> processes.shown(processes.save(call, row, after, count)));
  }
}
