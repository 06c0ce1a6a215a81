package dev.procc.emulator.operation;

import dev.procc.base.json.Json;
import dev.procc.emulator.build.Shown;
import dev.procc.emulator.fault.Editor;
import dev.procc.emulator.http.Call;
import dev.procc.emulator.rules.Refusal;
import dev.procc.emulator.store.Kind;
import dev.procc.emulator.store.World;
import java.util.ArrayList;
import java.util.List;

/// Finds and keeps processes. A row is `{"process": as stored, "trashed": flag, "runs": [ids]}`.
final class Processes {
  private final World world;

  Processes(World world) {
    this.world = world;
  }

  World world() {
    return world;
  }

  /// The row of a process that is not in the trash.
  ///
  /// @throws Refusal 404 where it is not there
  Json.Obj live(String id) {
    Json.Obj row = world.find(Kind.PROCESS, "process", id);
    if (row.flag("trashed", false)) {
      throw Refusal.missing("process", id);
    }
    return row;
  }

  /// The row of a process that GET answers, in the trash too where that reading holds.
  Json.Obj readable(String id) {
    return world.is("trashed-get", "shown") ? world.find(Kind.PROCESS, "process", id) : live(id);
  }

  static Json.Obj process(Json.Obj row) {
    return row.obj("process").orElse(Json.Obj.EMPTY);
  }

  static String id(Json.Obj process) {
    return process.text("id").orElse("");
  }

  /// Keeps a new process, with what a fault sets besides.
  Json.Obj add(Call call, Json.Obj process) {
    Json.Obj stored = twisted(call, process);
    Json.Obj row =
        Json.object()
            .put("process", stored)
            .put("trashed", false)
            .put("runs", Json.Arr.EMPTY)
            .build();
    world.store().put(Kind.PROCESS, id(stored), row);
    return stored;
  }

  /// Keeps a changed process: its revision moves by so many steps, and it is stamped.
  Json.Obj save(Call call, Json.Obj row, Json.Obj process, int operations) {
    long revision = process(row).integer("revision").orElse(0L);
    int step = world.is("revision-step", "operation") ? operations : 1;
    Json.Obj stored =
        twisted(call, process)
            .with("revision", Json.of(revision + step))
            .with("modified", world.action(call.user()));
    world.store().put(Kind.PROCESS, id(stored), row.with("process", stored));
    return stored;
  }

  private static Json.Obj twisted(Call call, Json.Obj process) {
    Json.Obj defaults = call.twist().defaults();
    return defaults.members().isEmpty()
        ? process
        : Editor.apply(process, Json.object().put("set", defaults).build());
  }

  /// Refuses a change while a run is active, where that reading holds.
  void unlocked(Json.Obj row) {
    if (world.is("patch-running", "refuse") && !active(row).isEmpty()) {
      throw Refusal.conflict("The process has an active run");
    }
  }

  /// The ids of the runs that have not ended.
  List<String> active(Json.Obj row) {
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
        runs.add(world.find(Kind.RUN, "process run", id.value()));
      }
    }
    return runs;
  }

  /// A stored process as the reply of a write.
  Json.Obj shown(Json.Obj stored) {
    return Shown.process(world, stored, false);
  }
}
