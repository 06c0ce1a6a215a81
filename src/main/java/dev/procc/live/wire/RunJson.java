package dev.procc.live.wire;

import dev.procc.base.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The members of a run as the API returns them. Both names of children are understood: `jobRun` of
/// GET and `job` of the response to starting a run; `groupRun` and `group` likewise.
public final class RunJson {
  private RunJson() {}

  /// A child of a group.
  ///
  /// @param node the group or job itself, without its envelope
  public record RunChild(boolean isGroup, Json.Obj node) {}

  /// The groups and jobs in a group, in order.
  public static List<RunChild> children(Json.Obj group) {
    List<RunChild> children = new ArrayList<>();
    for (Json item : BodyNodes.children(group)) {
      Json.Obj child = item instanceof Json.Obj o ? o : Json.Obj.EMPTY;
      Json.Obj inner = firstObject(child, "groupRun", "group");
      Json.Obj job = firstObject(child, "jobRun", "job");
      if (inner != null) {
        children.add(new RunChild(true, inner));
      } else if (job != null) {
        children.add(new RunChild(false, job));
      }
    }
    return children;
  }

  private static Json.@Nullable Obj firstObject(Json.Obj child, String name, String other) {
    return child.obj(name).or(() -> child.obj(other)).orElse(null);
  }

  /// The state of a group or job, from the server's word in any case.
  public static RunNodeState state(Json.Obj node) {
    return RunNodeState.ofStatus(node.text("status").orElse(""));
  }

  /// The metadata for the kind of a job; empty if there is none.
  public static Json.Obj metadata(Json.Obj job) {
    for (Json member : job.obj("metadata").orElse(Json.Obj.EMPTY).members().values()) {
      if (member instanceof Json.Obj own) {
        return own;
      }
    }
    return Json.Obj.EMPTY;
  }
}
