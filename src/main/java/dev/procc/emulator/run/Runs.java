package dev.procc.emulator.run;

import dev.procc.base.json.Json;
import dev.procc.emulator.build.Actions;
import dev.procc.emulator.build.Certification;
import dev.procc.emulator.store.Kind;
import dev.procc.emulator.store.World;
import java.util.ArrayList;
import java.util.List;

/// Makes runs out of processes and job runs out of jobs: a snapshot, everything waiting at first.
public final class Runs {
  private static final List<String> TAKEN =
      List.of("autoClose", "certAutoApprove", "relativeDates", "businessDaysOfWeek", "dueDate");
  private final World world;
  private final Rows rows;
  private final Engine engine;

  /// @param user who acts
  public Runs(World world, String user) {
    this.world = world;
    this.rows = new Rows(world, user);
    this.engine = new Engine(rows);
  }

  /// A new run of a process, not yet moved on.
  ///
  /// @param manager the user it runs as
  public Json.Obj create(Json.Obj process, String manager, boolean mail) {
    String id = world.ids().run();
    Json.Obj stamp = rows.stamp();
    Json.Obj root = process.obj("root").orElse(Json.Obj.EMPTY);
    Json.Obj group = group(id, root, "", stamp);
    if (world.is("manual-root", "starts")) {
      group = group.with("started", Json.of(true));
      rows.add(Kind.GROUP, group);
    }
    Json.Builder run =
        Json.object()
            .put("id", id)
            .put("name", process.get("name"))
            .put("process", process.get("id"))
            .put("status", Rows.RUNNING);
    TAKEN.forEach(name -> run.put(name, process.get(name)));
    Json.Obj row =
        run.put("ipmBetaEnabled", process.flag("ipmBetaEnabled", false))
            .put("iwmOptOut", process.flag("iwmOptOut", false))
            .put("managerUser", manager)
            .put("sendProcessCompleteEmail", mail)
            .put("revision", 0)
            .put("created", stamp)
            .put("modified", stamp)
            .put("root", group.get("id"))
            .build();
    rows.add(Kind.RUN, row);
    return row;
  }

  /// Starts what may start.
  public void advance(String runId) {
    engine.advance(runId);
  }

  private Json.Obj group(String run, Json.Obj built, String parent, Json.Obj stamp) {
    String id = world.ids().of("grouprun");
    List<Json> children = new ArrayList<>();
    for (Json item : built.items("children")) {
      Json.Obj child = item instanceof Json.Obj o ? o : Json.Obj.EMPTY;
      child
          .obj("job")
          .ifPresent(job -> children.add(Rows.ref("job", jobId(job(run, job, id, stamp)))));
      child
          .obj("group")
          .ifPresent(inner -> children.add(Rows.ref("group", jobId(group(run, inner, id, stamp)))));
    }
    Json.Obj row =
        Json.object()
            .put("id", id)
            .put("run", run)
            .put("group", built.get("id"))
            .put("parent", parent)
            .put("name", built.get("name"))
            .put("parallel", built.flag("parallel", false))
            .put("readOnly", built.flag("readOnly", false))
            .put("triggerType", built.get("triggerType"))
            .put("dueDate", built.get("dueDate"))
            .put("status", Rows.WAITING)
            .put("revision", 0)
            .put("created", stamp)
            .put("modified", stamp)
            .put("children", Json.array(children))
            .build();
    rows.add(Kind.GROUP, row);
    return row;
  }

  private static String jobId(Json.Obj row) {
    return Rows.text(row, "id");
  }

  /// A new job run in a group run, waiting. A certification brings its generated jobs along.
  ///
  /// @param job the job as it was built or sent
  Json.Obj job(String run, Json.Obj job, String parent, Json.Obj stamp) {
    String id = world.ids().of("jobrun");
    String action = Actions.of(job);
    Json.Builder row =
        Json.object()
            .put("id", id)
            .put("run", run)
            .put("parent", parent)
            .put("job", job.get("id"))
            .put("action", action == null ? "" : action)
            .put("arguments", job.get("arguments"))
            .put("triggerType", job.get("triggerType"))
            .put("status", Rows.WAITING)
            .put("actionStatus", "Waiting")
            .put("taskStatus", "Created")
            .put("stage", "assignee")
            .put("readOnly", job.flag("readOnly", false))
            .put("task", world.ids().of("task"))
            .put("revision", 0)
            .put("created", stamp)
            .put("modified", stamp);
    if ("certification".equals(action)) {
      row.put("generated", generated(run, job, id, stamp));
    }
    Json.Obj built = row.build();
    rows.add(Kind.JOB, built);
    return built;
  }

  private String generated(String run, Json.Obj certification, String parent, Json.Obj stamp) {
    List<Json> children = new ArrayList<>();
    for (Certification.Step step : Certification.steps(certification)) {
      Json.Obj job =
          Json.object()
              .put("action", step.action())
              .put("arguments", step.arguments())
              .put("triggerType", "whenEligible")
              .put("readOnly", true)
              .build();
      children.add(Json.object().put("type", "job").put("job", job).build());
    }
    Json.Obj group =
        Json.object()
            .put("name", "Generated")
            .put("parallel", false)
            .put("readOnly", true)
            .put("children", Json.array(children))
            .build();
    return jobId(group(run, group, parent, stamp));
  }

  Rows rows() {
    return rows;
  }

  Engine engine() {
    return engine;
  }
}
