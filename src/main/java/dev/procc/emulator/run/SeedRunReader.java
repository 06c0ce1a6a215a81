package dev.procc.emulator.run;

import dev.procc.base.json.Json;
import dev.procc.emulator.build.JobActions;
import dev.procc.emulator.store.EmulatorState;
import dev.procc.emulator.store.RowKind;
import java.util.ArrayList;
import java.util.List;

/// A reader of a run to start with, from the body of its GET, statuses included.
public final class SeedRunReader {
  private static final List<String> RUN_MEMBERS =
      List.of(
          "id",
          "name",
          "process",
          "autoClose",
          "certAutoApprove",
          "relativeDates",
          "businessDaysOfWeek",
          "dueDate",
          "completedDate",
          "managerUser",
          "ipmBetaEnabled",
          "iwmOptOut",
          "created",
          "modified");
  private static final List<String> NODE_MEMBERS =
      List.of("id", "name", "job", "action", "arguments", "triggerType", "created", "modified");
  private final RunRows rows;
  private final String run;

  private SeedRunReader(EmulatorState state, String run) {
    this.rows = new RunRows(state, "");
    this.run = run;
  }

  /// Stores a run, and adds it to its process if that is known.
  public static void load(EmulatorState state, Json.Obj body) {
    String id = RunRows.text(body, "id");
    new SeedRunReader(state, id).addRun(body);
    Json.Obj process = state.store().get(RowKind.PROCESS, RunRows.text(body, "process"));
    if (process != null && !process.items("runs").contains(Json.of(id))) {
      List<Json> runs = new ArrayList<>(process.items("runs"));
      runs.add(Json.of(id));
      state
          .store()
          .put(
              RowKind.PROCESS,
              RunRows.text(body, "process"),
              process.with("runs", Json.array(runs)));
    }
  }

  private void addRun(Json.Obj body) {
    Json.Builder row = Json.object();
    RUN_MEMBERS.forEach(name -> row.put(name, body.get(name)));
    Json.Obj root = body.obj("root").orElse(Json.Obj.EMPTY);
    String rootId = addGroup(root, "");
    rows.add(
        RowKind.RUN,
        row.put("status", body.text("status").orElse(RunRows.RUNNING))
            .put("revision", body.integer("revision").orElse(0L))
            .put("root", rootId)
            .build());
  }

  private String addGroup(Json.Obj body, String parent) {
    String id = body.text("id").orElseGet(() -> rows.state().ids().withPrefix("grouprun"));
    List<Json> children = new ArrayList<>();
    for (Json item : body.items("children")) {
      Json.Obj child = item instanceof Json.Obj object ? object : Json.Obj.EMPTY;
      child
          .obj("jobRun")
          .or(() -> child.obj("job"))
          .ifPresent(job -> children.add(RunRows.reference("job", addJob(job, id))));
      child
          .obj("groupRun")
          .or(() -> child.obj("group"))
          .ifPresent(inner -> children.add(RunRows.reference("group", addGroup(inner, id))));
    }
    rows.add(
        RowKind.GROUP,
        node(body, id, parent)
            .put("group", body.get("group"))
            .put("dueDate", body.get("dueDate"))
            .put("parallel", body.flag("parallel", false))
            .put("children", Json.array(children))
            .build());
    return id;
  }

  private String addJob(Json.Obj body, String parent) {
    String id = body.text("id").orElseGet(() -> rows.state().ids().withPrefix("jobrun"));
    String action = JobActions.actionOf(body);
    String status = body.text("actionStatus").orElse("Waiting");
    String member = TaskMetadata.member(action == null ? "" : action);
    Json.Obj task =
        member == null
            ? Json.Obj.EMPTY
            : body.obj("metadata").flatMap(m -> m.obj(member)).orElse(Json.Obj.EMPTY);
    Json.Builder row =
        node(body, id, parent)
            .put("action", action)
            .put("actionStatus", status)
            .put("taskStatus", task.text("status").orElse("Created"))
            .put("task", task.text("task").orElseGet(() -> rows.state().ids().withPrefix("task")))
            .put("stage", status.equals("Approval") ? "approver" : "assignee");
    body.obj("generated").ifPresent(inner -> row.put("generated", addGroup(inner, id)));
    rows.add(RowKind.JOB, row.build());
    return id;
  }

  private Json.Builder node(Json.Obj body, String id, String parent) {
    Json.Builder row = Json.object();
    NODE_MEMBERS.forEach(name -> row.put(name, body.get(name)));
    return row.put("id", id)
        .put("run", run)
        .put("parent", parent)
        .put("readOnly", body.flag("readOnly", false))
        .put("status", body.text("status").orElse(RunRows.WAITING))
        .put("revision", body.integer("revision").orElse(0L));
  }
}
