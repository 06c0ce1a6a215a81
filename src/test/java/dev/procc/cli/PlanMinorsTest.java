package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Details of what plan and apply say.
class PlanMinorsTest {
  private static final String DUE = "/root/children/0/job/arguments/sendTaskArgs/dueDate";

  @TempDir Path folder;
  private AlphaProject alpha;

  @BeforeEach
  void begin() throws Exception {
    alpha = new AlphaProject(folder);
    alpha.apply();
  }

  @AfterEach
  void stop() {
    alpha.close();
  }

  /// A refusal names who changed the process last, unless we did.
  @Test
  void weAreNotNamedForAnEdit() throws Exception {
    alpha.edit(DUE, "\"2024-11-20\"");
    assertTrue(alpha.plan(4).contains("a/t1:dueDate; the process was last changed by olga"));
    alpha.procc(0, "keep", "a", "--reason", "agreed");
    alpha.change("name: Alpha", "name: Beta").apply().change("u3", "u9");
    alpha.procc(0, "keep", "a", "--end");
    String plan = alpha.plan(4);
    assertTrue(
        plan.contains("1 edit made in Workiva would be undone: a/t1:dueDate To go on"), plan);
  }

  /// An edit of a field that the definition leaves out is kept, and is not shown as a change of a
  /// value to itself.
  @Test
  void anEditOfWhatTheDefinitionLeavesOutIsSaidToBeOne() throws Exception {
    alpha.edit(DUE.replace("dueDate", "instructions"), "\"By hand\"");
    String plan = alpha.plan(0);
    assertTrue(plan.contains("\"By hand\" -> not set in the definition"), plan);
    alpha.change("Task two", "Task three").procc(0, "plan", "--md-out", "comment.md");
    String comment = Files.readString(folder.resolve("comment.md"));
    assertTrue(comment.contains("not set in the definition"), comment);
  }

  /// The record of a create contains each task with its people, as last applied.
  @Test
  void whatACreatedTaskHadIsOnRecord() throws Exception {
    String record = alpha.procc(0, "log", "a", "--record", "1");
    assertTrue(record.contains("Created task \"Task one\": u2, due Tue 2024-11-05"), record);
    alpha.edit(DUE.replace("dueDate", "assignee"), "{\"id\":\"u9\",\"type\":\"user\"}");
    String plan = alpha.plan(4);
    assertTrue(plan.contains("last applied u2 in Workiva u9 the definition u2"), plan);
  }

  /// A date that is defined as it is live, and that Workiva would move with its closed days, is
  /// reported as unchanged.
  @Test
  void aDayThatStaysIsNoPredictedMove() throws Exception {
    alpha.change("relativeDates: false", "relativeDates: true").apply();
    alpha.change("businessEndDate: 2024-11-29", "businessEndDate: 2024-11-29\ncalendar: c");
    Files.writeString(
        folder.resolve("c.yaml"),
        """
        procc: v1
        kind: Calendar
        key: c
        workdays: mon-fri
        covers: 2024-01-01..2025-12-31
        holidays: [2024-11-06]
        """);
    alpha.change("dueDate: 2024-11-06", "dueDate: 2024-11-12").apply();
    Files.writeString(
        folder.resolve("c.yaml"),
        Files.readString(folder.resolve("c.yaml"))
            .replace("2024-11-06]", "2024-11-06, 2024-11-08]"));
    String plan = alpha.plan(2);
    assertTrue(plan.contains("Tue 2024-11-12 -> stays; Workiva itself would move it"), plan);
    assertFalse(plan.contains("by hand"), plan);
  }

  /// A person who loses a task because an edit is undone is counted like one who loses it by the
  /// definition.
  @Test
  void peopleWhoseEditIsUndoneAreCounted() throws Exception {
    alpha.edit(DUE.replace("dueDate", "assignee"), "{\"id\":\"u7\",\"type\":\"user\"}");
    alpha.change("u3", "u9");
    String plan = alpha.procc(4, "plan", "--detailed-exitcode", "--detail");
    assertTrue(plan.contains("u7: 1 task -> none"), plan);
    assertTrue(plan.contains("u2: none -> 1 task"), plan);
  }

  /// If a file was emptied, the plan names it.
  @Test
  void whereADefinitionWasIsSaid() throws Exception {
    alpha.change("autoClose", "onRemoval: trash\nautoClose").apply().define("");
    String plan = alpha.plan(4);
    assertTrue(plan.contains("Note: it was last defined by a.process.yaml"), plan);
  }

  /// A record without nodes does not say who made a difference.
  @Test
  void withoutNodesNobodyIsNamed() throws Exception {
    alpha.edit(DUE, "\"2024-11-20\"");
    Path file = folder.resolve("procc.state/default/a.json");
    Json.Obj entry = (Json.Obj) JsonReader.read(Files.readString(file));
    Files.writeString(file, entry.with("nodes", Json.array(List.of())).pretty());
    String plan = alpha.plan(4);
    assertTrue(plan.contains("nobody knows who made which difference"), plan);
    assertTrue(plan.contains("Refused (overwrite): nothing is recorded of it"), plan);
  }

  /// A resume that fails after some steps were done before has the exit code of a partial apply,
  /// too.
  @Test
  void aResumeThatGivesUpEndsInPart() throws Exception {
    alpha.change("u3", "u9");
    alpha.send(
        "PUT",
        "/_emulator/faults",
        "{\"faults\":[{\"on\":\"trashProcess\",\"do\":\"fail-before\",\"status\":403,\"times\":0}]}");
    alpha.procc(6, "apply", "--yes");
    String resumed = alpha.procc(6, "apply", "--resume");
    assertTrue(resumed.contains("may both be live"), resumed);
  }

  /// The emulator's limit for titles holds for a rename as for a create.
  @Test
  void aLongTitleIsRefusedInABatchToo() throws Exception {
    alpha.send("PUT", "/_emulator/readings", "{\"lengths\": \"tasks\"}");
    String id = alpha.shown("/root/children/0/job/id");
    String update =
        "{\"data\":[{\"type\":\"jobName\",\"jobNameUpdate\":{\"id\":\"%s\",\"newName\":\"%s\"}}]}";
    String path = "/processes/" + alpha.id() + "/batchUpdates";
    alpha.send("POST", path, update.formatted(id, "x".repeat(500)));
    AssertionError refused =
        assertThrows(
            AssertionError.class,
            () -> alpha.send("POST", path, update.formatted(id, "x".repeat(501))));
    assertTrue(refused.getMessage().contains("more than 500 characters"), refused.getMessage());
  }

  /// A waiver for a task that both sides have removed is settled: it does not cover a new task that
  /// gets its key.
  @Test
  void anExceptionEndsWithItsTask() throws Exception {
    Json.Obj process =
        (Json.Obj) JsonReader.read(alpha.send("GET", "/processes/" + alpha.id(), ""));
    Json first = process.obj("root").orElseThrow().items("children").getFirst();
    alpha.edit("/root/children", Json.array(List.of(first)).write());
    alpha.procc(0, "keep", "a", "--reason", "agreed");
    alpha.change("u2", "u9").apply().withoutSecondTask().apply().addTask("t2");
    String plan = alpha.plan(2);
    assertFalse(plan.contains("stays as it is in Workiva"), plan);
    String log = alpha.apply().procc(0, "log", "a");
    assertFalse(log.contains("kept: "), log);
  }

  /// A process that the definitions protect now is protected from a plan that was saved before.
  @Test
  void aSavedPlanMeetsAProtectionThatCameLater() throws Exception {
    alpha.change("u3", "u9");
    alpha.procc(0, "plan", "--save", "p.json");
    alpha.change("autoClose", "protect: true\nautoClose");
    String refused = alpha.procc(4, "apply", "p.json", "--yes");
    assertTrue(refused.contains("it is protected (protect: true)"), refused);
    alpha.procc(0, "apply", "p.json", "--yes", "--unprotect", "a");
  }

  /// If the revision has changed, no message says that nobody edited: procc does not know every
  /// field.
  @Test
  void anEditOfWhatNoRuleComparesIsNotDenied() throws Exception {
    alpha.edit("/root/children/0/job/arguments/sendTaskArgs/unheardOf", "\"See the folder\"");
    String plan = alpha.procc(0, "plan", "--full");
    assertTrue(plan.contains("as last applied (revision 2) in all that procc knows"), plan);
    alpha.change("u3", "u9");
    plan = alpha.procc(0, "plan");
    assertTrue(plan.contains("sendTaskArgs/unheardOf"), plan);
    assertFalse(plan.contains("nobody has edited it"), plan);
  }

  /// An accent of its own: nobody sees the difference, so it is shown and said.
  @Test
  void aDifferenceThatNobodySeesIsSaid() throws Exception {
    alpha.change("Task one", "Caf\u00e9").apply();
    alpha.edit("/root/children/0/job/arguments/sendTaskArgs/title", "\"Cafe\u0301\"");
    alpha.procc("plan", "--html-out", "p.html", "--md-out", "p.md", "--overwrite-live", "a");
    for (String page : List.of("p.md", "p.html")) {
      String shown = Files.readString(alpha.folder().resolve(page));
      assertTrue(shown.contains("(looks the same)") && shown.contains("U+0301"), shown);
    }
    String plan = alpha.procc(0, "plan", "--overwrite-live", "a");
    assertTrue(plan.contains("title: \"Cafe<U+0301>\" -> \"Caf<U+00E9>\" (looks the same)"), plan);
  }

  /// A name that looks the same is the same to people, whatever characters it is made of.
  @ParameterizedTest
  @ValueSource(strings = {"A\u030alpha", "\u00c5l\u200bpha", "\u00c5lpha\u00a0", "\u00e5LPHA"})
  void aNameThatLooksTheSameIsANamesake(String name) throws Exception {
    alpha.procc(0, "state", "forget", "a", "--yes");
    alpha.edit("/name", "\"\u00c5lpha\"").edit("/dueDate", "\"2025-02-03\"");
    alpha.change("name: Alpha", "name: \"" + name + "\"");
    String refused = alpha.procc(4, "apply", "--yes");
    assertTrue(refused.contains("of that name already"), refused);
    assertEquals(1, alpha.ids().size());
  }

  /// No target of the project takes over what another target has on a server.
  @Test
  void aProcessIsOfOneTarget() throws Exception {
    String one = "one: { apiUrl: \"" + alpha.url() + "\" }";
    alpha.settings("targets: { " + one + ", " + one.replace("one", "two") + " }");
    alpha.procc(0, "adopt", "a", alpha.id(), "--target", "one");
    String refused = alpha.procc(4, "adopt", "a", alpha.id(), "--target", "two");
    assertTrue(refused.contains("is the process of a of target one"), refused);
    refused = alpha.procc(4, "adopt", "a", alpha.id(), "--instead", "--target", "two");
    assertTrue(refused.contains("procc list --target two"), refused);
    String rebuilt = alpha.procc(0, "state", "rebuild", "--yes", "--target", "two");
    assertTrue(rebuilt.contains("1 not in Workiva") && !rebuilt.contains("to record"), rebuilt);
    alpha.procc(0, "plan", "--target", "one", "--detailed-exitcode");
  }
}
