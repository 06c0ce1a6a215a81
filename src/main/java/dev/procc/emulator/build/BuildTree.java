package dev.procc.emulator.build;

import dev.procc.base.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Traversal and mapping of the tree of a process. A node that the function does not change stays
/// the same object.
@SuppressWarnings("ReferenceEquality")
public final class BuildTree {
  private BuildTree() {}

  /// A visitor of nodes: `type` is `job` or `group`, `pointer` its JSON pointer.
  public interface NodeVisitor {
    void visit(String type, Json.Obj node, String pointer);
  }

  /// Visits every group and job in the order of the document, the root first.
  public static void walk(Json.Obj root, NodeVisitor visitor) {
    walk(root, "/root", visitor);
  }

  private static void walk(Json.Obj group, String at, NodeVisitor visitor) {
    visitor.visit("group", group, at);
    int index = 0;
    for (Json item : group.items("children")) {
      String here = at + "/children/" + index++;
      if (item instanceof Json.Obj child) {
        child.obj("job").ifPresent(job -> visitor.visit("job", job, here + "/job"));
        child.obj("group").ifPresent(inner -> walk(inner, here + "/group", visitor));
      }
    }
  }

  /// The tree with a function applied to each group and each job, to groups before their children.
  public static Json.Obj map(
      Json.Obj group, UnaryOperator<Json.Obj> onGroup, UnaryOperator<Json.Obj> onJob) {
    Json.Obj mapped = onGroup.apply(group);
    List<Json> children = new ArrayList<>();
    boolean same = true;
    for (Json item : mapped.items("children")) {
      Json next = item instanceof Json.Obj child ? child(child, onGroup, onJob) : item;
      same &= next == item;
      children.add(next);
    }
    return same ? mapped : mapped.with("children", Json.array(children));
  }

  private static Json.Obj child(
      Json.Obj child, UnaryOperator<Json.Obj> onGroup, UnaryOperator<Json.Obj> onJob) {
    Json.Obj job = child.obj("job").orElse(null);
    if (job != null) {
      Json.Obj next = onJob.apply(job);
      return next == job ? child : child.with("job", next);
    }
    Json.Obj group = child.obj("group").orElse(null);
    if (group != null) {
      Json.Obj next = map(group, onGroup, onJob);
      return next == group ? child : child.with("group", next);
    }
    return child;
  }
}
