package dev.procc.emulator.operation;

import dev.procc.base.json.Json;
import dev.procc.emulator.build.Intake;
import dev.procc.emulator.build.Patch;
import dev.procc.emulator.build.Shown;
import dev.procc.emulator.http.Call;
import dev.procc.emulator.http.Operation;
import dev.procc.emulator.http.Reply;
import dev.procc.emulator.store.World;

/// POST /processes: 201 with the process, its tree included.
final class CreateProcess implements Operation {
  private final Processes processes;

  CreateProcess(Processes processes) {
    this.processes = processes;
  }

  @Override
  public Reply answer(Call call) {
    World world = processes.world();
    Json.Obj process = new Intake(world, world.action(call.user())).process(call.object());
    if (!world.is("window-order", "never")) {
      Patch.checkWindow(process);
    }
    new Patch(world, 0).checkPair(process);
    Json.Obj shown = processes.shown(processes.add(call, process));
    return Reply.created(world.is("create-reply", "brief") ? Shown.brief(shown) : shown);
  }
}
