package dev.procc.live.planfile;

import dev.procc.base.json.Json;
import dev.procc.live.wire.BodyNodes;
import dev.procc.model.catalog.FieldRole;
import java.util.ArrayList;
import java.util.List;

/// The nodes in the body of a create request, in document order.
public final class CreateOutline {
  private CreateOutline() {}

  /// A job or a group.
  ///
  /// @param depth 0 for the children of the root group
  /// @param kind `group`, or the action of the job
  /// @param name the name of the group or the title of the job; empty if it has none
  /// @param json the element of `children`
  public record OutlineLine(int depth, String kind, String name, Json.Obj json) {}

  /// @param body of POST /processes
  public static List<OutlineLine> of(Json.Obj body) {
    List<OutlineLine> lines = new ArrayList<>();
    addChildren(BodyNodes.root(body), 0, lines);
    return lines;
  }

  private static void addChildren(Json.Obj group, int depth, List<OutlineLine> lines) {
    for (Json item : BodyNodes.children(group)) {
      if (item instanceof Json.Obj child) {
        if (child.obj("group").isPresent()) {
          Json.Obj inner = child.obj("group").get();
          lines.add(new OutlineLine(depth, "group", BodyNodes.name(inner), child));
          addChildren(inner, depth + 1, lines);
        } else {
          Json.Obj job = child.obj("job").orElse(Json.Obj.EMPTY);
          lines.add(
              new OutlineLine(
                  depth, BodyNodes.text(job, FieldRole.ACTION), BodyNodes.title(job), child));
        }
      }
    }
  }
}
