package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many processes, each edited in Workiva at a random field, each then changed in its definition at
/// another field, and applied: everything that may be applied is applied, and every edit is kept.
class PortfolioEditsTest {
  private static final int PROCESSES = Integer.getInteger("portfolio.processes", 12);
  private static final long SEED = Long.getLong("portfolio.seed", 1);
  private static final String TASK = "/root/children/";
  private static final String ARGUMENTS = "/job/arguments/sendTaskArgs/";

  @TempDir Path folder;

  /// A field that both sides can change.
  ///
  /// @param pointer to it in the live process
  /// @param text the part of the definition that sets it; `KEY` stands for the key of the process
  private record Field(String pointer, String text, String before, String theirs, String ours) {}

  private static final List<Field> FIELDS =
      List.of(
          new Field("/name", "name: %s", "Process KEY", "Their process KEY", "Our process KEY"),
          new Field("/dueDate", "dueDate: %s", "2025-01-15", "2025-01-16", "2025-01-17"),
          new Field(
              "/businessEndDate", "businessEndDate: %s", "2024-12-30", "2024-12-31", "2025-01-02"),
          new Field("/root/name", "name: %s", "Root", "Their root", "Our root"),
          task(0, "title", "title: %s", "Task one", "Their one", "Our one"),
          task(0, "instructions", "instructions: %s", "Do KEY", "Do theirs", "Do ours"),
          task(0, "assignee/id", "assignee: { id: %s }", "u2", "u8", "u9"),
          task(0, "dueDate", "dueDate: %s", "2024-11-05", "2024-11-06", "2024-11-07"),
          task(1, "title", "title: %s", "Task two", "Their two", "Our two"),
          task(1, "assignee/id", "assignee: { id: %s }", "u3", "u6", "u7"),
          task(1, "dueDate", "dueDate: %s", "2024-11-11", "2024-11-12", "2024-11-13"));

  private static Field task(
      int at, String name, String text, String before, String theirs, String ours) {
    return new Field(TASK + at + ARGUMENTS + name, text, before, theirs, ours);
  }

  @Test
  void everyEditStillStands() throws Exception {
    Random random = new Random(SEED);
    Files.writeString(folder.resolve("procc.yaml"), "procc: v1\nkind: Project\nkey: p\n");
    Map<String, Field> edits = new LinkedHashMap<>();
    try (EmulatedCli cli = new EmulatedCli()) {
      for (int i = 1; i <= PROCESSES; i++) {
        write("p" + i, null);
      }
      assertEquals(0, cli.run(folder, "apply", "--yes").exit());
      for (int i = 1; i <= PROCESSES; i++) {
        Field theirs = FIELDS.get(random.nextInt(FIELDS.size()));
        Field ours = theirs;
        while (ours == theirs) {
          ours = FIELDS.get(random.nextInt(FIELDS.size()));
        }
        edits.put("p" + i, theirs);
        cli.send(
            "POST",
            "/_emulator/processes/" + id("p" + i) + "/edit",
            "{\"user\":\"olga\",\"set\":{\"%s\":\"%s\"}}"
                .formatted(theirs.pointer(), theirs.theirs().replace("KEY", "p" + i)));
        write("p" + i, ours);
      }
      CliCase.CommandResult all = cli.run(folder, "apply", "--yes");
      assertEquals(4, all.exit(), all.stdout() + all.stderr());
      stand(cli, edits, all);

      int applied = 0;
      for (String key : edits.keySet()) {
        CliCase.CommandResult one = cli.run(folder, "apply", "--yes", key);
        assertTrue(one.exit() == 0 || one.exit() == 4, one.stdout() + one.stderr());
        applied += one.exit() == 0 ? 1 : 0;
        if (one.exit() == 4) {
          String said = one.stdout() + one.stderr();
          assertTrue(said.contains(key + ":") || said.contains(key + "/"), said);
        }
      }
      assertTrue(applied < PROCESSES, "nothing was refused");
      stand(cli, edits, all);

      for (String key : edits.keySet()) {
        cli.run(folder, "keep", key, "--reason", "agreed");
      }
      CliCase.CommandResult kept = cli.run(folder, "apply", "--yes");
      assertEquals(0, kept.exit(), kept.stdout() + kept.stderr());
      stand(cli, edits, kept);
      assertEquals(0, cli.run(folder, "plan", "--detailed-exitcode").exit());
    }
  }

  private void stand(EmulatedCli cli, Map<String, Field> edits, CliCase.CommandResult after)
      throws Exception {
    for (Map.Entry<String, Field> edit : edits.entrySet()) {
      Json at = JsonReader.read(cli.send("GET", "/processes/" + id(edit.getKey())));
      for (String step : edit.getValue().pointer().substring(1).split("/")) {
        at =
            at instanceof Json.Arr list
                ? list.items().get(Integer.parseInt(step))
                : ((Json.Obj) at).get(step);
      }
      assertEquals(
          Json.of(edit.getValue().theirs().replace("KEY", edit.getKey())),
          at,
          () -> edit + " is undone\n" + after.stdout() + after.stderr());
    }
    Json.Obj list = (Json.Obj) JsonReader.read(cli.send("GET", "/processes"));
    assertEquals(PROCESSES, list.items("data").size());
  }

  /// The id of a process, as the ledger says.
  private String id(String key) throws Exception {
    Path entry = folder.resolve("procc.state/default/" + key + ".json");
    return ((Json.Obj) JsonReader.read(Files.readString(entry))).text("id").orElseThrow();
  }

  private void write(String key, @Nullable Field ours) throws Exception {
    String text =
        """
        procc: v1
        kind: Process
        key: KEY
        name: Process KEY
        dueDate: 2025-01-15
        businessStartDate: 2024-11-01
        businessEndDate: 2024-12-30
        autoClose: true
        certAutoApprove: false
        relativeDates: false
        root:
          name: Root
          parallel: false
          children:
            - sendTask: t1
              title: Task one
              instructions: Do KEY
              assignee: { id: u2 }
              dueDate: 2024-11-05
            - sendTask: t2
              title: Task two
              assignee: { id: u3 }
              dueDate: 2024-11-11
        """;
    if (ours != null) {
      String before = ours.text().formatted(ours.before());
      assertTrue(text.contains(before), before);
      text = text.replace(before, ours.text().formatted(ours.ours()));
    }
    Files.writeString(folder.resolve(key + ".process.yaml"), text.replace("KEY", key));
  }
}
