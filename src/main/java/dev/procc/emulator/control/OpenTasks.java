package dev.procc.emulator.control;

import dev.procc.base.json.Json;
import dev.procc.emulator.build.JobActions;
import dev.procc.emulator.store.EmulatorState;
import dev.procc.emulator.store.RowKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The running tasks that wait for a person, with the possible actions on each.
final class OpenTasks {
  private OpenTasks() {}

  /// @param run whose tasks are listed; empty for all runs
  static List<Json> of(EmulatorState state, Optional<String> run) {
    List<Json> tasks = new ArrayList<>();
    for (Json.Obj row : state.store().all(RowKind.JOB)) {
      boolean matchesRun = run.isEmpty() || run.get().equals(text(row, "run"));
      boolean running = text(row, "status").equals("running") && !row.has("generated");
      if (matchesRun && running) {
        tasks.add(task(row));
      }
    }
    return tasks;
  }

  private static Json task(Json.Obj row) {
    Json.Obj arguments = JobActions.arguments(row);
    boolean approval =
        text(row, "stage").equals("approver") || text(row, "action").contains("Approver");
    Json person =
        arguments.has("participant")
            ? arguments.get("participant")
            : arguments.get(approval ? "approver" : "assignee");
    return Json.object()
        .put("task", row.get("task"))
        .put("jobRun", row.get("id"))
        .put("run", row.get("run"))
        .put("action", row.get("action"))
        .put("title", arguments.get("title"))
        .put("actionStatus", row.get("actionStatus"))
        .put("person", person)
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
