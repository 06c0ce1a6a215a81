package dev.procc.emulator.run;

import dev.procc.base.json.Json;
import dev.procc.emulator.assumption.ErrorReply;
import dev.procc.emulator.store.RowKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The addition of job runs to a run that has not ended.
public final class JobRunAdder {
  private final RunFactory runs;
  private final RunRows rows;

  public JobRunAdder(RunFactory runs) {
    this.runs = runs;
    this.rows = runs.rows();
  }

  /// Adds job runs.
  ///
  /// @param parentGroup the group to add them to; if empty, that of the sibling, otherwise the root
  /// @param sibling the job run or group run to put them next to; if empty, they come last
  /// @return the new job runs in the order they were sent, before the run advances
  /// @throws ErrorReply 400 if a group or sibling is not in the run, 409 if the run has ended or is
  ///   being cancelled
  public List<Json.Obj> add(
      String runId,
      List<Json.Obj> jobs,
      Optional<String> parentGroup,
      Optional<String> sibling,
      boolean before) {
    Json.Obj run = rows.requireOpenRun(runId);
    Json.Obj group = rows.group(targetGroup(run, parentGroup, sibling));
    List<Json> children = new ArrayList<>(RunRows.children(group));
    int at = sibling.map(id -> indexOf(children, id) + (before ? 0 : 1)).orElse(children.size());
    Json.Obj stamp = rows.stamp();
    List<Json.Obj> added = new ArrayList<>();
    for (Json.Obj job : jobs) {
      Json.Obj row = runs.createJobRun(runId, job, RunRows.text(group, "id"), stamp);
      children.add(at + added.size(), RunRows.reference("job", RunRows.text(row, "id")));
      added.add(row);
    }
    rows.save(RowKind.GROUP, group.with("children", Json.array(children)));
    rows.save(RowKind.RUN, run);
    return List.copyOf(added);
  }

  private String targetGroup(Json.Obj run, Optional<String> parentGroup, Optional<String> sibling) {
    String runId = RunRows.text(run, "id");
    parentGroup.ifPresent(id -> require(RowKind.GROUP, id, runId, "parentGroupId"));
    if (sibling.isEmpty()) {
      return parentGroup.orElse(RunRows.text(run, "root"));
    }
    String siblingId = sibling.get();
    boolean job = rows.state().store().get(RowKind.JOB, siblingId) != null;
    Json.Obj row =
        require(job ? RowKind.JOB : RowKind.GROUP, siblingId, runId, "relativeSiblingId");
    String home = RunRows.text(row, "parent");
    if (home.isEmpty() || parentGroup.isPresent() && !parentGroup.get().equals(home)) {
      throw notInPlace("relativeSiblingId", siblingId);
    }
    return home;
  }

  private Json.Obj require(RowKind kind, String id, String runId, String parameter) {
    Json.Obj row = rows.state().store().get(kind, id);
    if (row == null || !RunRows.text(row, "run").equals(runId) || row.flag("readOnly", false)) {
      throw notInPlace(parameter, id);
    }
    return row;
  }

  private static ErrorReply notInPlace(String parameter, String id) {
    return ErrorReply.invalid(
        "The provided " + parameter + " " + id + " is not in that place", parameter);
  }

  private static int indexOf(List<Json> children, String id) {
    for (int i = 0; i < children.size(); i++) {
      if (children.get(i) instanceof Json.Obj ref && RunRows.text(ref, "id").equals(id)) {
        return i;
      }
    }
    return children.size();
  }
}
