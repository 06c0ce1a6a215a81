package dev.procc.emulator.operation;

import dev.procc.base.json.Json;
import dev.procc.emulator.build.Patch;
import dev.procc.emulator.http.Call;
import dev.procc.emulator.http.Operation;
import dev.procc.emulator.http.Reply;
import dev.procc.emulator.rules.Refusal;
import dev.procc.emulator.store.World;

/// PATCH /processes/{id}: 200 with the process after the document.
final class PatchProcess implements Operation {
  private static final String TYPE = "application/json-patch+json";
  private final Processes processes;

  PatchProcess(Processes processes) {
    this.processes = processes;
  }

  @Override
  public Reply answer(Call call) {
    World world = processes.world();
    if (world.is("patch-content-type", "strict") && !call.contentType().equals(TYPE)) {
      throw Refusal.invalid("Content-Type must be " + TYPE, "Content-Type");
    }
    Json.Obj row = processes.live(call.parameter(0));
    processes.unlocked(row);
    Patch patch = new Patch(world, call.twist().moreDays());
    Json.Obj before = Processes.process(row);
    return Some.of(call, "patch-atomic", world, call.array())
        .answer(
            operations -> patch.apply(before, operations),
            (after, count) -> keep(call, row, before, after, count));
  }

  private Json.Obj keep(Call call, Json.Obj row, Json.Obj before, Json.Obj after, int count) {
    boolean noop = after.equals(before) && call.twist().defaults().members().isEmpty();
    if (noop && processes.world().is("patch-noop", "stays")) {
      return processes.shown(before);
    }
    return processes.shown(processes.save(call, row, after, count));
  }
}
