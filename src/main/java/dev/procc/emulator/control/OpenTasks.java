package dev.procc.emulator.control;

import dev.procc.base.json.Json;
import dev.procc.emulator.build.Actions;
import dev.procc.emulator.store.Kind;
import dev.procc.emulator.store.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The tasks somebody has on the desk, with what can be done to each.
final class OpenTasks {
  private OpenTasks() {}

  /// @param run the run they belong to, or none for those of every run
  static List<Json> of(World world, Optional<String> run) {
    List<Json> tasks = new ArrayList<>();
    for (Json.Obj row : world.store().all(Kind.JOB)) {
      boolean mine = run.isEmpty() || run.get().equals(text(row, "run"));
      boolean running = text(row, "status").equals("running") && !row.has("generated");
      if (mine && running) {
        tasks.add(task(row));
      }
    }
    return tasks;
  }

  private static Json task(Json.Obj row) {
    Json.Obj arguments = Actions.arguments(row);
    boolean approval =
        text(row, "stage").equals("approver") || text(row, "action").contains("Approver");
    Json who = arguments.get(approval ? "approver" : "assignee");
    return Json.object()
        .put("task", row.get("task"))
        .put("jobRun", row.get("id"))
        .put("run", row.get("run"))
        .put("action", row.get("action"))
        .put("title", arguments.get("title"))
        .put("actionStatus", row.get("actionStatus"))
        .put("person", who)
        .put(
            "moves",
            Json.texts(
                approval ? List.of("approve", "reject", "cancel") : List.of("complete", "cancel")))
        .build();
  }

  private static String text(Json.Obj row, String name) {
    return row.text(name).orElse("");
  }
}
