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

/// The ways in which plan and apply once broke their promise, each by the name of its finding. What
/// happens between two calls (B1: a resume beside a living apply, B3: a run that starts before the
/// DELETE) has its matrix in `TrashGuardTest`, and with the built program in `KillIT`.
class PlanCasesTest {
  private static final String NOBODY = "nobody has edited it in Workiva since";
  private static final String DUE = "/root/children/0/job/arguments/sendTaskArgs/dueDate";
  private static final String TITLE = "/root/children/0/job/arguments/sendTaskArgs/title";
  private static final String DEFINITION =
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
        parallel: false
        children:
          - { sendTask: t1, title: Task one, assignee: { id: u2 }, dueDate: 2024-11-05 }
          - { sendTask: t2, title: Task two, assignee: { id: u3 }, dueDate: 2024-11-06 }
      """;
  private static final String REFUSED_FOR_GOOD =
      "{\"on\":\"%s\",\"do\":\"fail-before\",\"status\":%d,\"times\":0}";

  private final EmulatedCli cli = new EmulatedCli();
  private String definition = DEFINITION;
  @TempDir Path folder;

  @BeforeEach
  void project() throws Exception {
    Files.writeString(folder.resolve("procc.yaml"), "procc: v1\nkind: Project\nkey: p\n");
    define(DEFINITION);
  }

  @AfterEach
  void stop() {
    cli.close();
  }

  // What has the guard of a DELETE in front of it

  @Test
  @DisplayName("B2: a resume trashes no process that was started, or edited, meanwhile")
  void resumeAfterARun() throws Exception {
    apply(0);
    String old = id();
    changeAssignee();
    faults(REFUSED_FOR_GOOD.formatted("trashProcess", 403));
    apply(6);
    faults("");
    cli.send("POST", "/processes/" + old + "/run");
    String resumed = procc(5, "apply", "--resume", "--yes");
    assertTrue(resumed.contains(old + " has a run"), resumed);
    assertEquals(List.of(old), ids());
  }

  // Whose an edit is

  @Test
  @DisplayName("B4: what was kept stays known as theirs after a replacement")
  void keptThenReplaced() throws Exception {
    apply(0);
    edit(DUE, "\"2024-11-20\"");
    changeAssignee();
    procc(0, "keep", "a/t1:dueDate", "--reason", "x", "--until", "2024-12-31");
    apply(0);
    String plan = plan(0);
    assertTrue(plan.contains("with 1 edit made in Workiva before"), plan);
    assertFalse(plan.contains(NOBODY), plan);
  }

  @Test
  @DisplayName("B5: a task that was removed in Workiva is not brought back")
  void removedInWorkiva() throws Exception {
    apply(0);
    Json root = process().obj("root").orElseThrow();
    edit("/root/children", Json.array(((Json.Obj) root).items("children").getFirst()).write());
    change("name: Alpha", "name: Beta");
    apply(4);
    assertTrue(plan(4).contains("a/t2:node"));
    procc(0, "keep", "a/t2:node", "--reason", "x");
    apply(0);
    plan(0);
  }

  @Test
  @DisplayName("B6, B6b: a key that is renamed without moved hides no edit")
  void renamedKey() throws Exception {
    apply(0);
    edit(TITLE, "\"Olga title\"");
    change("sendTask: t1,", "sendTask: t1b,");
    assertTrue(plan(4).contains("a/t1b:title"));
    edit(TITLE, "\"Task one\"");
    edit(DUE, "\"2024-11-20\"");
    String plan = plan(4);
    assertTrue(plan.contains("a/t1b:dueDate"), plan);
    assertFalse(plan.contains(NOBODY), plan);
  }

  @Test
  @DisplayName("B7: a field that is never shown is planned when it changes")
  void writeOnlyField() throws Exception {
    change("autoClose", "ipmBetaEnabled: true\nautoClose");
    apply(0);
    change("ipmBetaEnabled: true", "ipmBetaEnabled: false");
    assertTrue(plan(2).contains("ipmBetaEnabled: false"));
    apply(0);
    procc(0, "plan", "--detailed-exitcode", "--full");
  }

  @Test
  @DisplayName("M3: an edit that the definition takes over is on record as agreed")
  void convergence() throws Exception {
    apply(0);
    edit(DUE, "\"2024-11-20\"");
    change("dueDate: 2024-11-05", "dueDate: 2024-11-20");
    apply(0);
    edit(DUE, "\"2024-11-05\"");
    String plan = plan(4);
    assertTrue(plan.contains("a/t1:dueDate; the process was last changed by olga"), plan);
  }

  @Test
  @DisplayName("M4: an adoption launders no edit")
  void adoption() throws Exception {
    apply(0);
    edit(DUE, "\"2024-11-20\"");
    changeAssignee();
    procc(0, "adopt", "a", id());
    String plan = plan(4);
    assertTrue(plan.contains("a/t1:dueDate"), plan);
    assertFalse(plan.contains(NOBODY), plan);
  }

  // No duplicate

  @Test
  @DisplayName("M1: another key makes no second process")
  void anotherKey() throws Exception {
    apply(0);
    String old = id();
    change("key: a\n", "key: b\n");
    assertTrue(plan(4).contains("procc state mv a b"));
    apply(4);
    assertEquals(List.of(old), ids());
    procc(0, "state", "mv", "a", "b");
    plan(0);
    procc(0, "log", "b");
  }

  @Test
  @DisplayName("M2: a lost ledger and another name make no second process")
  void lostLedgerOtherName() throws Exception {
    apply(0);
    String old = id();
    loseLedger();
    change("name: Alpha", "name: Alpha v2");
    assertTrue(plan(4).contains("procc adopt a " + old));
    apply(4);
    assertEquals(List.of(old), ids());
    procc(0, "adopt", "a", old);
    assertTrue(plan(4).contains("a:name"));
  }

  @Test
  @DisplayName("counts: what was taken back is not changed")
  void takenBack() throws Exception {
    change("assignee: { id: u2 }, ", "");
    String applied = procc(3, "apply", "--yes");
    assertTrue(applied.contains("it is in the bin"), applied);
    assertTrue(applied.contains("0 processes changed, 1 taken back"), applied);
    assertEquals(List.of(), ids());
  }

  // What limits a plan

  @Test
  @DisplayName("M6: the guards of a saved plan cannot be taken out")
  void tamperedPlan() throws Exception {
    change("autoClose", "protect: true\nautoClose");
    apply(0);
    changeAssignee();
    procc(4, "plan", "--detailed-exitcode", "--save", "c.json");
    Path saved = folder.resolve("c.json");
    Json.Obj plan = (Json.Obj) JsonReader.read(Files.readString(saved));
    Json.Obj process = (Json.Obj) plan.items("processes").getFirst();
    List<Json> without = List.of(process.with("refusals", Json.array(List.of())));
    Files.writeString(saved, plan.with("processes", Json.array(without)).write());
    String old = id();
    assertTrue(procc(1, "show", "c.json").contains("the file was changed"));
    procc(1, "apply", "--yes", "c.json");
    assertEquals(List.of(old), ids());
  }

  @Test
  @DisplayName("M7: what the server refuses for good ends in a plan")
  void refusedForGood() throws Exception {
    for (int status : new int[] {400, 403, 404, 409}) {
      define(DEFINITION);
      apply(0);
      change("name: Alpha", "name: Beta");
      change("title: Task one", "title: Task 1");
      faults(REFUSED_FOR_GOOD.formatted("batchUpdateProcess", status));
      apply(6);
      assertTrue(procc(0, "apply", "--resume", "--yes").contains("Nothing is pending"));
      faults("");
      change("title: Task 1", "title: Task one");
      plan(0);
    }
  }

  @Test
  @DisplayName("M8: limits of a process count, and the flag that is named lifts them")
  void limitsOfAProcess() throws Exception {
    change("autoClose", "safety: { maxReplace: 0 }\nautoClose");
    apply(0);
    changeAssignee();
    assertTrue(plan(4).contains("procc apply --max-replace 1"));
    apply(4);
    procc(0, "apply", "--yes", "--max-replace", "1");
    plan(0);

    loseLedger();
    define(DEFINITION.replace("autoClose", "safety: { maxCreate: 0 }\nautoClose"));
    change("key: a\n", "key: c\n");
    change("name: Alpha", "name: Gamma");
    change("Task one", "Other");
    change("Task two", "Others");
    String plan = plan(4);
    assertTrue(plan.contains("--max-create 1"), plan);
  }

  @Test
  @DisplayName("M9: an exception for a node or its position is one, or is refused")
  void keepOfANode() throws Exception {
    apply(0);
    procc(7, "keep", "a/t2:position", "--reason", "x");
    procc(7, "keep", "a/t2:node", "--reason", "x");
    List<Json> tasks = process().obj("root").orElseThrow().items("children");
    edit("/root/children", Json.array(tasks.reversed()).write());
    String refused = plan(4);
    assertTrue(refused.contains(":position"), refused);
    procc(0, "keep", "a", "--reason", "x");
    plan(0);
  }

  // Answers and records

  @Test
  @DisplayName("M12: without a ledger and with half an answer nothing is created")
  void brokenAnswers() throws Exception {
    apply(0);
    String old = id();
    String lost = procc(0, "list");
    assertTrue(lost.contains(old), lost);
    loseLedger();
    faults("{\"on\":\"listProcesses\",\"do\":\"drop-after\",\"times\":0}");
    assertEquals(1, procc("apply", "--yes").exit());
    faults("");
    apply(4);
    assertEquals(List.of(old), ids());
  }

  @Test
  @DisplayName(
      "log: 7 without a record, 64 for a number that is none, 6 for a record that was changed")
  void exitsOfLog() throws Exception {
    procc(7, "log", "a");
    apply(0);
    change("name: Alpha", "name: Beta");
    apply(0);
    procc(0, "log", "a");
    procc(0, "log", "a", "--record", "2");
    procc(64, "log", "a", "--record", "3");
    Path record = records().getFirst();
    String text = Files.readString(record);
    Files.writeString(record, text.replace("Alpha", "Omega"));
    procc(6, "log", "a");
    procc(6, "log", "a", "--record", "1");
    procc(6, "log", "a", "--format", "json");
    Files.writeString(record, text);
    procc(0, "log", "a");
    Files.delete(record);
    procc(6, "log", "a");
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

  // The project and the server

  private void define(String text) throws Exception {
    definition = text;
    Files.writeString(folder.resolve("a.process.yaml"), text);
  }

  private void change(String from, String to) throws Exception {
    assertTrue(definition.contains(from), from);
    define(definition.replaceFirst(java.util.regex.Pattern.quote(from), to));
  }

  /// What only a replacement can do.
  private void changeAssignee() throws Exception {
    change("{ id: u3 }", "{ id: u2 }");
  }

  private void loseLedger() throws Exception {
    Folders.delete(folder.resolve("procc.state"));
    Folders.delete(folder.resolve(".procc"));
  }

  private CliCase.CommandResult procc(String... words) {
    return cli.run(folder, words);
  }

  private String procc(int exit, String... words) {
    CliCase.CommandResult result = procc(words);
    String said = result.stdout() + result.stderr();
    assertEquals(exit, result.exit(), () -> String.join(" ", words) + "\n" + said);
    return said;
  }

  private void apply(int exit) {
    procc(exit, "apply", "--yes");
  }

  private String plan(int exit) {
    return procc(exit, "plan", "--detailed-exitcode");
  }

  private void edit(String pointer, String value) throws Exception {
    cli.send(
        "POST",
        "/_emulator/processes/" + id() + "/edit",
        "{\"user\":\"olga\",\"set\":{\"" + pointer + "\":" + value + "}}");
  }

  /// Replaces what the server does wrong.
  private void faults(String fault) throws Exception {
    cli.send("PUT", "/_emulator/faults", "{\"faults\":[" + fault + "]}");
  }

  private List<String> ids() throws Exception {
    List<String> ids = new ArrayList<>();
    for (Json item : ((Json.Obj) JsonReader.read(cli.send("GET", "/processes"))).items("data")) {
      ids.add(((Json.Obj) item).text("id").orElseThrow());
    }
    return ids;
  }

  private String id() throws Exception {
    return ids().getFirst();
  }

  private Json.Obj process() throws Exception {
    return (Json.Obj) JsonReader.read(cli.send("GET", "/processes/" + id()));
  }
}
