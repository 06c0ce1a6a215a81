package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An exception is on record at the address by which the plan let its edit stay: where tasks are
/// paired with other live ones than before, the next plan finds nothing after an apply.
///
/// Nobody knows what was sent to the three tasks, which were adopted with edits to all of them.
class WaiverPathsCliTest {
  private static final List<String> FIELDS =
      List.of("title", "instructions", "assignee/id", "dueDate");

  private final EmulatedCli cli = new EmulatedCli();
  @TempDir Path folder;

  @BeforeEach
  void adoptEdits() throws Exception {
    Files.writeString(folder.resolve("procc.yaml"), "procc: v1\nkind: Project\nkey: p\n");
    define(false, "t1=1", "t2=2", "t3=3");
    procc("apply", "--yes");
    edit(0, "P");
    edit(1, "Q");
    edit(2, "R");
    procc("adopt", "a", id());
  }

  @AfterEach
  void stop() {
    cli.close();
  }

  /// Somebody removes the last task and adds another one; the definition adds one and lets two
  /// trade their keys: each task stands beside another live one than before.
  @ParameterizedTest(name = "parallel {0}: {1}")
  @CsvSource({
    "false, t3=1 t2=2 t9=9 t1=3",
    "false, t2=1 t3=2 t9=9 t1=3",
    "true, t3=1 t2=2 t9=9 t1=3",
    "true, t2=1 t3=2 t9=9 t1=3",
  })
  void everyTaskBesideAnother(boolean parallel, String tasks) throws Exception {
    procc("keep", "a", "--reason", "agreed");
    addInPlaceOfTheLast();
    define(parallel, tasks.split(" "));
    applyAll();
  }

  private void applyAll() {
    cli.run(folder, "keep", "a", "--reason", "agreed");
    procc("apply", "--yes");
    procc("plan", "--detailed-exitcode");
  }

  /// @param tasks key and number of each
  private void define(boolean parallel, String... tasks) throws Exception {
    StringBuilder text =
        new StringBuilder(
            """
            procc: v1
            kind: Process
            key: a
            name: Alpha
            businessStartDate: 2024-11-01
            businessEndDate: 2024-11-29
            autoClose: true
            certAutoApprove: false
            relativeDates: false
            root:
              name: Root
              parallel: %s
              children:
            """
                .formatted(parallel));
    for (String task : tasks) {
      String key = task.substring(0, task.indexOf('='));
      String number = task.substring(key.length() + 1);
      text.append(
          "    - { sendTask: %s, title: T%s, instructions: of %s, assignee: { id: u%s }, dueDate: 2024-11-0%s }\n"
              .formatted(key, number, number, number, number));
    }
    Files.writeString(folder.resolve("a.process.yaml"), text);
  }

  private void edit(int task, String title) throws Exception {
    for (String field : FIELDS) {
      String value =
          switch (field) {
            case "title", "instructions" -> title;
            case "dueDate" -> "2024-11-20";
            default -> "u" + title;
          };
      set("/root/children/" + task + "/job/arguments/sendTaskArgs/" + field, Json.of(value));
    }
  }

  private void addInPlaceOfTheLast() throws Exception {
    Json.Obj process = (Json.Obj) JsonReader.read(cli.send("GET", "/processes/" + id()));
    List<Json> tasks = new ArrayList<>(process.obj("root").orElseThrow().items("children"));
    String copy = tasks.getFirst().write().replaceFirst("\"id\":\"[^\"]*\"", "\"id\":\"added\"");
    tasks.set(tasks.size() - 1, JsonReader.read(copy));
    set("/root/children", Json.array(tasks));
    edit(tasks.size() - 1, "X");
  }

  private void set(String pointer, Json value) throws Exception {
    cli.send(
        "POST",
        "/_emulator/processes/" + id() + "/edit",
        "{\"user\":\"olga\",\"set\":{\"" + pointer + "\":" + value.write() + "}}");
  }

  private String id() throws Exception {
    Json.Obj list = (Json.Obj) JsonReader.read(cli.send("GET", "/processes"));
    return ((Json.Obj) list.items("data").getFirst()).text("id").orElseThrow();
  }

  private void procc(String... words) {
    CliCase.CommandResult result = cli.run(folder, words);
    assertEquals(0, result.exit(), result.stdout() + result.stderr());
  }
}
