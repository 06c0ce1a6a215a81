package dev.procc.emulator.endpoint;

import dev.procc.base.json.Json;
import dev.procc.emulator.assumption.ErrorReply;
import dev.procc.emulator.build.PatchDocument;
import dev.procc.emulator.http.Endpoint;
import dev.procc.emulator.http.Reply;
import dev.procc.emulator.http.ServerRequest;
import dev.procc.emulator.store.EmulatorState;

/// PATCH /processes/{id}: 200 with the process after the document.
final class PatchProcess implements Endpoint {
  private static final String CONTENT_TYPE = "application/json-patch+json";
  private final ProcessRows processes;

  PatchProcess(ProcessRows processes) {
    this.processes = processes;
  }

  @Override
  public Reply handle(ServerRequest request) {
    EmulatorState state = processes.state();
    if (state.assumes("patch-content-type", "strict")
        && !request.contentType().equals(CONTENT_TYPE)) {
      throw ErrorReply.invalid("Content-Type must be " + CONTENT_TYPE, "Content-Type");
    }
    Json.Obj row = processes.requireNotTrashed(request.parameter(0));
    processes.requireUnlocked(row);
    PatchDocument patch = new PatchDocument(state, request.faultEffect().extraDays());
    Json.Obj before = ProcessRows.process(row);
    return PartialBatch.of(request, "patch-atomic", state, request.array())
        .apply(
            operations -> patch.apply(before, operations),
            (after, count) -> save(request, row, before, after, count));
  }

  private Json.Obj save(
      ServerRequest request, Json.Obj row, Json.Obj before, Json.Obj after, int count) {
    boolean noop = after.equals(before) && request.faultEffect().defaults().members().isEmpty();
    if (noop && processes.state().assumes("patch-noop", "stays")) {
      return processes.render(before);
    }
    return processes.render(processes.save(request, row, after, count));
  }
}
