package dev.procc.emulator.run;

import dev.procc.base.json.Json;
import dev.procc.emulator.rules.Refusal;
import dev.procc.emulator.store.Kind;
import dev.procc.emulator.store.World;
import java.util.List;
import java.util.Set;

/// Reads and changes the rows of runs: a run, a group run or a job run each has one.
final class Rows {
  static final String WAITING = "waiting";
  static final String RUNNING = "running";
  static final String CANCELLING = "cancelling";
  static final String COMPLETE = "complete";
  static final String CANCELLED = "cancelled";
  static final String ERROR_HOLD = "errorHold";
  private static final Set<String> ENDED = Set.of(COMPLETE, CANCELLED);
  private final World world;
  private final String user;

  /// @param user who makes the changes
  Rows(World world, String user) {
    this.world = world;
    this.user = user;
  }

  World world() {
    return world;
  }

  Json.Obj stamp() {
    return world.action(user);
  }

  Json.Obj run(String id) {
    return world.find(Kind.RUN, "process run", id);
  }

  Json.Obj group(String id) {
    return world.find(Kind.GROUP, "group run", id);
  }

  Json.Obj job(String id) {
    return world.find(Kind.JOB, "job run", id);
  }

  /// Keeps a new row as it is.
  void add(Kind kind, Json.Obj row) {
    world.store().put(kind, text(row, "id"), row);
  }

  /// Keeps a changed row: its revision moves and it is stamped.
  Json.Obj save(Kind kind, Json.Obj row) {
    long revision = row.integer("revision").orElse(0L);
    Json.Obj next = row.with("revision", Json.of(revision + 1)).with("modified", stamp());
    world.store().put(kind, text(next, "id"), next);
    return next;
  }

  Json.Obj status(Kind kind, Json.Obj row, String status) {
    return text(row, "status").equals(status)
        ? row
        : save(kind, row.with("status", Json.of(status)));
  }

  static String text(Json.Obj row, String name) {
    return row.text(name).orElse("");
  }

  static String status(Json.Obj row) {
    return text(row, "status");
  }

  static boolean ended(Json.Obj row) {
    return ENDED.contains(status(row));
  }

  static boolean is(Json.Obj row, String status) {
    return status(row).equals(status);
  }

  /// Whether a node waits for somebody to start it.
  static boolean held(Json.Obj row) {
    return text(row, "triggerType").equals("manual") && !row.flag("started", false);
  }

  /// The children of a group run: `{"type", "id"}` each.
  static List<Json> children(Json.Obj group) {
    return group.items("children");
  }

  static Json.Obj ref(String type, String id) {
    return Json.object().put("type", type).put("id", id).build();
  }

  /// The row a reference stands for.
  Json.Obj child(Json ref) {
    Json.Obj body = ref instanceof Json.Obj o ? o : Json.Obj.EMPTY;
    String id = text(body, "id");
    return isJob(body) ? job(id) : group(id);
  }

  static boolean isJob(Json ref) {
    return ref instanceof Json.Obj body && text(body, "type").equals("job");
  }

  /// A run that has not ended.
  Json.Obj activeRun(String id) {
    Json.Obj run = run(id);
    if (ended(run)) {
      throw Refusal.conflict("Process run " + id + " is " + status(run));
    }
    return run;
  }
}
