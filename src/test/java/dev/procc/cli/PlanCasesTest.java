package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import dev.procc.testing.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The ways in which plan and apply once broke their promises, each named by its finding. What
/// happens between two calls (B1: a resume during a running apply, B3: a run that starts before the
/// DELETE) is tested in `TrashGuardTest`, and with the built program in `KillIT`.
class PlanCasesTest {
  private static final String NOBODY = "nobody has edited it in Workiva since";
  private static final String DUE = "/root/children/0/job/arguments/sendTaskArgs/dueDate";
  private static final String TITLE = "/root/children/0/job/arguments/sendTaskArgs/title";
  private static final String REFUSED_FOR_GOOD =
      "{\"on\":\"%s\",\"do\":\"fail-before\",\"status\":%d,\"times\":0}";

  @TempDir Path folder;
  private AlphaProject alpha;

  @BeforeEach
  void project() throws Exception {
    alpha = new AlphaProject(folder);
  }

  @AfterEach
  void stop() {
    alpha.close();
  }

  // What has the guard of a DELETE in front of it

  @Test
  @DisplayName("B2: a resume trashes no process that was started, or edited, meanwhile")
  void resumeAfterARun() throws Exception {
    alpha.apply();
    String old = alpha.id();
    changeAssignee();
    alpha.faults(REFUSED_FOR_GOOD.formatted("trashProcess", 403));
    alpha.procc(6, "apply", "--yes");
    alpha.faults("");
    alpha.send("POST", "/processes/" + old + "/run", "");
    String resumed = alpha.procc(5, "apply", "--resume", "--yes");
    assertTrue(resumed.contains(old + " has a run"), resumed);
    assertEquals(List.of(old), alpha.ids());
  }

  // Whose an edit is

  @Test
  @DisplayName("B4: what was kept stays known as theirs after a replacement")
  void keptThenReplaced() throws Exception {
    alpha.apply();
    alpha.edit(DUE, "\"2024-11-20\"");
    changeAssignee();
    alpha.procc(0, "keep", "a/t1:dueDate", "--reason", "x", "--until", "2024-12-31");
    alpha.apply();
    String plan = alpha.plan(0);
    assertTrue(plan.contains("with 1 edit made in Workiva before"), plan);
    assertFalse(plan.contains(NOBODY), plan);
  }

  @Test
  @DisplayName("B5: a task that was removed in Workiva is not brought back")
  void removedInWorkiva() throws Exception {
    alpha.apply();
    Json root = alpha.process().obj("root").orElseThrow();
    alpha.edit(
        "/root/children", Json.array(((Json.Obj) root).items("children").getFirst()).write());
    alpha.change("name: Alpha", "name: Beta");
    alpha.procc(4, "apply", "--yes");
    assertTrue(alpha.plan(4).contains("a/t2:node"));
    alpha.procc(0, "keep", "a/t2:node", "--reason", "x");
    alpha.apply();
    alpha.plan(0);
  }

  @Test
  @DisplayName("B6, B6b: a key that is renamed without moved hides no edit")
  void renamedKey() throws Exception {
    alpha.apply();
    alpha.edit(TITLE, "\"Olga title\"");
    alpha.change("sendTask: t1,", "sendTask: t1b,");
    assertTrue(alpha.plan(4).contains("a/t1b:title"));
    alpha.edit(TITLE, "\"Task one\"");
    alpha.edit(DUE, "\"2024-11-20\"");
    String plan = alpha.plan(4);
    assertTrue(plan.contains("a/t1b:dueDate"), plan);
    assertFalse(plan.contains(NOBODY), plan);
  }

  @Test
  @DisplayName("B7: a field that is never shown is planned when it changes")
  void writeOnlyField() throws Exception {
    alpha.change("autoClose", "ipmBetaEnabled: true\nautoClose");
    alpha.apply();
    alpha.change("ipmBetaEnabled: true", "ipmBetaEnabled: false");
    assertTrue(alpha.plan(2).contains("ipmBetaEnabled: false"));
    alpha.apply();
    alpha.procc(0, "plan", "--detailed-exitcode", "--full");
  }

  @Test
  @DisplayName("M3: an edit that the definition takes over is on record as agreed")
  void convergence() throws Exception {
    alpha.apply();
    alpha.edit(DUE, "\"2024-11-20\"");
    alpha.change("dueDate: 2024-11-05", "dueDate: 2024-11-20");
    alpha.apply();
    alpha.edit(DUE, "\"2024-11-05\"");
    String plan = alpha.plan(4);
    assertTrue(plan.contains("a/t1:dueDate; the process was last changed by olga"), plan);
  }

  @Test
  @DisplayName("M4: an adoption launders no edit")
  void adoption() throws Exception {
    alpha.apply();
    alpha.edit(DUE, "\"2024-11-20\"");
    changeAssignee();
    alpha.procc(0, "adopt", "a", alpha.id());
    String plan = alpha.plan(4);
    assertTrue(plan.contains("a/t1:dueDate"), plan);
    assertFalse(plan.contains(NOBODY), plan);
  }

  // No duplicate

  @Test
  @DisplayName("M1: another key makes no second process")
  void anotherKey() throws Exception {
    alpha.apply();
    String old = alpha.id();
    alpha.change("key: a\n", "key: b\n");
    assertTrue(alpha.plan(4).contains("procc state mv a b"));
    alpha.procc(4, "apply", "--yes");
    assertEquals(List.of(old), alpha.ids());
    alpha.procc(0, "state", "mv", "a", "b");
    alpha.plan(0);
    alpha.procc(0, "log", "b");
  }

  @Test
  @DisplayName("M2: a lost ledger and another name make no second process")
  void lostLedgerOtherName() throws Exception {
    alpha.apply();
    String old = alpha.id();
    loseLedger();
    alpha.change("name: Alpha", "name: Alpha v2");
    assertTrue(alpha.plan(4).contains("procc adopt a " + old));
    alpha.procc(4, "apply", "--yes");
    assertEquals(List.of(old), alpha.ids());
    alpha.procc(0, "adopt", "a", old);
    assertTrue(alpha.plan(4).contains("a:name"));
  }

  @Test
  @DisplayName("counts: what was taken back is not changed")
  void takenBack() throws Exception {
    alpha.change("assignee: { id: u2 }, ", "");
    String applied = alpha.procc(3, "apply", "--yes");
    assertTrue(applied.contains("it is in the bin"), applied);
    assertTrue(applied.contains("0 processes changed, 1 taken back"), applied);
    assertEquals(List.of(), alpha.ids());
  }

  // What limits a plan

  @Test
  @DisplayName("M6: the guards of a saved plan cannot be taken out")
  void tamperedPlan() throws Exception {
    alpha.change("autoClose", "protect: true\nautoClose");
    alpha.apply();
    changeAssignee();
    alpha.procc(4, "plan", "--detailed-exitcode", "--save", "c.json");
    Path saved = folder.resolve("c.json");
    Json.Obj plan = (Json.Obj) JsonReader.read(Files.readString(saved));
    Json.Obj process = (Json.Obj) plan.items("processes").getFirst();
    List<Json> without = List.of(process.with("refusals", Json.array(List.of())));
    Files.writeString(saved, plan.with("processes", Json.array(without)).write());
    String old = alpha.id();
    assertTrue(alpha.procc(1, "show", "c.json").contains("the file was changed"));
    alpha.procc(1, "apply", "--yes", "c.json");
    assertEquals(List.of(old), alpha.ids());
  }

  @Test
  @DisplayName("M7: what the server refuses for good ends in a plan")
  void refusedForGood() throws Exception {
    for (int status : new int[] {400, 403, 404, 409}) {
      alpha.define(AlphaProject.DEFINITION);
      alpha.apply();
      alpha.change("name: Alpha", "name: Beta");
      alpha.change("title: Task one", "title: Task 1");
      alpha.faults(REFUSED_FOR_GOOD.formatted("batchUpdateProcess", status));
      alpha.procc(6, "apply", "--yes");
      assertTrue(alpha.procc(0, "apply", "--resume", "--yes").contains("Nothing is pending"));
      alpha.faults("");
      alpha.change("title: Task 1", "title: Task one");
      alpha.plan(0);
    }
  }

  @Test
  @DisplayName("M8: limits of a process count, and the flag that is named lifts them")
  void limitsOfAProcess() throws Exception {
    alpha.change("autoClose", "safety: { maxReplace: 0 }\nautoClose");
    alpha.apply();
    changeAssignee();
    assertTrue(alpha.plan(4).contains("procc apply --max-replace 1"));
    alpha.procc(4, "apply", "--yes");
    alpha.procc(0, "apply", "--yes", "--max-replace", "1");
    alpha.plan(0);

    loseLedger();
    alpha.define(
        AlphaProject.DEFINITION.replace("autoClose", "safety: { maxCreate: 0 }\nautoClose"));
    alpha.change("key: a\n", "key: c\n");
    alpha.change("name: Alpha", "name: Gamma");
    alpha.change("Task one", "Other");
    alpha.change("Task two", "Others");
    String plan = alpha.plan(4);
    assertTrue(plan.contains("--max-create 1"), plan);
  }

  @Test
  @DisplayName("M9: an exception for a node or its position is one, or is refused")
  void keepOfANode() throws Exception {
    alpha.apply();
    alpha.procc(7, "keep", "a/t2:position", "--reason", "x");
    alpha.procc(7, "keep", "a/t2:node", "--reason", "x");
    List<Json> tasks = alpha.process().obj("root").orElseThrow().items("children");
    alpha.edit("/root/children", Json.array(tasks.reversed()).write());
    String refused = alpha.plan(4);
    assertTrue(refused.contains(":position"), refused);
    alpha.procc(0, "keep", "a", "--reason", "x");
    alpha.plan(0);
  }

  // Answers and records

  @Test
  @DisplayName("M12: without a ledger and with half an answer nothing is created")
  void brokenAnswers() throws Exception {
    alpha.apply();
    String old = alpha.id();
    String lost = alpha.procc(0, "list");
    assertTrue(lost.contains(old), lost);
    loseLedger();
    alpha.faults("{\"on\":\"listProcesses\",\"do\":\"drop-after\",\"times\":0}");
    assertEquals(1, alpha.procc("apply", "--yes").exit());
    alpha.faults("");
    alpha.procc(4, "apply", "--yes");
    assertEquals(List.of(old), alpha.ids());
  }

  @Test
  @DisplayName(
      "log: 7 without a record, 64 for a number that is none, 6 for a record that was changed")
  void exitsOfLog() throws Exception {
    alpha.procc(7, "log", "a");
    alpha.apply();
    alpha.change("name: Alpha", "name: Beta");
    alpha.apply();
    alpha.procc(0, "log", "a");
    alpha.procc(0, "log", "a", "--record", "2");
    alpha.procc(64, "log", "a", "--record", "3");
    Path record = records().getFirst();
    String text = Files.readString(record);
    Files.writeString(record, text.replace("Alpha", "Omega"));
    alpha.procc(6, "log", "a");
    alpha.procc(6, "log", "a", "--record", "1");
    alpha.procc(6, "log", "a", "--format", "json");
    Files.writeString(record, text);
    alpha.procc(0, "log", "a");
    Files.delete(record);
    alpha.procc(6, "log", "a");
  }

  private List<Path> records() throws Exception {
    List<Path> records = new ArrayList<>();
    try (var files = Files.walk(folder)) {
      files
          .filter(file -> file.toString().contains("evidence") && file.toString().endsWith(".json"))
          .sorted()
          .forEach(records::add);
    }
    return records;
  }

  // The project

  /// Makes a change that needs a replacement.
  private void changeAssignee() throws Exception {
    alpha.change("{ id: u3 }", "{ id: u2 }");
  }

  private void loseLedger() throws Exception {
    Folders.delete(folder.resolve("procc.state"));
    Folders.delete(folder.resolve(".procc"));
  }
}
