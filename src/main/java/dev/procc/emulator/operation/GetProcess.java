package dev.procc.emulator.operation;

import dev.procc.base.json.Json;
import dev.procc.emulator.build.Shown;
import dev.procc.emulator.http.Call;
import dev.procc.emulator.http.Operation;
import dev.procc.emulator.http.Reply;

/// GET /processes/{id}: 200 with the process, without what certifications generate where asked.
final class GetProcess implements Operation {
  private final Processes processes;

  GetProcess(Processes processes) {
    this.processes = processes;
  }

  @Override
  public Reply answer(Call call) {
    boolean without = call.flag("excludeGeneratedJobs", false);
    Json.Obj row = processes.readable(call.parameter(0));
    return Reply.ok(Shown.process(processes.world(), Processes.process(row), without));
  }
}
