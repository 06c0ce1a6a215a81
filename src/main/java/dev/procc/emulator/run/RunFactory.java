package dev.procc.emulator.run;

import dev.procc.base.json.Json;
import dev.procc.emulator.build.CertificationJobs;
import dev.procc.emulator.build.JobActions;
import dev.procc.emulator.store.EmulatorState;
import dev.procc.emulator.store.RowKind;
import java.util.ArrayList;
import java.util.List;

/// The creation of runs from processes, and of job runs from jobs: snapshots in which everything
/// waits.
public final class RunFactory {
  private static final List<String> COPIED_FIELDS =
      List.of("autoClose", "certAutoApprove", "relativeDates", "businessDaysOfWeek", "dueDate");
  private final EmulatorState state;
  private final RunRows rows;
  private final RunEngine engine;

  /// @param user for the stamps
  public RunFactory(EmulatorState state, String user) {
    this.state = state;
    this.rows = new RunRows(state, user);
    this.engine = new RunEngine(rows);
  }

  /// A new run of a process, before it advances.
  ///
  /// @param manager the user as whom it runs
  /// @param mail whether a mail is sent when it ends
  public Json.Obj createRun(Json.Obj process, String manager, boolean mail) {
    String id = state.ids().runId();
    Json.Obj stamp = rows.stamp();
    Json.Obj root = process.obj("root").orElse(Json.Obj.EMPTY);
    Json.Obj group = createGroupRun(id, root, "", stamp);
    if (state.assumes("manual-root", "starts")) {
      group = group.with("started", Json.of(true));
      rows.add(RowKind.GROUP, group);
    }
    Json.Builder run =
        Json.object()
            .put("id", id)
            .put("name", process.get("name"))
            .put("process", process.get("id"))
            .put("status", RunRows.RUNNING);
    COPIED_FIELDS.forEach(name -> run.put(name, process.get(name)));
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
    rows.add(RowKind.RUN, row);
    return row;
  }

  /// Starts the nodes that may start.
  public void advance(String runId) {
    engine.advance(runId);
  }

  private Json.Obj createGroupRun(String run, Json.Obj built, String parent, Json.Obj stamp) {
    String id = state.ids().withPrefix("grouprun");
    List<Json> children = new ArrayList<>();
    for (Json item : built.items("children")) {
      Json.Obj child = item instanceof Json.Obj o ? o : Json.Obj.EMPTY;
      child
          .obj("job")
          .ifPresent(job ->
              children.add(RunRows.reference("job", rowId(createJobRun(run, job, id, stamp)))));
      child
          .obj("group")
          .ifPresent(inner ->
              children.add(
                  RunRows.reference("group", rowId(createGroupRun(run, inner, id, stamp)))));
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
            .put("status", RunRows.WAITING)
            .put("revision", 0)
            .put("created", stamp)
            .put("modified", stamp)
            .put("children", Json.array(children))
            .build();
    rows.add(RowKind.GROUP, row);
    return row;
  }

  private static String rowId(Json.Obj row) {
    return RunRows.text(row, "id");
  }

  /// A new, waiting job run in a group run; a certification also gets its generated jobs.
  ///
  /// @param job of the process, or as it was sent
  Json.Obj createJobRun(String run, Json.Obj job, String parent, Json.Obj stamp) {
    String id = state.ids().withPrefix("jobrun");
    String action = JobActions.actionOf(job);
    Json.Builder row =
        Json.object()
            .put("id", id)
            .put("run", run)
            .put("parent", parent)
            .put("job", job.get("id"))
            .put("action", action == null ? "" : action)
            .put("arguments", job.get("arguments"))
            .put("triggerType", job.get("triggerType"))
            .put("status", RunRows.WAITING)
            .put("actionStatus", "Waiting")
            .put("taskStatus", "Created")
            .put("stage", "assignee")
            .put("readOnly", job.flag("readOnly", false))
            .put("task", state.ids().withPrefix("task"))
            .put("revision", 0)
            .put("created", stamp)
            .put("modified", stamp);
    if ("certification".equals(action)) {
      row.put("generated", createGeneratedGroup(run, job, id, stamp));
    }
    Json.Obj built = row.build();
    rows.add(RowKind.JOB, built);
    return built;
  }

  private String createGeneratedGroup(
      String run, Json.Obj certification, String parent, Json.Obj stamp) {
    List<Json> children = new ArrayList<>();
    for (CertificationJobs.GeneratedJob step : CertificationJobs.generatedJobs(certification)) {
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
    return rowId(createGroupRun(run, group, parent, stamp));
  }

  RunRows rows() {
    return rows;
  }

  RunEngine engine() {
    return engine;
  }
}
