package dev.procc.emulator.endpoint;

import dev.procc.base.json.Json;
import dev.procc.emulator.assumption.ErrorReply;
import dev.procc.emulator.build.BuildTree;
import dev.procc.emulator.build.ProcessView;
import dev.procc.emulator.fault.WorkivaEditor;
import dev.procc.emulator.http.ServerRequest;
import dev.procc.emulator.store.EmulatorState;
import dev.procc.emulator.store.RowKind;
import java.util.ArrayList;
import java.util.List;

/// The rows of processes: `{"process": as stored, "trashed": flag, "runs": [ids]}`.
final class ProcessRows {
  private final EmulatorState state;

  ProcessRows(EmulatorState state) {
    this.state = state;
  }

  EmulatorState state() {
    return state;
  }

  /// The row of a process that is not in the trash.
  ///
  /// @throws ErrorReply 404 if there is none
  Json.Obj requireNotTrashed(String id) {
    Json.Obj row = state.require(RowKind.PROCESS, "process", id);
    if (row.flag("trashed", false)) {
      throw ErrorReply.notFound("process", id);
    }
    return row;
  }

  /// The row of a process that GET may return, which includes those in the trash under the
  /// assumption `trashed-get=shown`.
  Json.Obj requireReadable(String id) {
    return state.assumes("trashed-get", "shown")
        ? state.require(RowKind.PROCESS, "process", id)
        : requireNotTrashed(id);
  }

  static Json.Obj process(Json.Obj row) {
    return row.obj("process").orElse(Json.Obj.EMPTY);
  }

  static String id(Json.Obj process) {
    return process.text("id").orElse("");
  }

  /// Stores a new process, with the defaults of a fault.
  Json.Obj add(ServerRequest request, Json.Obj process) {
    Json.Obj stored = withFaultDefaults(request, process);
    Json.Obj row =
        Json.object()
            .put("process", stored)
            .put("trashed", false)
            .put("runs", Json.Arr.EMPTY)
            .build();
    state.store().put(RowKind.PROCESS, id(stored), row);
    return stored;
  }

  /// Stores a changed process with a new stamp and revision.
  ///
  /// @param operations by which the revision grows under the assumption `revision-step=operation`
  Json.Obj save(ServerRequest request, Json.Obj row, Json.Obj process, int operations) {
    long revision = process(row).integer("revision").orElse(0L);
    int step = state.assumes("revision-step", "operation") ? operations : 1;
    Json.Obj stamp = state.actionStamp(request.user());
    Json.Obj next = withFaultDefaults(request, process);
    Json.Obj before = process(row).obj("root").orElse(Json.Obj.EMPTY);
    Json.Obj root = BuildTree.stampChanged(before, next.obj("root").orElse(Json.Obj.EMPTY), stamp);
    Json.Obj stored =
        next.with("revision", Json.of(revision + step)).with("modified", stamp).with("root", root);
    state.store().put(RowKind.PROCESS, id(stored), row.with("process", stored));
    return stored;
  }

  private static Json.Obj withFaultDefaults(ServerRequest request, Json.Obj process) {
    Json.Obj members = request.faultEffect().defaults();
    return members.members().isEmpty()
        ? process
        : WorkivaEditor.apply(
            process, Json.object().put("set", members).put("unchecked", true).build());
  }

  /// Refuses a change while a run is active, under the assumption `patch-running=refuse`.
  void requireUnlocked(Json.Obj row) {
    if (state.assumes("patch-running", "refuse") && !activeRunIds(row).isEmpty()) {
      throw ErrorReply.conflict("The process has an active run");
    }
  }

  /// The ids of the runs that have not ended.
  List<String> activeRunIds(Json.Obj row) {
    List<String> active = new ArrayList<>();
    for (Json.Obj run : runs(row)) {
      String status = run.text("status").orElse("");
      if (!status.equals("complete") && !status.equals("cancelled")) {
        active.add(id(run));
      }
    }
    return active;
  }

  /// The runs of a process, the oldest first.
  List<Json.Obj> runs(Json.Obj row) {
    List<Json.Obj> runs = new ArrayList<>();
    for (Json item : row.items("runs")) {
      if (item instanceof Json.Str id) {
        runs.add(state.require(RowKind.RUN, "process run", id.value()));
      }
    }
    return runs;
  }

  /// A stored process as the reply of a write.
  Json.Obj render(Json.Obj stored) {
    return ProcessView.render(state, stored, false);
  }
}
