package dev.procc.emulator.run;

import dev.procc.base.json.Json;
import dev.procc.emulator.assumption.AssumptionChoices;
import dev.procc.emulator.store.EmulatorState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The JSON of a run as a caller sees it. The replies of writes and of GET differ in keys and in
/// the case of statuses.
public final class RunView {
  private static final List<String> RUN_MEMBERS =
      List.of(
          "id",
          "name",
          "process",
          "status",
          "autoClose",
          "certAutoApprove",
          "relativeDates",
          "businessDaysOfWeek",
          "dueDate",
          "completedDate",
          "managerUser",
          "ipmBetaEnabled",
          "iwmOptOut",
          "revision",
          "created",
          "modified");
  private final RunRows rows;
  private final RunViewForm form;
  private final AssumptionChoices choices;
  private final Map<String, Long> counts = new TreeMap<>();

  private enum RunViewForm {
    WRITE_REPLY,
    FULL,
    WITHOUT_GENERATED_JOBS
  }

  private RunView(EmulatorState state, RunViewForm form) {
    this.rows = new RunRows(state, "");
    this.form = form;
    this.choices = state.choices();
  }

  /// The reply of GET.
  public static Json.Obj render(EmulatorState state, String runId, boolean withoutGenerated) {
    RunViewForm form = withoutGenerated ? RunViewForm.WITHOUT_GENERATED_JOBS : RunViewForm.FULL;
    return new RunView(state, form).run(runId);
  }

  /// The reply of starting a run, before anything in it has started.
  public static Json.Obj renderStarted(EmulatorState state, String runId) {
    return new RunView(state, RunViewForm.WRITE_REPLY).run(runId);
  }

  /// The reply of adding a job run.
  public static Json.Obj renderAdded(EmulatorState state, Json.Obj job) {
    RunView view = new RunView(state, RunViewForm.WRITE_REPLY);
    Json.Obj group = view.rows.group(RunRows.text(job, "parent"));
    int ordinal =
        RunRows.children(group).indexOf(RunRows.reference("job", RunRows.text(job, "id")));
    return view.job(job, ordinal, false).with("parent", Json.of(RunRows.text(job, "parent")));
  }

  /// The summary in a list.
  ///
  /// @param withCounts whether `statusCounts` is filled; otherwise it is null
  public static Json.Obj summary(EmulatorState state, Json.Obj run, boolean withCounts) {
    Json.Builder out = Json.object();
    for (String name :
        List.of(
            "id",
            "name",
            "process",
            "status",
            "dueDate",
            "completedDate",
            "managerUser",
            "created",
            "modified")) {
      Json value = run.get(name);
      boolean nullable = name.equals("dueDate") || name.equals("completedDate");
      out.put(name, value == null && nullable ? Json.NULL : value);
    }
    Json counts =
        withCounts ? render(state, RunRows.text(run, "id"), false).get("statusCounts") : Json.NULL;
    return out.put("statusCounts", counts).build();
  }

  private boolean isWriteReply() {
    return form == RunViewForm.WRITE_REPLY;
  }

  private Json.Obj run(String id) {
    Json.Obj row = rows.run(id);
    Json.Obj root = group(rows.group(RunRows.text(row, "root")), -1, true);
    Json.Builder out = Json.object();
    for (String name : RUN_MEMBERS) {
      out.put(name, row.get(name));
      if (name.equals("status")) {
        out.put("statusCounts", counts(counts));
      }
    }
    return out.put("root", root).build();
  }

  private static Json counts(Map<String, Long> counts) {
    Json.Builder out = Json.object();
    counts.forEach(out::put);
    return out.build();
  }

  private Json.Obj group(Json.Obj row, int ordinal, boolean eligible) {
    boolean active = RunRows.hasStatus(row, RunRows.RUNNING) && isRunning(row);
    boolean parallel = row.flag("parallel", false);
    boolean open = active;
    int startable = 0;
    Map<String, Long> statuses = new TreeMap<>();
    List<Json> children = new ArrayList<>();
    for (Json ref : RunRows.children(row)) {
      Json.Obj child = rows.child(ref);
      statuses.merge(RunRows.status(child), 1L, Long::sum);
      startable += open && isStartable(child) ? 1 : 0;
      children.add(child(ref, child, children.size(), open));
      open &= parallel || RunRows.isEnded(child);
    }
    Json.Builder out = Json.object().put("id", row.get("id")).put("name", row.get("name"));
    out.put("group", row.get("group")).put("parallel", parallel);
    out.put("readOnly", row.flag("readOnly", false)).put("triggerType", row.get("triggerType"));
    out.put("dueDate", row.get("dueDate")).put("status", row.get("status"));
    if (!isWriteReply()) {
      out.put("active", active).put("eligibleToStart", eligible && isStartable(row));
      out.put("childrenEligibleToStartCount", startable);
    }
    out.put("statusCounts", counts(statuses));
    putPlace(out, row, ordinal);
    return out.put("children", Json.array(children)).build();
  }

  private boolean isRunning(Json.Obj row) {
    return RunRows.hasStatus(rows.run(RunRows.text(row, "run")), RunRows.RUNNING);
  }

  private static boolean isStartable(Json.Obj row) {
    return RunRows.hasStatus(row, RunRows.WAITING) && RunRows.awaitsManualStart(row);
  }

  private Json child(Json ref, Json.Obj row, int ordinal, boolean open) {
    if (RunRows.isJob(ref)) {
      boolean job = isWriteReply() && choices.isChosen("run-children", "documented");
      return Json.object()
          .put("type", "job")
          .put(job ? "job" : "jobRun", job(row, ordinal, open))
          .build();
    }
    boolean group = isWriteReply() || choices.isChosen("group-children", "group");
    return Json.object()
        .put("type", "group")
        .put(group ? "group" : "groupRun", group(row, ordinal, open))
        .build();
  }

  private Json.Obj job(Json.Obj row, int ordinal, boolean open) {
    String actionStatus = withCasing(RunRows.text(row, "actionStatus"));
    counts.merge(actionStatus, 1L, Long::sum);
    Json.Builder out =
        Json.object()
            .put("id", row.get("id"))
            .put("action", row.get("action"))
            .put("status", row.get("status"))
            .put("actionStatus", actionStatus)
            .put("job", row.get("job"))
            .put("triggerType", row.get("triggerType"))
            .put("readOnly", row.flag("readOnly", false));
    if (!isWriteReply()) {
      out.put("eligibleToStart", open && isStartable(row));
    }
    putPlace(out, row, ordinal);
    out.put("arguments", row.get("arguments")).put("metadata", metadata(row));
    String generated = RunRows.text(row, "generated");
    if (!generated.isEmpty() && form != RunViewForm.WITHOUT_GENERATED_JOBS) {
      out.put("generated", group(rows.group(generated), -1, false));
    }
    return out.build();
  }

  private String withCasing(String actionStatus) {
    return isWriteReply() && choices.isChosen("status-casing", "documented")
        ? actionStatus.toLowerCase(Locale.ROOT)
        : actionStatus;
  }

  private void putPlace(Json.Builder out, Json.Obj row, int ordinal) {
    if (ordinal >= 0) {
      out.put("ordinal", ordinal);
    }
    String parent = RunRows.text(row, "parent");
    if (!parent.isEmpty()
        && !parent.equals(RunRows.text(rows.run(RunRows.text(row, "run")), "root"))) {
      out.put("parent", parent);
    }
    out.put("revision", row.get("revision"));
    out.put("created", row.get("created")).put("modified", row.get("modified"));
  }

  private Json.Obj metadata(Json.Obj row) {
    String action = RunRows.text(row, "action");
    Json.Builder out = Json.object().put("type", action);
    String member = TaskMetadata.member(action);
    if (!isWriteReply() && member != null) {
      out.put(member, TaskMetadata.of(row));
    }
    return out.build();
  }
}
