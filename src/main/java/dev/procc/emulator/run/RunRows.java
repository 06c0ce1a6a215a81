package dev.procc.emulator.run;

import dev.procc.base.json.Json;
import dev.procc.emulator.assumption.ErrorReply;
import dev.procc.emulator.store.EmulatorState;
import dev.procc.emulator.store.RowKind;
import java.util.List;
import java.util.Set;

/// The rows of runs, group runs and job runs.
final class RunRows {
  static final String WAITING = "waiting";
  static final String RUNNING = "running";
  static final String CANCELLING = "cancelling";
  static final String COMPLETE = "complete";
  static final String CANCELLED = "cancelled";
  static final String ERROR_HOLD = "errorHold";
  private static final Set<String> ENDED = Set.of(COMPLETE, CANCELLED);
  private final EmulatorState state;
  private final String user;

  /// @param user for the stamps
  RunRows(EmulatorState state, String user) {
    this.state = state;
    this.user = user;
  }

  EmulatorState state() {
    return state;
  }

  Json.Obj stamp() {
    return state.actionStamp(user);
  }

  Json.Obj run(String id) {
    return state.require(RowKind.RUN, "process run", id);
  }

  Json.Obj group(String id) {
    return state.require(RowKind.GROUP, "group run", id);
  }

  Json.Obj job(String id) {
    return state.require(RowKind.JOB, "job run", id);
  }

  /// Stores a new row as it is.
  void add(RowKind kind, Json.Obj row) {
    state.store().put(kind, text(row, "id"), row);
  }

  /// Stores a changed row with a new revision and stamp.
  Json.Obj save(RowKind kind, Json.Obj row) {
    long revision = row.integer("revision").orElse(0L);
    Json.Obj next = row.with("revision", Json.of(revision + 1)).with("modified", stamp());
    state.store().put(kind, text(next, "id"), next);
    return next;
  }

  Json.Obj status(RowKind kind, Json.Obj row, String status) {
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

  static boolean isEnded(Json.Obj row) {
    return ENDED.contains(status(row));
  }

  static boolean hasStatus(Json.Obj row, String status) {
    return status(row).equals(status);
  }

  /// Whether a node waits for a person to start it.
  static boolean awaitsManualStart(Json.Obj row) {
    return text(row, "triggerType").equals("manual") && !row.flag("started", false);
  }

  /// The children of a group run: `{"type", "id"}` each.
  static List<Json> children(Json.Obj group) {
    return group.items("children");
  }

  static Json.Obj reference(String type, String id) {
    return Json.object().put("type", type).put("id", id).build();
  }

  /// The row of a reference.
  Json.Obj child(Json ref) {
    Json.Obj body = ref instanceof Json.Obj o ? o : Json.Obj.EMPTY;
    String id = text(body, "id");
    return isJob(body) ? job(id) : group(id);
  }

  static boolean isJob(Json ref) {
    return ref instanceof Json.Obj body && text(body, "type").equals("job");
  }

  /// A run that has not ended.
  Json.Obj requireActiveRun(String id) {
    Json.Obj run = run(id);
    if (isEnded(run)) {
      throw runRefusal(run);
    }
    return run;
  }

  /// A run that has not ended and is not being cancelled.
  Json.Obj requireOpenRun(String id) {
    Json.Obj run = requireActiveRun(id);
    if (hasStatus(run, CANCELLING)) {
      throw runRefusal(run);
    }
    return run;
  }

  /// 409: a run has a status that does not allow an action.
  static ErrorReply runRefusal(Json.Obj run) {
    return ErrorReply.conflict("Process run " + text(run, "id") + " is " + status(run));
  }
}
