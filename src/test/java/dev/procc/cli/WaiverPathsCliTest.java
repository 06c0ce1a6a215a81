package dev.procc.cli;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A waiver is recorded at the path at which the plan allowed its edit: if an apply pairs tasks
/// with other live ones than before, the next plan finds nothing.
///
/// It is unknown what was sent to the three tasks, which were adopted with edits to all of them.
class WaiverPathsCliTest {
  private static final List<String> FIELDS =
      List.of("title", "instructions", "assignee/id", "dueDate");

  @TempDir Path folder;
  private AlphaProject alpha;

  @BeforeEach
  void adoptEdits() throws Exception {
    alpha = new AlphaProject(folder);
    define(false, "t1=1", "t2=2", "t3=3");
    alpha.apply();
    edit(0, "P");
    edit(1, "Q");
    edit(2, "R");
    alpha.procc(0, "adopt", "a", alpha.id());
  }

  @AfterEach
  void stop() {
    alpha.close();
  }

  /// Somebody removes the last task and adds another one; the definition adds one and exchanges the
  /// keys of two: each task is paired with another live one than before.
  @ParameterizedTest(name = "parallel {0}: {1}")
  @CsvSource({
    "false, t3=1 t2=2 t9=9 t1=3",
    "false, t2=1 t3=2 t9=9 t1=3",
    "true, t3=1 t2=2 t9=9 t1=3",
    "true, t2=1 t3=2 t9=9 t1=3",
  })
  void everyTaskBesideAnother(boolean parallel, String tasks) throws Exception {
    alpha.keep("a");
    addInPlaceOfTheLast();
    define(parallel, tasks.split(" "));
    alpha.procc("keep", "a", "--reason", "agreed");
    alpha.apply().plan(0);
  }

  /// @param tasks the key and the number of each task
  private void define(boolean parallel, String... tasks) throws Exception {
    String before = AlphaProject.DEFINITION.replaceAll("(?m)^ +- .*\\R", "");
    alpha.define(before.replace("parallel: false", "parallel: " + parallel));
    for (String task : tasks) {
      String key = task.substring(0, task.indexOf('='));
      String number = task.substring(key.length() + 1);
      alpha.addTask(
          key,
          "title: T%1$s, instructions: of %1$s, assignee: { id: u%1$s }, dueDate: 2024-11-0%1$s"
              .formatted(number));
    }
  }

  private void edit(int task, String title) throws Exception {
    for (String field : FIELDS) {
      String value =
          switch (field) {
            case "title", "instructions" -> title;
            case "dueDate" -> "2024-11-20";
            default -> "u" + title;
          };
      alpha.edit(
          "/root/children/" + task + "/job/arguments/sendTaskArgs/" + field,
          Json.of(value).write());
    }
  }

  private void addInPlaceOfTheLast() throws Exception {
    List<Json> tasks = new ArrayList<>(alpha.tasks());
    String copy = tasks.getFirst().write().replaceFirst("\"id\":\"[^\"]*\"", "\"id\":\"added\"");
    tasks.set(tasks.size() - 1, JsonReader.read(copy));
    alpha.editTasks(tasks);
    edit(tasks.size() - 1, "X");
  }
}
