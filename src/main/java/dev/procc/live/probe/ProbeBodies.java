package dev.procc.live.probe;

import dev.procc.base.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The bodies of calls, as templates with the placeholders of [ProbeValues].
final class ProbeBodies {
  private ProbeBodies() {}

  /// A process with its children and no optional fields.
  static Json.Obj process(Json... children) {
    return Json.object()
        .put("name", "{name}")
        .put("autoClose", true)
        .put("certAutoApprove", false)
        .put("relativeDates", false)
        .put("root", group("Work", children))
        .build();
  }

  /// A process of one task with one more member.
  static Json.Obj processWith(String member, String value) {
    return processWith(member, Json.of(value));
  }

  /// A process of one task with one more member.
  static Json.Obj processWith(String member, Json value) {
    return process(task("A")).with(member, value);
  }

  /// A process with relative dates and a schedule from Monday to Friday that starts at `{monday}`
  /// and ends 25 days later.
  static Json.Obj scheduledProcess(Json... children) {
    List<String> days = List.of("monday", "tuesday", "wednesday", "thursday", "friday");
    return process(children)
        .with("relativeDates", Json.of(true))
        .with("businessStartDate", Json.of("{monday}"))
        .with("businessEndDate", Json.of("{monday+25}"))
        .with("businessDaysOfWeek", Json.texts(days));
  }

  /// A serial group.
  static Json.Obj group(String name, Json... children) {
    return Json.object()
        .put("name", name)
        .put("parallel", false)
        .put("readOnly", false)
        .put("triggerType", "whenEligible")
        .put("children", Json.array(List.of(children)))
        .build();
  }

  /// A job as a child of a group.
  static Json jobChild(Json.Obj job) {
    return Json.object().put("type", "job").put("job", job).build();
  }

  /// A group as a child of a group.
  static Json groupChild(Json.Obj group) {
    return Json.object().put("type", "group").put("group", group).build();
  }

  /// A task as a child of a group, with a manual trigger.
  ///
  /// @param more pairs of an argument and its text
  static Json task(String title, String... more) {
    return task(arguments(title, more));
  }

  /// A task as a child of a group, with a manual trigger.
  static Json task(Json.Obj arguments) {
    return jobChild(job(arguments));
  }

  /// `count` tasks, one after another.
  static Json[] tasks(int count) {
    Json[] tasks = new Json[count];
    for (int i = 0; i < count; i++) {
      tasks[i] = task("Task " + (i + 1));
    }
    return tasks;
  }

  /// Nested groups, each the only child of the one around it, with one task inside.
  static Json nestedGroups(int depth) {
    Json inner = task("A");
    for (int i = depth; i > 0; i--) {
      inner = groupChild(group("Group " + i, inner));
    }
    return inner;
  }

  /// A job with the action `sendTask` and a manual trigger.
  static Json.Obj job(Json.Obj arguments) {
    return job("sendTask", arguments);
  }

  /// A job with a manual trigger.
  static Json.Obj job(String action, Json.Obj arguments) {
    Json typed = Json.object().put("type", action).put(action + "Args", arguments).build();
    return Json.object()
        .put("action", action)
        .put("triggerType", "manual")
        .put("arguments", typed)
        .build();
  }

  /// The arguments with a title, an assignee, and pairs of an argument and its text.
  static Json.Obj arguments(String title, String... more) {
    Map<String, Json> arguments = new LinkedHashMap<>();
    arguments.put("title", Json.of(title));
    arguments.put("assignee", participant("user"));
    for (int i = 0; i + 1 < more.length; i += 2) {
      arguments.put(more[i], Json.of(more[i + 1]));
    }
    return new Json.Obj(arguments);
  }

  /// The arguments with a title and no assignee.
  static Json.Obj titleOnly(String title) {
    return Json.object().put("title", title).build();
  }

  /// The participant of all tasks, with a type.
  static Json.Obj participant(String type) {
    return Json.object().put("id", "{participant}").put("type", type).build();
  }

  /// A `replace` operation of a PATCH.
  static Json replace(String path, String value) {
    return replace(path, Json.of(value));
  }

  /// A `replace` operation of a PATCH.
  static Json replace(String path, Json value) {
    return Json.object().put("op", "replace").put("path", path).put("value", value).build();
  }

  /// A `remove` operation of a PATCH.
  static Json remove(String path) {
    return Json.object().put("op", "remove").put("path", path).build();
  }

  /// An item of a batch in flat form: `{type, id, newName}`.
  ///
  /// @param kind `job` or `group`
  static Json.Obj flatRename(String kind, String id, String name) {
    return Json.object().put("type", kind + "Name").put("id", id).put("newName", name).build();
  }

  /// The item in nested form: `{type, jobNameUpdate: {id, newName}}`.
  static Json.Obj nested(Json.Obj flat) {
    String type = flat.text("type").orElse("");
    return Json.object().put("type", type).put(type + "Update", flat.without("type")).build();
  }
}
