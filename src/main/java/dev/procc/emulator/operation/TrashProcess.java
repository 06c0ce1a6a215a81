package dev.procc.emulator.operation;

import dev.procc.base.json.Json;
import dev.procc.emulator.http.Call;
import dev.procc.emulator.http.Operation;
import dev.procc.emulator.http.Reply;
import dev.procc.emulator.rules.Refusal;
import dev.procc.emulator.store.Kind;

/// DELETE /processes/{id}: 204, the process is in the trash.
final class TrashProcess implements Operation {
  private final Processes processes;

  TrashProcess(Processes processes) {
    this.processes = processes;
  }

  @Override
  public Reply answer(Call call) {
    Json.Obj row = processes.readable(call.parameter(0));
    if (processes.world().is("trash-active", "refuse") && !processes.active(row).isEmpty()) {
      throw Refusal.conflict("The process has an active run");
    }
    if (!row.flag("trashed", false)) {
      move(call, row, true);
    }
    return Reply.noContent();
  }

  private void move(Call call, Json.Obj row, boolean trashed) {
    processes
        .world()
        .store()
        .put(Kind.PROCESS, call.parameter(0), flagged(processes, row, trashed));
  }

  /// The row with its flag, and its revision moved where that reading holds.
  static Json.Obj flagged(Processes processes, Json.Obj row, boolean trashed) {
    Json.Obj flagged = row.with("trashed", Json.of(trashed));
    if (processes.world().is("restore-revision", "stays")) {
      return flagged;
    }
    Json.Obj process = Processes.process(row);
    long revision = process.integer("revision").orElse(0L);
    return flagged.with("process", process.with("revision", Json.of(revision + 1)));
  }
}
