package dev.procc.emulator.build;

import dev.procc.base.json.Json;
import dev.procc.emulator.assumption.ErrorReply;
import dev.procc.emulator.store.EmulatorState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Batches of at most 3,000 renames, in either of the two documented shapes.
public final class RenameBatch {
  private static final int MAX_ITEMS = 3000;
  private final EmulatorState state;
  private final MemberReader members;

  public RenameBatch(EmulatorState state) {
    this.state = state;
    this.members = new MemberReader(state);
  }

  /// The items of a body.
  ///
  /// @throws ErrorReply 400 if there is no array `data` or it is too long
  public List<Json> items(Json.Obj body) {
    members.checkNames(body, List.of("data"), "");
    if (!(body.get("data") instanceof Json.Arr data)) {
      throw ErrorReply.invalid("Field 'data' is required", "/data");
    }
    if (data.items().size() > MAX_ITEMS) {
      throw ErrorReply.invalid(
          "A batch has at most " + MAX_ITEMS + " items, this one has " + data.items().size(),
          "/data");
    }
    return data.items();
  }

  /// The process after the renames; if a node is renamed twice, the last one counts.
  ///
  /// @throws ErrorReply 400 at the first invalid item
  public Json.Obj apply(Json.Obj process, List<Json> items, Json.Obj stamp) {
    Map<String, String> jobs = new HashMap<>();
    Map<String, String> groups = new HashMap<>();
    RenamableNodes names = new RenamableNodes();
    Json.Obj root = process.obj("root").orElse(Json.Obj.EMPTY);
    BuildTree.walk(root, names);
    for (int i = 0; i < items.size(); i++) {
      String at = "/data/" + i;
      Rename rename = readRename(items.get(i), at);
      check(rename, names, at);
      (rename.job() ? jobs : groups).put(rename.id(), rename.newName());
    }
    return process.with(
        "root",
        BuildTree.map(root, g -> renameGroup(g, groups, stamp), j -> renameJob(j, jobs, stamp)));
  }

  private void check(Rename rename, RenamableNodes names, String at) {
    Set<String> known = rename.job() ? names.jobs : names.groups;
    if (!known.contains(rename.id())) {
      String nodeType = rename.job() ? "job" : "group";
      throw ErrorReply.invalid(
              "The provided " + nodeType + " id is invalid or does not exist", at + "/id")
          .withMeta(nodeType + "Id", rename.id());
    }
    if (names.readOnly.contains(rename.id()) && state.assumes("rename-read-only", "refuse")) {
      throw ErrorReply.invalid("The group is read-only", at + "/id")
          .withMeta("groupId", rename.id());
    }
    if (names.withoutAction.contains(rename.id())) {
      throw ErrorReply.invalid("The job has no action yet and so no title", at + "/id")
          .withMeta("jobId", rename.id());
    }
  }

  private Rename readRename(Json item, String at) {
    if (!(item instanceof Json.Obj body)) {
      throw ErrorReply.invalid("An item must be an object", at);
    }
    String type = body.text("type").orElse("");
    if (!type.equals("jobName") && !type.equals("groupName")) {
      throw ErrorReply.invalid("Field 'type' must be one of jobName, groupName", at + "/type");
    }
    String member = type.equals("jobName") ? "jobNameUpdate" : "groupNameUpdate";
    boolean nested = body.obj(member).isPresent();
    members.checkNames(
        body, nested ? List.of("type", member) : List.of("type", "id", "newName"), at);
    if (!nested && state.assumes("batch-shape", "nested")) {
      throw ErrorReply.invalid("Field '" + member + "' is required", at + "/" + member);
    }
    if (nested && state.assumes("batch-shape", "flat")) {
      throw ErrorReply.invalid("Field 'id' is required", at + "/id");
    }
    Json.Obj update = body.obj(member).orElse(body);
    members.checkNames(update, List.of("type", "id", "newName"), at);
    boolean job = type.equals("jobName");
    String newName = requiredText(update, "newName", at);
    if (job
        && state.assumes("lengths", "tasks")
        && newName.length() > JobArgumentsReader.MAX_TITLE) {
      throw ErrorReply.invalid(
          "Field 'newName' has more than " + JobArgumentsReader.MAX_TITLE + " characters",
          at + "/newName");
    }
    return new Rename(job, requiredText(update, "id", at), newName);
  }

  private static String requiredText(Json.Obj body, String name, String at) {
    String value = body.text(name).orElse("");
    if (value.isEmpty()) {
      throw ErrorReply.invalid(
          "Field '" + name + "' is required and has at least one character", at + "/" + name);
    }
    return value;
  }

  private static Json.Obj renameGroup(Json.Obj group, Map<String, String> names, Json.Obj stamp) {
    String name = names.get(group.text("id").orElse(""));
    return name == null
        ? group
        : ProcessView.inTableOrder(
            BuildTree.stamped(group.with("name", Json.of(name)), stamp), true);
  }

  private static Json.Obj renameJob(Json.Obj job, Map<String, String> names, Json.Obj stamp) {
    String name = names.get(job.text("id").orElse(""));
    String action = JobActions.actionOf(job);
    return name == null || action == null
        ? job
        : BuildTree.stamped(JobActions.withArgument(job, action, "title", Json.of(name)), stamp);
  }

  private record Rename(boolean job, String id, String newName) {}

  /// The ids of nodes by what can be renamed, collected in one pass over the tree.
  private static final class RenamableNodes implements BuildTree.NodeVisitor {
    private final Set<String> jobs = new HashSet<>();
    private final Set<String> groups = new HashSet<>();
    private final Set<String> readOnly = new HashSet<>();
    private final Set<String> withoutAction = new HashSet<>();

    @Override
    public void visit(String type, Json.Obj node, String pointer) {
      String id = node.text("id").orElse("");
      (type.equals("job") ? jobs : groups).add(id);
      if (type.equals("group") && node.flag("readOnly", false)) {
        readOnly.add(id);
      }
      if (type.equals("job") && JobActions.actionOf(node) == null) {
        withoutAction.add(id);
      }
    }
  }
}
