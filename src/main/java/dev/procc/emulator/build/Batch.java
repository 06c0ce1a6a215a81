package dev.procc.emulator.build;

import dev.procc.base.json.Json;
import dev.procc.emulator.rules.Refusal;
import dev.procc.emulator.store.World;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A batch of renames: at most 3,000, in either of the two documented shapes.
public final class Batch {
  private static final int MOST = 3000;
  private final World world;

  public Batch(World world) {
    this.world = world;
  }

  /// The items of a body.
  ///
  /// @throws Refusal 400 where there is no array `data` or it is too long
  public static List<Json> items(Json.Obj body) {
    if (!(body.get("data") instanceof Json.Arr data)) {
      throw Refusal.invalid("Field 'data' is required", "/data");
    }
    if (data.items().size() > MOST) {
      throw Refusal.invalid(
          "A batch has at most " + MOST + " items, this one has " + data.items().size(), "/data");
    }
    return data.items();
  }

  /// The process after the renames; a later one of the same node wins.
  ///
  /// @throws Refusal 400 at the first item that is not right
  public Json.Obj apply(Json.Obj process, List<Json> items, Json.Obj stamp) {
    Map<String, String> jobs = new HashMap<>();
    Map<String, String> groups = new HashMap<>();
    Names names = new Names();
    Json.Obj root = process.obj("root").orElse(Json.Obj.EMPTY);
    Tree.walk(root, names);
    for (int i = 0; i < items.size(); i++) {
      String at = "/data/" + i;
      Rename rename = rename(items.get(i), at);
      check(rename, names, at);
      (rename.job() ? jobs : groups).put(rename.id(), rename.newName());
    }
    return process.with(
        "root", Tree.map(root, g -> group(g, groups, stamp), j -> job(j, jobs, stamp)));
  }

  private void check(Rename rename, Names names, String at) {
    Set<String> known = rename.job() ? names.jobs : names.groups;
    if (!known.contains(rename.id())) {
      String what = rename.job() ? "job" : "group";
      throw Refusal.invalid("The provided " + what + " id is invalid or does not exist", at + "/id")
          .meta(what + "Id", rename.id());
    }
    if (names.readOnly.contains(rename.id()) && world.is("rename-read-only", "refuse")) {
      throw Refusal.invalid("The group is read-only", at + "/id").meta("groupId", rename.id());
    }
    if (names.empty.contains(rename.id())) {
      throw Refusal.invalid("The job has no action yet and so no title", at + "/id")
          .meta("jobId", rename.id());
    }
  }

  private Rename rename(Json item, String at) {
    if (!(item instanceof Json.Obj body)) {
      throw Refusal.invalid("An item must be an object", at);
    }
    String type = body.text("type").orElse("");
    if (!type.equals("jobName") && !type.equals("groupName")) {
      throw Refusal.invalid("Field 'type' must be one of jobName, groupName", at + "/type");
    }
    String member = type.equals("jobName") ? "jobNameUpdate" : "groupNameUpdate";
    boolean nested = body.obj(member).isPresent();
    if (!nested && world.is("batch-shape", "nested")) {
      throw Refusal.invalid("Field '" + member + "' is required", at + "/" + member);
    }
    if (nested && world.is("batch-shape", "flat")) {
      throw Refusal.invalid("Field 'id' is required", at + "/id");
    }
    Json.Obj update = body.obj(member).orElse(body);
    return new Rename(
        type.equals("jobName"), needed(update, "id", at), needed(update, "newName", at));
  }

  private static String needed(Json.Obj body, String name, String at) {
    String value = body.text(name).orElse("");
    if (value.isEmpty()) {
      throw Refusal.invalid(
          "Field '" + name + "' is required and has at least one character", at + "/" + name);
    }
    return value;
  }

  private static Json.Obj group(Json.Obj group, Map<String, String> names, Json.Obj stamp) {
    String name = names.get(group.text("id").orElse(""));
    return name == null
        ? group
        : Shown.ordered(touched(group.with("name", Json.of(name)), stamp), true);
  }

  private static Json.Obj job(Json.Obj job, Map<String, String> names, Json.Obj stamp) {
    String name = names.get(job.text("id").orElse(""));
    String action = Actions.of(job);
    return name == null || action == null
        ? job
        : touched(Actions.withArgument(job, action, "title", Json.of(name)), stamp);
  }

  private static Json.Obj touched(Json.Obj node, Json.Obj stamp) {
    long revision = node.integer("revision").orElse(0L);
    return node.with("revision", Json.of(revision + 1)).with("modified", stamp);
  }

  private record Rename(boolean job, String id, String newName) {}

  /// What can be renamed: collected in one walk, so that 3,000 items stay cheap.
  private static final class Names implements Tree.Visitor {
    private final Set<String> jobs = new HashSet<>();
    private final Set<String> groups = new HashSet<>();
    private final Set<String> readOnly = new HashSet<>();
    private final Set<String> empty = new HashSet<>();

    @Override
    public void visit(String type, Json.Obj node, String pointer) {
      String id = node.text("id").orElse("");
      (type.equals("job") ? jobs : groups).add(id);
      if (type.equals("group") && node.flag("readOnly", false)) {
        readOnly.add(id);
      }
      if (type.equals("job") && Actions.of(node) == null) {
        empty.add(id);
      }
    }
  }
}
