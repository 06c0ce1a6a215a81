package dev.procc.emulator.build;

import dev.procc.base.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /// The tree after a change: nodes whose content differs from before get a new revision and the
  /// stamp, unless the change has given them a revision.
  public static Json.Obj stampChanged(Json.Obj before, Json.Obj after, Json.Obj stamp) {
    if (before == after) {
      return after;
    }
    Map<String, Json.Obj> old = new HashMap<>();
    walk(before, (type, node, pointer) -> old.put(node.text("id").orElse(""), node));
    UnaryOperator<Json.Obj> stampNode =
        node -> {
          Json.Obj was = old.get(node.text("id").orElse(""));
          boolean same =
              was == null
                  || was == node
                  || !node.integer("revision").equals(was.integer("revision"))
                  || node.without("children").equals(was.without("children"));
          return same ? node : stamped(node, stamp);
        };
    return map(after, stampNode, stampNode);
  }

  /// A node with the next revision and a stamp.
  static Json.Obj stamped(Json.Obj node, Json.Obj stamp) {
    long revision = node.integer("revision").orElse(0L);
    return node.with("revision", Json.of(revision + 1)).with("modified", stamp);
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
