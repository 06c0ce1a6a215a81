package dev.procc.emulator.run;

import dev.procc.base.json.Json;
import dev.procc.emulator.rules.Readings;
import dev.procc.emulator.store.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// A run as a caller sees it: the reply of run and that of GET differ in keys and in case.
public final class RunView {
  private static final List<String> RUN =
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
  private final Rows rows;
  private final boolean reply;
  private final boolean withoutGenerated;
  private final Readings readings;
  private final Map<String, Long> counts = new TreeMap<>();

  private RunView(World world, boolean reply, boolean withoutGenerated) {
    this.rows = new Rows(world, "");
    this.reply = reply;
    this.withoutGenerated = withoutGenerated;
    this.readings = world.readings();
  }

  /// What GET answers.
  public static Json.Obj get(World world, String runId, boolean withoutGenerated) {
    return new RunView(world, false, withoutGenerated).run(runId);
  }

  /// What run answers, before anything has started.
  public static Json.Obj started(World world, String runId) {
    return new RunView(world, true, false).run(runId);
  }

  /// A job run as the reply of adding it.
  public static Json.Obj added(World world, Json.Obj job) {
    RunView view = new RunView(world, true, false);
    Json.Obj group = view.rows.group(Rows.text(job, "parent"));
    int ordinal = Rows.children(group).indexOf(Rows.ref("job", Rows.text(job, "id")));
    return view.job(job, ordinal, false).with("parent", Json.of(Rows.text(job, "parent")));
  }

  /// The summary in a list, with its counts null unless the truth is wanted.
  public static Json.Obj summary(World world, Json.Obj run, boolean truth) {
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
    Json counts = truth ? get(world, Rows.text(run, "id"), false).get("statusCounts") : Json.NULL;
    return out.put("statusCounts", counts).build();
  }

  private Json.Obj run(String id) {
    Json.Obj row = rows.run(id);
    Json.Obj root = group(rows.group(Rows.text(row, "root")), -1, true);
    Json.Builder out = Json.object();
    for (String name : RUN) {
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
    boolean active = Rows.is(row, Rows.RUNNING) && running(row);
    boolean parallel = row.flag("parallel", false);
    boolean open = active;
    int startable = 0;
    Map<String, Long> statuses = new TreeMap<>();
    List<Json> children = new ArrayList<>();
    for (Json ref : Rows.children(row)) {
      Json.Obj child = rows.child(ref);
      statuses.merge(Rows.status(child), 1L, Long::sum);
      startable += open && startable(child) ? 1 : 0;
      children.add(child(ref, child, children.size(), open));
      open &= parallel || Rows.ended(child);
    }
    Json.Builder out = Json.object().put("id", row.get("id")).put("name", row.get("name"));
    out.put("group", row.get("group")).put("parallel", parallel);
    out.put("readOnly", row.flag("readOnly", false)).put("triggerType", row.get("triggerType"));
    out.put("dueDate", row.get("dueDate")).put("status", row.get("status"));
    if (!reply) {
      out.put("active", active).put("eligibleToStart", eligible && startable(row));
      out.put("childrenEligibleToStartCount", startable);
    }
    out.put("statusCounts", counts(statuses));
    place(out, row, ordinal);
    return out.put("children", Json.array(children)).build();
  }

  private boolean running(Json.Obj row) {
    return Rows.is(rows.run(Rows.text(row, "run")), Rows.RUNNING);
  }

  private static boolean startable(Json.Obj row) {
    return Rows.is(row, Rows.WAITING) && Rows.held(row);
  }

  private Json child(Json ref, Json.Obj row, int ordinal, boolean open) {
    if (Rows.isJob(ref)) {
      boolean job = reply && readings.is("run-children", "documented");
      return Json.object()
          .put("type", "job")
          .put(job ? "job" : "jobRun", job(row, ordinal, open))
          .build();
    }
    boolean group = reply || readings.is("group-children", "group");
    return Json.object()
        .put("type", "group")
        .put(group ? "group" : "groupRun", group(row, ordinal, open))
        .build();
  }

  private Json.Obj job(Json.Obj row, int ordinal, boolean open) {
    String actionStatus = cased(Rows.text(row, "actionStatus"));
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
    if (!reply) {
      out.put("eligibleToStart", open && startable(row));
    }
    place(out, row, ordinal);
    out.put("arguments", row.get("arguments")).put("metadata", metadata(row));
    String generated = Rows.text(row, "generated");
    if (!generated.isEmpty() && !withoutGenerated) {
      out.put("generated", group(rows.group(generated), -1, false));
    }
    return out.build();
  }

  private String cased(String actionStatus) {
    return reply && readings.is("status-casing", "documented")
        ? actionStatus.toLowerCase(Locale.ROOT)
        : actionStatus;
  }

  private void place(Json.Builder out, Json.Obj row, int ordinal) {
    if (ordinal >= 0) {
      out.put("ordinal", ordinal);
    }
    String parent = Rows.text(row, "parent");
    if (!parent.isEmpty() && !parent.equals(Rows.text(rows.run(Rows.text(row, "run")), "root"))) {
      out.put("parent", parent);
    }
    out.put("revision", row.get("revision"));
    out.put("created", row.get("created")).put("modified", row.get("modified"));
  }

  private Json.Obj metadata(Json.Obj row) {
    String action = Rows.text(row, "action");
    Json.Builder out = Json.object().put("type", action);
    if (!reply) {
      out.put(Metadata.member(action), Metadata.of(row));
    }
    return out.build();
  }
}
