package dev.procc.emulator.run;

import dev.procc.base.json.Json;
import dev.procc.emulator.rules.Refusal;
import dev.procc.emulator.store.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Adds job runs to a run that has not ended.
public final class Additions {
  private final Runs runs;
  private final Rows rows;

  public Additions(Runs runs) {
    this.runs = runs;
    this.rows = runs.rows();
  }

  /// The new job runs in the order they were sent, as they are before the run moves on.
  ///
  /// @param parentGroup the group they go to; else that of the sibling; else the root
  /// @param sibling the job run or group run they go next to; else they go to the end
  /// @throws Refusal 400 where a place is not in the run, 409 where the run has ended
  public List<Json.Obj> add(
      String runId,
      List<Json.Obj> jobs,
      Optional<String> parentGroup,
      Optional<String> sibling,
      boolean before) {
    Json.Obj run = rows.activeRun(runId);
    Json.Obj group = rows.group(target(run, parentGroup, sibling));
    List<Json> children = new ArrayList<>(Rows.children(group));
    int at = sibling.map(id -> index(children, id) + (before ? 0 : 1)).orElse(children.size());
    Json.Obj stamp = rows.stamp();
    List<Json.Obj> added = new ArrayList<>();
    for (Json.Obj job : jobs) {
      Json.Obj row = runs.job(runId, job, Rows.text(group, "id"), stamp);
      children.add(at + added.size(), Rows.ref("job", Rows.text(row, "id")));
      added.add(row);
    }
    rows.save(Kind.GROUP, group.with("children", Json.array(children)));
    rows.save(Kind.RUN, run);
    return List.copyOf(added);
  }

  private String target(Json.Obj run, Optional<String> parentGroup, Optional<String> sibling) {
    String runId = Rows.text(run, "id");
    parentGroup.ifPresent(id -> require(Kind.GROUP, id, runId, "parentGroupId"));
    if (sibling.isEmpty()) {
      return parentGroup.orElse(Rows.text(run, "root"));
    }
    String siblingId = sibling.get();
    boolean job = rows.world().store().get(Kind.JOB, siblingId) != null;
    Json.Obj row = require(job ? Kind.JOB : Kind.GROUP, siblingId, runId, "relativeSiblingId");
    String home = Rows.text(row, "parent");
    if (home.isEmpty() || parentGroup.isPresent() && !parentGroup.get().equals(home)) {
      throw notThere("relativeSiblingId", siblingId);
    }
    return home;
  }

  private Json.Obj require(Kind kind, String id, String runId, String parameter) {
    Json.Obj row = rows.world().store().get(kind, id);
    if (row == null || !Rows.text(row, "run").equals(runId) || row.flag("readOnly", false)) {
      throw notThere(parameter, id);
    }
    return row;
  }

  private static Refusal notThere(String parameter, String id) {
    return Refusal.invalid(
        "The provided " + parameter + " " + id + " is not in that place", parameter);
  }

  private static int index(List<Json> children, String id) {
    for (int i = 0; i < children.size(); i++) {
      if (children.get(i) instanceof Json.Obj ref && Rows.text(ref, "id").equals(id)) {
        return i;
      }
    }
    return children.size();
  }
}
