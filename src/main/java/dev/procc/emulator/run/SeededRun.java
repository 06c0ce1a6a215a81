package dev.procc.emulator.run;

import dev.procc.base.json.Json;
import dev.procc.emulator.build.Actions;
import dev.procc.emulator.store.Kind;
import dev.procc.emulator.store.World;
import java.util.ArrayList;
import java.util.List;

/// A run that is there from the start: the body of its GET becomes rows, statuses included.
public final class SeededRun {
  private static final List<String> RUN =
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
  private static final List<String> NODE =
      List.of("id", "name", "job", "action", "arguments", "triggerType", "created", "modified");
  private final Rows rows;
  private final String run;

  private SeededRun(World world, String run) {
    this.rows = new Rows(world, "");
    this.run = run;
  }

  /// Keeps a run, and adds it to its process where that is there.
  public static void load(World world, Json.Obj body) {
    String id = Rows.text(body, "id");
    new SeededRun(world, id).keep(body);
    Json.Obj process = world.store().get(Kind.PROCESS, Rows.text(body, "process"));
    if (process != null && !process.items("runs").contains(Json.of(id))) {
      List<Json> runs = new ArrayList<>(process.items("runs"));
      runs.add(Json.of(id));
      world
          .store()
          .put(Kind.PROCESS, Rows.text(body, "process"), process.with("runs", Json.array(runs)));
    }
  }

  private void keep(Json.Obj body) {
    Json.Builder row = Json.object();
    RUN.forEach(name -> row.put(name, body.get(name)));
    Json.Obj root = body.obj("root").orElse(Json.Obj.EMPTY);
    String rootId = group(root, "");
    rows.add(
        Kind.RUN,
        row.put("status", body.text("status").orElse(Rows.RUNNING))
            .put("revision", body.integer("revision").orElse(0L))
            .put("root", rootId)
            .build());
  }

  private String group(Json.Obj body, String parent) {
    String id = body.text("id").orElseGet(() -> rows.world().ids().of("grouprun"));
    List<Json> children = new ArrayList<>();
    for (Json item : body.items("children")) {
      Json.Obj child = item instanceof Json.Obj object ? object : Json.Obj.EMPTY;
      child
          .obj("jobRun")
          .or(() -> child.obj("job"))
          .ifPresent(job -> children.add(Rows.ref("job", job(job, id))));
      child
          .obj("groupRun")
          .or(() -> child.obj("group"))
          .ifPresent(inner -> children.add(Rows.ref("group", group(inner, id))));
    }
    rows.add(
        Kind.GROUP,
        node(body, id, parent)
            .put("group", body.get("group"))
            .put("dueDate", body.get("dueDate"))
            .put("parallel", body.flag("parallel", false))
            .put("children", Json.array(children))
            .build());
    return id;
  }

  private String job(Json.Obj body, String parent) {
    String id = body.text("id").orElseGet(() -> rows.world().ids().of("jobrun"));
    String action = Actions.of(body);
    String status = body.text("actionStatus").orElse("Waiting");
    Json.Obj task =
        body.obj("metadata")
            .flatMap(m -> m.obj(Metadata.member(action == null ? "" : action)))
            .orElse(Json.Obj.EMPTY);
    Json.Builder row =
        node(body, id, parent)
            .put("action", action)
            .put("actionStatus", status)
            .put("taskStatus", task.text("status").orElse("Created"))
            .put("task", task.text("task").orElseGet(() -> rows.world().ids().of("task")))
            .put("stage", status.equals("Approval") ? "approver" : "assignee");
    body.obj("generated").ifPresent(inner -> row.put("generated", group(inner, id)));
    rows.add(Kind.JOB, row.build());
    return id;
  }

  private Json.Builder node(Json.Obj body, String id, String parent) {
    Json.Builder row = Json.object();
    NODE.forEach(name -> row.put(name, body.get(name)));
    return row.put("id", id)
        .put("run", run)
        .put("parent", parent)
        .put("readOnly", body.flag("readOnly", false))
        .put("status", body.text("status").orElse(Rows.WAITING))
        .put("revision", body.integer("revision").orElse(0L));
  }
}
