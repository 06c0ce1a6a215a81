package dev.procc.emulator.endpoint;

import dev.procc.base.json.Json;
import dev.procc.emulator.assumption.ErrorReply;
import dev.procc.emulator.http.Endpoint;
import dev.procc.emulator.http.Reply;
import dev.procc.emulator.http.ServerRequest;
import dev.procc.emulator.store.RowKind;

/// DELETE /processes/{id}: 204, the process is in the trash.
final class TrashProcess implements Endpoint {
  private final ProcessRows processes;

  TrashProcess(ProcessRows processes) {
    this.processes = processes;
  }

  @Override
  public Reply handle(ServerRequest request) {
    Json.Obj row = processes.requireReadable(request.parameter(0));
    if (processes.state().assumes("trash-active", "refuse")
        && !processes.activeRunIds(row).isEmpty()) {
      throw ErrorReply.conflict("The process has an active run");
    }
    if (!row.flag("trashed", false)) {
      setTrashed(request, row, true);
    }
    return Reply.noContent();
  }

  private void setTrashed(ServerRequest request, Json.Obj row, boolean trashed) {
    processes
        .state()
        .store()
        .put(RowKind.PROCESS, request.parameter(0), withTrashedFlag(processes, row, trashed));
  }

  /// The row with its flag; its revision grows unless `restore-revision=stays` is assumed.
  static Json.Obj withTrashedFlag(ProcessRows processes, Json.Obj row, boolean trashed) {
    Json.Obj flagged = row.with("trashed", Json.of(trashed));
    if (processes.state().assumes("restore-revision", "stays")) {
      return flagged;
    }
    Json.Obj process = ProcessRows.process(row);
    long revision = process.integer("revision").orElse(0L);
    return flagged.with("process", process.with("revision", Json.of(revision + 1)));
  }
}
