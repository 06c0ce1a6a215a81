package dev.procc.live.wire;

import dev.procc.base.json.Json;
import dev.procc.model.catalog.FieldRole;
import java.util.List;

/// The tree in the JSON of a process or a run: its root group, the children of a group, the
/// arguments of a job. Absent parts are empty.
public final class BodyNodes {
  private static final String ROOT = FieldRole.ROOT.fieldName();
  private static final String CHILDREN = FieldRole.CHILDREN.fieldName();
  private static final String ARGUMENTS = FieldRole.ARGUMENTS.fieldName();

  private BodyNodes() {}

  /// The root group of a process or a run.
  public static Json.Obj root(Json.Obj process) {
    return process.obj(ROOT).orElse(Json.Obj.EMPTY);
  }

  public static Json.Obj withRoot(Json.Obj process, Json.Obj root) {
    return process.with(ROOT, root);
  }

  /// The children of a group, each in its envelope: `{type, group}` or `{type, job}`.
  public static List<Json> children(Json.Obj group) {
    return group.items(CHILDREN);
  }

  public static Json.Obj withChildren(Json.Obj group, List<Json> children) {
    return group.with(CHILDREN, Json.array(children));
  }

  /// The arguments of a job as the API nests them, `{type, sendTaskArgs}`.
  public static Json.Obj arguments(Json.Obj job) {
    return job.obj(ARGUMENTS).orElse(Json.Obj.EMPTY);
  }

  public static Json.Obj withArguments(Json.Obj job, Json.Obj arguments) {
    return job.with(ARGUMENTS, arguments);
  }

  /// The arguments for the kind of a job: the value of `sendTaskArgs`.
  public static Json.Obj kindArguments(Json.Obj job) {
    for (Json member : arguments(job).members().values()) {
      if (member instanceof Json.Obj own) {
        return own;
      }
    }
    return Json.Obj.EMPTY;
  }

  /// The title of a job; empty if it has none.
  public static String title(Json.Obj job) {
    return kindArguments(job).text(FieldRole.TITLE.fieldName()).orElse("");
  }

  /// The name of a process or group; empty if it has none.
  public static String name(Json.Obj group) {
    return group.text(FieldRole.NAME.fieldName()).orElse("");
  }

  /// The text of a member by its role; empty if absent.
  public static String text(Json.Obj object, FieldRole role) {
    return object.text(role.fieldName()).orElse("");
  }
}
