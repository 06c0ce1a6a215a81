package dev.procc.emulator.operation;

import dev.procc.base.json.Json;
import dev.procc.emulator.build.Validation;
import dev.procc.emulator.http.Call;
import dev.procc.emulator.http.Operation;
import dev.procc.emulator.http.Reply;
import dev.procc.emulator.rules.Refusal;
import dev.procc.emulator.run.RunView;
import dev.procc.emulator.run.Runs;
import dev.procc.emulator.store.Kind;
import dev.procc.emulator.store.World;
import java.util.ArrayList;
import java.util.List;

/// POST /processes/{id}/run: 201 with the run as it is before its first job starts.
final class RunProcess implements Operation {
  private final Processes processes;

  RunProcess(Processes processes) {
    this.processes = processes;
  }

  @Override
  public Reply answer(Call call) {
    World world = processes.world();
    Json.Obj row = processes.live(call.parameter(0));
    boolean mail = call.optionalObject().flag("sendProcessCompleteEmail", true);
    free(world, row);
    List<Json> errors = Validation.errors(world, Processes.process(row));
    if (!errors.isEmpty()) {
      throw Refusal.invalid("The process has validation errors", Json.array(errors));
    }
    Runs runs = new Runs(world, call.user());
    String id = Processes.id(runs.create(Processes.process(row), call.user(), mail));
    List<Json> all = new ArrayList<>(row.items("runs"));
    all.add(Json.of(id));
    world.store().put(Kind.PROCESS, call.parameter(0), row.with("runs", Json.array(all)));
    Json.Obj reply = RunView.started(world, id);
    runs.advance(id);
    return Reply.created(reply);
  }

  private void free(World world, Json.Obj row) {
    if (world.is("active-run", "refuse") && !processes.active(row).isEmpty()) {
      throw Refusal.conflict(
          "The process already has an active run " + processes.active(row).getFirst());
    }
    if (world.is("finished-run", "refuse") && !row.items("runs").isEmpty()) {
      throw Refusal.conflict("The process has been run");
    }
  }
}
