package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Manual changes of the ledger are recorded like the changes that an apply makes in Workiva, and a
/// record that is missing because the program was interrupted is named and written.
class HandStepRecordsTest {
  private final EmulatedCli cli = new EmulatedCli();
  @TempDir Path folder;

  @BeforeEach
  void create() throws Exception {
    Files.writeString(folder.resolve("procc.yaml"), "procc: v1\nkind: Project\nkey: p\n");
    define("a", "Alpha");
    procc(0, "apply", "--yes");
  }

  @AfterEach
  void stop() {
    cli.close();
  }

  @Test
  void keptEditsAreOnRecord() throws Exception {
    edit();
    procc(0, "keep", "a", "--reason", "agreed with Kim", "--until", "2025-03-31");
    String record = procc(0, "log", "a", "--record", "2");
    assertTrue(record.contains("keep: applied"), record);
    assertTrue(
        record.contains("Kept: a:name \"Theirs\" until Mon 2025-03-31: agreed with Kim"), record);
    procc(0, "keep", "a", "--end");
    record = procc(0, "log", "a", "--record", "3");
    assertTrue(record.contains("No longer kept: a:name"), record);
  }

  @Test
  void adoptionsAreOnRecord() throws Exception {
    String first = id("Alpha");
    procc(0, "state", "forget", "a", "--yes");
    assertTrue(procc(0, "log", "a").contains("forget"), () -> procc(0, "log", "a"));
    procc(0, "adopt", "a", first);
    assertTrue(procc(0, "log", "a", "--record", "3").contains("Adopted: a is " + first));
    define("b", "Beta");
    procc(0, "apply", "--yes");
    String other = id("Beta");
    Files.delete(folder.resolve("b.process.yaml"));
    procc(0, "state", "forget", "b", "--yes");
    procc(0, "adopt", "a", other, "--instead");
    String record = procc(0, "log", "a", "--record", "4");
    assertTrue(record.contains("Adopted: a is " + other), record);
    assertTrue(record.contains("DELETE /processes/" + first), record);
    procc(0, "log", "a");
  }

  @Test
  void movesAndRebuildsAreOnRecord() throws Exception {
    procc(0, "state", "mv", "a", "c", "--yes");
    assertTrue(procc(0, "log", "c", "--record", "2").contains("a is recorded as c"));
    Files.move(folder.resolve("a.process.yaml"), folder.resolve("c.process.yaml"));
    define("c", "Alpha");
    Path entry = ledger("c");
    Files.delete(entry);
    procc(0, "state", "rebuild", "--yes");
    assertTrue(procc(0, "log", "c", "--record", "3").contains("rewritten from"));
    Files.writeString(entry, "{");
    procc(0, "state", "forget", "c", "--yes");
    assertTrue(procc(0, "log", "c").contains("its record could not be read"));
  }

  /// The ledger after a `keep` that was interrupted before its record.
  @Test
  void aRecordThatIsMissingIsNamedAndWritten() throws Exception {
    Path entry = ledger("a");
    Json.Obj owed =
        Json.object()
            .put("command", "keep")
            .put("note", "keep a:name")
            .put("hash", "")
            .put("at", "2024-10-01T09:00:00Z")
            .build();
    Json.Obj cutOff =
        ((Json.Obj) JsonReader.read(Files.readString(entry))).with("owedRecord", owed);
    for (List<String> next :
        List.of(
            List.of("apply", "--resume", "--yes"),
            List.of("keep", "a", "--reason", "agreed"),
            List.of("trash", "a", "--yes", "--changed"),
            List.of("restore", "a", "--yes"))) {
      edit();
      Json.Obj now = (Json.Obj) JsonReader.read(Files.readString(entry));
      Files.writeString(entry, now.with("owedRecord", cutOff.get("owedRecord")).pretty());
      String log = procc(6, "log", "a");
      assertTrue(
          log.contains("the record of the last keep (Tue 2024-10-01 09:00 UTC, keep a:name)"), log);
      procc(0, next.toArray(String[]::new));
      log = procc(0, "log", "a");
      assertTrue(log.contains("cut off before this record"), log);
    }
  }

  /// Of several addresses one covers nothing: then nothing is kept, as the command says.
  @Test
  void nothingIsKeptWhereOneOfThemIsNothing() throws Exception {
    edit();
    procc(7, "keep", "a:name", "a:dueDate", "--reason", "agreed");
    assertTrue(procc(0, "state", "show", "a").contains("\"kept\": []"));
    procc(0, "keep", "a:name", "a", "--reason", "agreed");
    procc(7, "keep", "a:name", "a:dueDate", "--end");
    assertTrue(procc(0, "state", "show", "a").contains("agreed"));
    procc(0, "log", "a");
  }

  /// A keep was cut off before its record, and then the process was trashed and made anew by hand.
  @Test
  void aRebuildForgetsNoRecordThatIsMissing() throws Exception {
    Path entry = ledger("a");
    Json.Obj owed =
        Json.object()
            .put("command", "keep")
            .put("note", "keep a:name")
            .put("hash", "")
            .put("at", "2024-10-01T09:00:00Z")
            .build();
    Json.Obj cutOff =
        ((Json.Obj) JsonReader.read(Files.readString(entry).replace(id("Alpha"), "gone")))
            .with("owedRecord", owed);
    Files.writeString(entry, cutOff.pretty());
    procc(0, "state", "rebuild", "--yes");
    String log = procc(0, "log", "a");
    assertTrue(log.contains("keep a:name"), log);
    assertTrue(log.contains("rewritten from"), log);
  }

  private void define(String key, String name) throws Exception {
    Files.writeString(
        folder.resolve(key + ".process.yaml"),
        """
        procc: v1
        kind: Process
        key: %s
        name: %s
        businessStartDate: 2024-11-01
        businessEndDate: 2024-11-29
        autoClose: true
        certAutoApprove: false
        relativeDates: false
        root:
          name: Root
          parallel: false
          children:
            - { sendTask: t1, title: %s one, assignee: { id: u2 }, dueDate: 2024-11-05 }
        """
            .formatted(key, name, name));
  }

  private Path ledger(String key) {
    return folder.resolve("procc.state/default/" + key + ".json");
  }

  private String id(String name) throws Exception {
    Json.Obj list = (Json.Obj) JsonReader.read(cli.send("GET", "/processes"));
    for (Json item : list.items("data")) {
      if (((Json.Obj) item).text("name").orElse("").equals(name)) {
        return ((Json.Obj) item).text("id").orElseThrow();
      }
    }
    throw new AssertionError(name);
  }

  private void edit() throws Exception {
    Json.Obj list = (Json.Obj) JsonReader.read(cli.send("GET", "/processes"));
    for (Json item : list.items("data")) {
      cli.send(
          "POST",
          "/_emulator/processes/" + ((Json.Obj) item).text("id").orElseThrow() + "/edit",
          "{\"user\":\"olga\",\"set\":{\"/name\":\"Theirs\"}}");
    }
  }

  private String procc(int exit, String... words) {
    CliCase.CommandResult result = cli.run(folder, words);
    String told = result.stdout() + result.stderr();
    assertEquals(exit, result.exit(), String.join(" ", words) + "\n" + told);
    return told;
  }
}
