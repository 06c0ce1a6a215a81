package dev.procc.live.planfile;

import dev.procc.base.json.Json;
import java.util.ArrayList;
import java.util.List;

/// The nodes in the body of a create, in document order.
public final class PlanOutline {
  private PlanOutline() {}

  /// A job or a group.
  ///
  /// @param depth 0 for the children of the root group
  /// @param kind `group`, or the action of the job
  /// @param name the name of the group or the title of the job; empty when it has none
  /// @param child the element of `children`
  public record Line(int depth, String kind, String name, Json.Obj child) {}

  /// @param body what POST /processes takes
  public static List<Line> of(Json.Obj body) {
    List<Line> lines = new ArrayList<>();
    body.obj("root").ifPresent(root -> children(root, 0, lines));
    return lines;
  }

  private static void children(Json.Obj group, int depth, List<Line> lines) {
    for (Json item : group.items("children")) {
      if (item instanceof Json.Obj child) {
        if (child.obj("group").isPresent()) {
          Json.Obj inner = child.obj("group").get();
          lines.add(new Line(depth, "group", inner.text("name").orElse(""), child));
          children(inner, depth + 1, lines);
        } else {
          Json.Obj job = child.obj("job").orElse(Json.Obj.EMPTY);
          lines.add(new Line(depth, job.text("action").orElse(""), title(job), child));
        }
      }
    }
  }

  private static String title(Json.Obj job) {
    for (Json member : job.obj("arguments").orElse(Json.Obj.EMPTY).members().values()) {
      if (member instanceof Json.Obj own && own.text("title").isPresent()) {
        return own.text("title").get();
      }
    }
    return "";
  }
}
