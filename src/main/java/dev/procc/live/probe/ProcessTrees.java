package dev.procc.live.probe;

import dev.procc.base.json.Json;
import java.util.ArrayList;
import java.util.List;

/// The jobs and groups in the tree of a process or a run, whatever the members for children are
/// called.
public final class ProcessTrees {
  private ProcessTrees() {}

  /// All jobs, depth first.
  public static List<Json.Obj> jobs(Json.Obj process) {
    List<Json.Obj> jobs = new ArrayList<>();
    walk(process.obj("root").orElse(Json.Obj.EMPTY), jobs, new ArrayList<>());
    return jobs;
  }

  /// All groups below the root, depth first.
  public static List<Json.Obj> groups(Json.Obj process) {
    List<Json.Obj> groups = new ArrayList<>();
    walk(process.obj("root").orElse(Json.Obj.EMPTY), new ArrayList<>(), groups);
    return groups;
  }

  /// The first child of the root, as it is there.
  public static Json.Obj firstChild(Json.Obj process) {
    List<Json> children = process.obj("root").orElse(Json.Obj.EMPTY).items("children");
    return !children.isEmpty() && children.getFirst() instanceof Json.Obj child
        ? child
        : Json.Obj.EMPTY;
  }

  private static void walk(Json.Obj group, List<Json.Obj> jobs, List<Json.Obj> groups) {
    for (Json item : group.items("children")) {
      Json.Obj child = item instanceof Json.Obj o ? o : Json.Obj.EMPTY;
      child.obj("job").or(() -> child.obj("jobRun")).ifPresent(jobs::add);
      child
          .obj("group")
          .or(() -> child.obj("groupRun"))
          .ifPresent(inner -> {
            groups.add(inner);
            walk(inner, jobs, groups);
          });
    }
  }

  /// The arguments of a job, whatever member contains them.
  public static Json.Obj arguments(Json.Obj job) {
    Json.Obj arguments = job.obj("arguments").orElse(Json.Obj.EMPTY);
    for (Json member : arguments.members().values()) {
      if (member instanceof Json.Obj inner) {
        return inner;
      }
    }
    return Json.Obj.EMPTY;
  }
}
