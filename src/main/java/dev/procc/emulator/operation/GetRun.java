package dev.procc.emulator.operation;

import dev.procc.emulator.http.Call;
import dev.procc.emulator.http.Operation;
import dev.procc.emulator.http.Reply;
import dev.procc.emulator.run.RunView;
import dev.procc.emulator.store.World;

/// GET /processRuns/{id}: 200 with the run and its tree.
final class GetRun implements Operation {
  private final World world;

  GetRun(World world) {
    this.world = world;
  }

  @Override
  public Reply answer(Call call) {
    boolean without = call.flag("excludeGeneratedJobs", false);
    return Reply.ok(RunView.get(world, call.parameter(0), without));
  }
}
