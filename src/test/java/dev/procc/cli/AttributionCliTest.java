package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An edit made in Workiva is known as one whatever happens beside it: no plan undoes it without a
/// refusal, a waiver or `--overwrite-live`, and none says that nobody made it.
class AttributionCliTest {
  private static final String NOBODY = "nobody has edited it in Workiva since";
  private static final String TASKS = "/root/children/";
  private static final String DUE = "/job/arguments/sendTaskArgs/dueDate";
  private static final String TITLE = "/job/arguments/sendTaskArgs/title";
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

  private final EmulatedCli cli = new EmulatedCli();
  private String definition = DEFINITION;
  @TempDir Path folder;

  @BeforeEach
  void create() throws Exception {
    Files.writeString(folder.resolve("procc.yaml"), "procc: v1\nkind: Project\nkey: p\n");
    define(DEFINITION);
    apply(0);
  }

  @AfterEach
  void stop() {
    cli.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/root/children/0/job/arguments/sendTaskArgs/dueDate, \"2024-11-20\", a/t1:dueDate",
    "/root/children/0/job/arguments/sendTaskArgs/title, \"Theirs\", a/t1:title",
    "/root/parallel, true, a/root:parallel",
    "/root/name, \"Theirs\", a/root:name",
    "/name, \"Theirs\", a:name",
    "/businessEndDate, \"2024-11-30\", a:businessEndDate",
  })
  void aKeptEditOutlivesAReplacement(String pointer, String value, String address)
      throws Exception {
    edit(pointer, value);
    keep(address);
    change("{ id: u3 }", "{ id: u4 }");
    String replacement = plan(2);
    assertFalse(replacement.contains("set by nobody here"), replacement);
    assertTrue(replacement.contains(address + " stays as it is in Workiva"), replacement);
    apply(0);
    assertEquals(value.replace("\"", ""), shown(pointer));
    String plan = plan(0);
    assertTrue(plan.contains("with 1 edit made in Workiva before"), plan);
    procc(0, "keep", "--end", address);
    plan = plan(4);
    assertTrue(plan.contains(address), plan);
    assertFalse(plan.contains(NOBODY), plan);
  }

  /// R2: nothing on record says that a value was written which a waiver has kept out.
  @Test
  void evidenceOfAKeptEditHasWhatIsLive() throws Exception {
    edit(TASKS + "0" + DUE, "\"2024-11-20\"");
    keep("a/t1:dueDate");
    change("2024-11-05", "2024-11-07");
    change("name: Alpha", "name: Beta");
    apply(0);
    String kept = procc(0, "log", "a", "--record", "2");
    assertTrue(kept.contains("Action keep: applied Result Kept: a/t1:dueDate: agreed"), kept);
    String record = procc(0, "log", "a", "--record", "3");
    assertTrue(
        record.contains("Wed 2024-11-20 in Workiva, in the definition Thu 2024-11-07 ("), record);
    assertTrue(record.contains("Date Thu 2024-11-07 due date of "), record);
    assertTrue(record.contains(", not written: Wed 2024-11-20 in Workiva"), record);
    assertTrue(record.contains("Kept t1:dueDate as in Workiva: agreed"), record);
    String plan = plan(0);
    assertTrue(plan.contains("Live is as last applied (revision 3), with 1 edit"), plan);
    assertTrue(plan.contains("but for 1 edit made in Workiva that stays"), plan);
  }

  /// An exception is for one edit: once the definition says the same, it covers no later one.
  @Test
  void anExceptionEndsWithItsEdit() throws Exception {
    edit(TASKS + "0" + TITLE, "\"Theirs\"");
    keep("a/t1:title");
    change("name: Alpha", "name: Beta");
    apply(0);
    assertTrue(plan(0).contains("a/t1:title stays as it is in Workiva: agreed"));
    change("Task one", "Theirs");
    change("name: Beta", "name: Gamma");
    apply(0);
    edit(TASKS + "0" + TITLE, "\"Another\"");
    change("name: Gamma", "name: Delta");
    assertTrue(plan(4).contains("would be undone: a/t1:title"));
  }

  /// What somebody takes back is no edit any more, whatever it was, and explains why the process is
  /// not as it was recorded.
  @ParameterizedTest
  @CsvSource({
    "/name, \"Theirs\", Task two, Task 2",
    "/root/children/0/job/arguments/sendTaskArgs/title, \"Theirs\", Task two, Task 2",
    "/root/children/0/job/arguments/sendTaskArgs/title, \"Theirs\", u3, u4",
    "/root/children/0/job/arguments/sendTaskArgs/assignee/id, \"u9\", Task two, Task 2",
    "/root/children, none, name: Alpha, name: Beta",
    "/root/children, swapped, name: Alpha, name: Beta",
    "/root/children, three, name: Alpha, name: Beta",
  })
  void anEditThatIsTakenBackIsNone(String pointer, String value, String from, String to)
      throws Exception {
    List<Json> tasks = ((Json.Arr) pointer(read(), "/root/children")).items();
    String added = tasks.getFirst().write().replaceFirst("\"id\":\"[^\"]*\"", "\"id\":\"new3\"");
    List<Json> others =
        switch (value) {
          case "none" -> List.of(tasks.getFirst());
          case "swapped" -> tasks.reversed();
          default -> List.of(tasks.get(0), tasks.get(1), JsonReader.read(added));
        };
    edit(pointer, value.startsWith("\"") ? value : Json.array(others).write());
    keep("a");
    change(from, to);
    apply(0);
    Map<String, String> before =
        Map.of("name", "\"Alpha\"", "title", "\"Task one\"", "id", "\"u2\"");
    String field = pointer.substring(pointer.lastIndexOf('/') + 1);
    edit(pointer, before.getOrDefault(field, Json.array(tasks).write()));
    change("2024-11-06", "2024-11-08");
    change("name: Root", "name: Top");
    String plan = plan(2);
    assertFalse(plan.contains("edited in Workiva too"), plan);
    apply(0);
  }

  @Test
  void keepingAWholeProcessShortensNoException() throws Exception {
    edit(TASKS + "0" + TITLE, "\"Theirs\"");
    procc(0, "keep", "a/t1:title", "--reason", "long", "--until", "2025-06-30");
    edit(TASKS + "0" + DUE, "\"2024-11-20\"");
    String kept = procc(0, "keep", "a", "--reason", "short", "--until", "2024-12-31");
    assertTrue(kept.contains("kept a/t1:dueDate until Tue 2024-12-31: short"), kept);
    assertFalse(kept.contains("a/t1:title"), kept);
    assertTrue(plan(0).contains("a/t1:title stays as it is in Workiva until Mon 2025-06-30: long"));
    kept = procc(7, "keep", "a", "--reason", "short", "--until", "2024-12-31");
    assertTrue(kept.contains("name the field to change it: a/t1:"), kept);
    procc(0, "keep", "a/t1:title", "--reason", "short", "--until", "2024-11-30");
    procc(0, "keep", "a", "--reason", "longer", "--until", "2025-12-31");
    assertTrue(
        plan(0).contains("a/t1:title stays as it is in Workiva until Wed 2025-12-31: longer"));
  }

  @Test
  void aTaskRemovedInWorkivaIsRefusedUntilItIsKept() throws Exception {
    removeSecond();
    change("name: Alpha", "name: Beta");
    assertTrue(plan(4).contains("a/t2:node"));
    keep("a/t2:node");
    apply(0);
    String plan = plan(0);
    assertFalse(plan.contains(NOBODY), plan);
    change("{ id: u2 }", "{ id: u4 }");
    apply(0);
    assertEquals(1, tasks());
    assertFalse(plan(0).contains(NOBODY));
    procc(0, "keep", "--end", "a/t2:node");
    assertTrue(plan(4).contains("a/t2:node"));
    procc(0, "apply", "--yes", "--overwrite-live", "a/t2:node");
    assertEquals(2, tasks());
    assertTrue(plan(0).contains("Not read: nobody has edited it"));
  }

  @ParameterizedTest
  @CsvSource({TITLE + ", \"Theirs\"", DUE + ", \"2024-11-20\""})
  void aRenamedKeyHidesNoEdit(String field, String value) throws Exception {
    edit(TASKS + "0" + field, value);
    change("sendTask: t1,", "sendTask: t1b,");
    String plan = plan(4);
    assertFalse(plan.contains(NOBODY), plan);
    apply(4);
    assertEquals(value.replace("\"", ""), shown(TASKS + "0" + field));
  }

  @Test
  void aRenamedKeyDoesNotBringBackATaskThatIsGone() throws Exception {
    removeSecond();
    change("sendTask: t2,", "sendTask: t2b,");
    String plan = plan(4);
    assertFalse(plan.contains(NOBODY), plan);
  }

  @Test
  void anEditedTaskIsNotRemovedSilently() throws Exception {
    edit(TASKS + "1" + TITLE, "\"Theirs\"");
    define(definition.substring(0, definition.indexOf("    - { sendTask: t2")));
    String plan = plan(4);
    assertTrue(plan.contains("a/t2:node"), plan);
    assertFalse(plan.contains(NOBODY), plan);
  }

  @Test
  void anotherKindOfTaskIsAnEdit() throws Exception {
    String job =
        """
        {"id":"%s","action":"unlock","arguments":{"lockArgs":{"title":"Theirs"}}}\
        """
            .formatted(shown(TASKS + "0/job/id"));
    edit(TASKS + "0/job", job);
    String plan = plan(4);
    assertFalse(plan.contains(NOBODY), plan);
    assertTrue(plan.contains("a/t1:action"), plan);
    change("name: Alpha", "name: Beta");
    assertFalse(plan(4).contains(NOBODY));
  }

  @Test
  void anEditThatNoCallUndoesIsRefusedUntilItIsKept() throws Exception {
    edit(TASKS + "0/job/arguments/sendTaskArgs/assignee/id", "\"u9\"");
    String plan = plan(4);
    assertTrue(plan.contains("only a new process would undo it: a/t1:assignee"), plan);
    keep("a/t1:assignee");
    plan(0);
    change("name: Alpha", "name: Beta");
    apply(0);
    assertEquals("u9", shown(TASKS + "0/job/arguments/sendTaskArgs/assignee/id"));
  }

  @Test
  void anotherOrderIsRefusedUntilItIsKept() throws Exception {
    Json.Arr tasks = (Json.Arr) pointer(read(), "/root/children");
    edit("/root/children", Json.array(tasks.items().reversed()).write());
    assertTrue(plan(4).contains("a/root:position"));
    keep("a/root:position");
    plan(0);
    change("name: Alpha", "name: Beta");
    apply(0);
    assertEquals("Task two", shown(TASKS + "0" + TITLE));
    change("{ id: u3 }", "{ id: u4 }");
    String plan = plan(4);
    assertTrue(plan.contains("a new process cannot keep it"), plan);
    procc(0, "apply", "--yes", "--overwrite-live", "a/root:position");
    assertEquals("Task one", shown(TASKS + "0" + TITLE));
  }

  @Test
  void whatIsNeverShownIsPlannedWhenItChanges() throws Exception {
    change("autoClose:", "ipmBetaEnabled: true\nautoClose:");
    apply(0);
    change("ipmBetaEnabled: true", "ipmBetaEnabled: false");
    assertTrue(plan(2).contains("ipmBetaEnabled: false"));
    apply(0);
    change("ipmBetaEnabled: false\n", "");
    String plan = plan(0);
    assertTrue(plan.contains("ipmBetaEnabled is no longer in the definition"), plan);
    apply(0);
    assertFalse(plan(0).contains("ipmBetaEnabled"));
  }

  @Test
  void anEditThatTheDefinitionTakesOverIsNoted() throws Exception {
    edit(TASKS + "0" + DUE, "\"2024-11-20\"");
    change("2024-11-05", "2024-11-20");
    String plan = plan(0);
    assertTrue(plan.contains("1 edit is in the definition too: nothing to do for it"), plan);
    assertFalse(plan.contains(NOBODY), plan);
    apply(0);
    assertTrue(plan(0).contains("Not read: nobody has edited it"));
    edit(TASKS + "0" + DUE, "\"2024-11-05\"");
    plan = plan(4);
    assertTrue(plan.contains("a/t1:dueDate"), plan);
  }

  @Test
  void aTaskThatTheDefinitionTakesOverIsNoted() throws Exception {
    Json.Arr tasks = (Json.Arr) pointer(read(), "/root/children");
    String added = tasks.items().getLast().write().replace("Task two", "Task three");
    added = added.replaceFirst("\"id\":\"[^\"]*\"", "\"id\":\"new3\"");
    edit(
        "/root/children",
        "["
            + tasks.items().get(0).write()
            + ","
            + tasks.items().get(1).write()
            + ","
            + added
            + "]");
    plan(4);
    define(
        definition
            + "    - { sendTask: t3, title: Task three, assignee: { id: u3 }, dueDate: 2024-11-06"
            + " }\n");
    plan(0);
    apply(0);
    edit(TASKS + "2" + TITLE, "\"Theirs\"");
    String plan = plan(4);
    assertTrue(plan.contains("a/t3:title"), plan);
  }

  @Test
  void adoptionDoesNotLaunderEdits() throws Exception {
    edit(TASKS + "0" + DUE, "\"2024-11-20\"");
    change("{ id: u3 }", "{ id: u4 }");
    procc(0, "adopt", "a", id());
    String plan = plan(4);
    assertTrue(plan.contains("a/t1:dueDate"), plan);
    assertTrue(plan.contains("a/t2:assignee"), plan);
    assertFalse(plan.contains(NOBODY), plan);
  }

  @Test
  void keysThatTradePlacesChangeNothing() throws Exception {
    change("parallel: false", "parallel: true");
    apply(0);
    change("t1,", "tmp,");
    change("t2,", "t1,");
    change("tmp,", "t2,");
    assertTrue(plan(0).contains("no change"));
    change("root:", "moved: [{ from: t1, to: t2 }, { from: t2, to: t1 }]\nroot:");
    assertTrue(plan(0).contains("no change"));
    apply(0);
    edit(TASKS + "0" + TITLE, "\"Theirs\"");
    assertTrue(plan(4).contains("a/t2:title"));
    apply(4);
    assertEquals("Theirs", shown(TASKS + "0" + TITLE));
  }

  @Test
  void assigneesThatTradePlacesAreTwoNames() throws Exception {
    change("parallel: false", "parallel: true");
    change("2024-11-06", "2024-11-05");
    apply(0);
    change("{ id: u2 }", "{ id: tmp }");
    change("{ id: u3 }", "{ id: u2 }");
    change("{ id: tmp }", "{ id: u3 }");
    String plan = plan(2);
    assertTrue(plan.contains("2 renames"), plan);
    apply(0);
    assertTrue(plan(0).contains("Not read: nobody has edited it"));
    edit(TASKS + "0" + TITLE, "\"Theirs\"");
    assertTrue(plan(4).contains("a/t2:title"));
  }

  /// It was sent before: what nobody edited since is no edit.
  @Test
  void aFormerProcessComesBackAsItWasSent() throws Exception {
    String former = id();
    change("{ id: u3 }", "{ id: u4 }");
    apply(0);
    cli.send("POST", "/processes/" + former + "/restore");
    procc(0, "adopt", "a", former, "--instead");
    String plan = plan(2);
    assertTrue(plan.contains(NOBODY), plan);
    edit(TASKS + "0" + DUE, "\"2024-11-20\"");
    plan = plan(4);
    assertTrue(plan.contains("1 edit made in Workiva would be undone: a/t1:dueDate"), plan);
    assertFalse(plan.contains(NOBODY), plan);
  }

  /// The second task is on no record, so that nothing says what somebody has edited.
  private void editWithoutATrace() throws Exception {
    define(definition.substring(0, definition.indexOf("    - { sendTask: t2")));
    procc(0, "adopt", "a", id());
    removeSecond();
  }

  @Test
  void anEditThatNothingExplainsStaysKeptOnceItIsNoted() throws Exception {
    editWithoutATrace();
    change("name: Alpha", "name: Beta");
    change("{ id: u2 }", "{ id: u4 }");
    assertTrue(plan(4).contains("a:name, a/t1:assignee"));
    keep("a");
    apply(0);
    String plan = plan(0);
    assertTrue(plan.contains("a/t1:assignee stays as it is in Workiva"), plan);
    assertFalse(plan.contains(NOBODY), plan);
    procc(0, "keep", "--end", "a");
    assertTrue(plan(4).contains("a:name, a/t1:assignee"));
  }

  @Test
  void aNewTaskBesideAnEditThatNothingExplainsIsRefused() throws Exception {
    editWithoutATrace();
    define(
        definition
            + "    - { sendTask: t3, title: Task three, assignee: { id: u3 }, dueDate: 2024-11-06"
            + " }\n");
    String plan = plan(4);
    assertTrue(plan.contains("procc apply --overwrite-live a/t3:node"), plan);
    assertFalse(plan.contains("procc keep"), plan);
    apply(4);
    procc(0, "apply", "--yes", "--overwrite-live", "a/t3:node");
    assertEquals(2, tasks());
    assertTrue(plan(0).contains("Not read: nobody has edited it"));
  }

  // Steps

  private void define(String text) throws Exception {
    definition = text;
    Files.writeString(folder.resolve("a.process.yaml"), text);
  }

  private void change(String from, String to) throws Exception {
    assertTrue(definition.contains(from), from);
    define(definition.replace(from, to));
  }

  private String procc(int exit, String... words) {
    CliCase.CommandResult result = cli.run(folder, words);
    String told = result.stdout() + result.stderr();
    assertEquals(exit, result.exit(), told);
    return told.replaceAll("\\s+", " ");
  }

  private String plan(int exit) {
    return procc(exit, "plan", "--detailed-exitcode");
  }

  private void apply(int exit) {
    procc(exit, "apply", "--yes");
  }

  private void keep(String address) {
    procc(0, "keep", address, "--reason", "agreed");
  }

  private String id() throws Exception {
    Json.Obj list = (Json.Obj) JsonReader.read(cli.send("GET", "/processes"));
    return ((Json.Obj) list.items("data").getFirst()).text("id").orElseThrow();
  }

  private void edit(String pointer, String value) throws Exception {
    cli.send(
        "POST",
        "/_emulator/processes/" + id() + "/edit",
        "{\"user\":\"olga\",\"set\":{\"" + pointer + "\":" + value + "}}");
  }

  private void removeSecond() throws Exception {
    Json.Arr tasks = (Json.Arr) pointer(read(), "/root/children");
    edit("/root/children", Json.array(tasks.items().getFirst()).write());
  }

  private int tasks() throws Exception {
    return ((Json.Arr) pointer(read(), "/root/children")).items().size();
  }

  private Json read() throws Exception {
    return JsonReader.read(cli.send("GET", "/processes/" + id()));
  }

  private String shown(String pointer) throws Exception {
    Json value = pointer(read(), pointer);
    return value instanceof Json.Str text ? text.value() : value.write();
  }

  private static Json pointer(Json from, String pointer) {
    Json at = from;
    for (String name : pointer.substring(1).split("/")) {
      at =
          at instanceof Json.Arr array
              ? array.items().get(Integer.parseInt(name))
              : ((Json.Obj) at).get(name);
    }
    return at;
  }
}
