package dev.procc.emulator.operation;

import dev.procc.base.json.Json;
import dev.procc.emulator.build.Validation;
import dev.procc.emulator.http.Call;
import dev.procc.emulator.http.Operation;
import dev.procc.emulator.http.Reply;
import java.util.List;

/// POST /processes/{id}/validation: 200 with the errors, none where the process can run.
final class ValidateProcess implements Operation {
  private final Processes processes;

  ValidateProcess(Processes processes) {
    this.processes = processes;
  }

  @Override
  public Reply answer(Call call) {
    Json.Obj process = Processes.process(processes.live(call.parameter(0)));
    List<Json> errors = Validation.errors(processes.world(), process);
    return Reply.ok(Json.object().put("errors", Json.array(errors)).build());
  }
}
