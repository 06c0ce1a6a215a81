package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An edit made in Workiva is recognised as one, whatever else happens: no plan undoes it without a
/// refusal, a waiver or `--overwrite-live`, and no plan says that nobody made it.
class AttributionCliTest {
  private static final String NOBODY = "nobody has edited it in Workiva since";
  private static final String TASKS = "/root/children/";
  private static final String DUE = "/job/arguments/sendTaskArgs/dueDate";
  private static final String TITLE = "/job/arguments/sendTaskArgs/title";

  @TempDir Path folder;
  private AlphaProject alpha;

  @BeforeEach
  void create() throws Exception {
    alpha = new AlphaProject(folder).apply();
  }

  @AfterEach
  void stop() {
    alpha.close();
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
    alpha.edit(pointer, value);
    alpha.keep(address);
    alpha.change("{ id: u3 }", "{ id: u4 }");
    String replacement = alpha.plan(2);
    assertFalse(replacement.contains("set by nobody here"), replacement);
    assertTrue(replacement.contains(address + " stays as it is in Workiva"), replacement);
    alpha.apply();
    assertEquals(value.replace("\"", ""), alpha.shown(pointer));
    String plan = alpha.plan(0);
    assertTrue(plan.contains("with 1 edit made in Workiva before"), plan);
    alpha.procc(0, "keep", "--end", address);
    plan = alpha.plan(4);
    assertTrue(plan.contains(address), plan);
    assertFalse(plan.contains(NOBODY), plan);
  }

  /// R2: no record says that a value was written that a waiver has kept out.
  @Test
  void evidenceOfAKeptEditHasWhatIsLive() throws Exception {
    alpha.edit(TASKS + "0" + DUE, "\"2024-11-20\"");
    alpha.keep("a/t1:dueDate");
    alpha.change("2024-11-05", "2024-11-07");
    alpha.change("name: Alpha", "name: Beta");
    alpha.apply();
    String kept = alpha.procc(0, "log", "a", "--record", "2");
    assertTrue(
        kept.contains("Action keep: applied Result Kept: a/t1:dueDate Wed 2024-11-20: agreed"),
        kept);
    String record = alpha.procc(0, "log", "a", "--record", "3");
    assertTrue(
        record.contains("Wed 2024-11-20 in Workiva, in the definition Thu 2024-11-07 ("), record);
    assertTrue(record.contains("Date Thu 2024-11-07 due date of "), record);
    assertTrue(record.contains(", not written: Wed 2024-11-20 in Workiva"), record);
    assertTrue(record.contains("Kept t1:dueDate as in Workiva: agreed"), record);
    String plan = alpha.plan(0);
    assertTrue(plan.contains("Live is as last applied (revision 3), with 1 edit"), plan);
    assertTrue(plan.contains("but for 1 edit made in Workiva that stays"), plan);
  }

  /// A waiver is for one edit: once the definition says the same, it covers no later edit.
  @Test
  void anExceptionEndsWithItsEdit() throws Exception {
    alpha.edit(TASKS + "0" + TITLE, "\"Theirs\"");
    alpha.keep("a/t1:title");
    alpha.change("name: Alpha", "name: Beta");
    alpha.apply();
    assertTrue(alpha.plan(0).contains("a/t1:title stays as it is in Workiva: agreed"));
    alpha.change("Task one", "Theirs");
    alpha.change("name: Beta", "name: Gamma");
    alpha.apply();
    alpha.edit(TASKS + "0" + TITLE, "\"Another\"");
    alpha.change("name: Gamma", "name: Delta");
    assertTrue(alpha.plan(4).contains("would be undone: a/t1:title"));
  }

  /// A kept removal belongs to that task: another task that gets its key is asked about, not left
  /// out.
  @Test
  void aKeptRemovalIsOfNoNewTask() throws Exception {
    alpha.editAwaySecondTask().keep("a").change("u2", "u9").apply();
    alpha
        .withoutSecondTask()
        .addTask("t2", "title: New, assignee: { id: u7 }, dueDate: 2024-11-21");
    String plan = alpha.plan(4);
    assertTrue(plan.contains("new in the definition: a/t2:node"), plan);
    alpha.procc(0, "apply", "--yes", "--overwrite-live", "a/t2:node");
    assertEquals("New", alpha.shown(TASKS + "1" + TITLE));
    alpha.plan(0);
  }

  /// An edit that somebody undoes is no edit any more, and explains why the process differs from
  /// its record.
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
    List<Json> tasks = alpha.tasks();
    String added = tasks.getFirst().write().replaceFirst("\"id\":\"[^\"]*\"", "\"id\":\"new3\"");
    List<Json> others =
        switch (value) {
          case "none" -> List.of(tasks.getFirst());
          case "swapped" -> tasks.reversed();
          default -> List.of(tasks.get(0), tasks.get(1), JsonReader.read(added));
        };
    alpha.edit(pointer, value.startsWith("\"") ? value : Json.array(others).write());
    alpha.keep("a");
    alpha.change(from, to);
    alpha.apply();
    Map<String, String> before =
        Map.of("name", "\"Alpha\"", "title", "\"Task one\"", "id", "\"u2\"");
    String field = pointer.substring(pointer.lastIndexOf('/') + 1);
    alpha.edit(pointer, before.getOrDefault(field, Json.array(tasks).write()));
    alpha.change("2024-11-06", "2024-11-08");
    alpha.change("name: Root", "name: Top");
    String plan = alpha.plan(2);
    assertFalse(plan.contains("edited in Workiva too"), plan);
    alpha.apply();
  }

  @Test
  void keepingAWholeProcessShortensNoException() throws Exception {
    alpha.edit(TASKS + "0" + TITLE, "\"Theirs\"");
    alpha.procc(0, "keep", "a/t1:title", "--reason", "long", "--until", "2025-06-30");
    alpha.edit(TASKS + "0" + DUE, "\"2024-11-20\"");
    String kept = alpha.procc(0, "keep", "a", "--reason", "short", "--until", "2024-12-31");
    assertTrue(kept.contains("kept a/t1:dueDate Wed 2024-11-20 until Tue 2024-12-31: short"), kept);
    assertFalse(kept.contains("a/t1:title"), kept);
    assertTrue(
        alpha.plan(0).contains("a/t1:title stays as it is in Workiva until Mon 2025-06-30: long"));
    kept = alpha.procc(7, "keep", "a", "--reason", "short", "--until", "2024-12-31");
    assertTrue(kept.contains("name the field to change it: a/t1:"), kept);
    alpha.procc(0, "keep", "a/t1:title", "--reason", "short", "--until", "2024-11-30");
    alpha.procc(0, "keep", "a", "--reason", "longer", "--until", "2025-12-31");
    assertTrue(
        alpha
            .plan(0)
            .contains("a/t1:title stays as it is in Workiva until Wed 2025-12-31: longer"));
  }

  @Test
  void aTaskRemovedInWorkivaIsRefusedUntilItIsKept() throws Exception {
    alpha.editAwaySecondTask();
    alpha.change("name: Alpha", "name: Beta");
    assertTrue(alpha.plan(4).contains("a/t2:node"));
    alpha.keep("a/t2:node");
    alpha.apply();
    String plan = alpha.plan(0);
    assertFalse(plan.contains(NOBODY), plan);
    alpha.change("{ id: u2 }", "{ id: u4 }");
    alpha.apply();
    assertEquals(1, alpha.tasks().size());
    assertFalse(alpha.plan(0).contains(NOBODY));
    alpha.procc(0, "keep", "--end", "a/t2:node");
    assertTrue(alpha.plan(4).contains("a/t2:node"));
    alpha.procc(0, "apply", "--yes", "--overwrite-live", "a/t2:node");
    assertEquals(2, alpha.tasks().size());
    assertTrue(alpha.plan(0).contains("Unchanged on both sides since the last apply"));
  }

  @ParameterizedTest
  @CsvSource({TITLE + ", \"Theirs\"", DUE + ", \"2024-11-20\""})
  void aRenamedKeyHidesNoEdit(String field, String value) throws Exception {
    alpha.edit(TASKS + "0" + field, value);
    alpha.change("sendTask: t1,", "sendTask: t1b,");
    String plan = alpha.plan(4);
    assertFalse(plan.contains(NOBODY), plan);
    alpha.procc(4, "apply", "--yes");
    assertEquals(value.replace("\"", ""), alpha.shown(TASKS + "0" + field));
  }

  @Test
  void aRenamedKeyDoesNotBringBackATaskThatIsGone() throws Exception {
    alpha.editAwaySecondTask();
    alpha.change("sendTask: t2,", "sendTask: t2b,");
    String plan = alpha.plan(4);
    assertFalse(plan.contains(NOBODY), plan);
  }

  @Test
  void anEditedTaskIsNotRemovedSilently() throws Exception {
    alpha.edit(TASKS + "1" + TITLE, "\"Theirs\"");
    alpha.withoutSecondTask();
    String plan = alpha.plan(4);
    assertTrue(plan.contains("a/t2:node"), plan);
    assertFalse(plan.contains(NOBODY), plan);
  }

  @Test
  void anotherKindOfTaskIsAnEdit() throws Exception {
    String job =
        """
        {"id":"%s","action":"unlock","arguments":{"lockArgs":{"title":"Theirs"}}}\
        """
            .formatted(alpha.shown(TASKS + "0/job/id"));
    alpha.edit(TASKS + "0/job", job);
    String plan = alpha.plan(4);
    assertFalse(plan.contains(NOBODY), plan);
    assertTrue(plan.contains("a/t1:action"), plan);
    alpha.change("name: Alpha", "name: Beta");
    assertFalse(alpha.plan(4).contains(NOBODY));
  }

  @Test
  void anEditThatNoCallUndoesIsRefusedUntilItIsKept() throws Exception {
    alpha.edit(TASKS + "0/job/arguments/sendTaskArgs/assignee/id", "\"u9\"");
    String plan = alpha.plan(4);
    assertTrue(plan.contains("only a new process would undo it: a/t1:assignee"), plan);
    alpha.keep("a/t1:assignee");
    alpha.plan(0);
    alpha.change("name: Alpha", "name: Beta");
    alpha.apply();
    assertEquals("u9", alpha.shown(TASKS + "0/job/arguments/sendTaskArgs/assignee/id"));
  }

  @Test
  void anotherOrderIsRefusedUntilItIsKept() throws Exception {
    List<Json> tasks = alpha.tasks();
    alpha.editTasks(tasks.reversed());
    assertTrue(alpha.plan(4).contains("a/root:position"));
    alpha.keep("a/root:position");
    alpha.plan(0);
    alpha.change("name: Alpha", "name: Beta");
    alpha.apply();
    assertEquals("Task two", alpha.shown(TASKS + "0" + TITLE));
    alpha.change("{ id: u3 }", "{ id: u4 }");
    String plan = alpha.plan(4);
    assertTrue(plan.contains("a new process cannot keep it"), plan);
    alpha.procc(0, "apply", "--yes", "--overwrite-live", "a/root:position");
    assertEquals("Task one", alpha.shown(TASKS + "0" + TITLE));
  }

  @Test
  void whatIsNeverShownIsPlannedWhenItChanges() throws Exception {
    alpha.change("autoClose:", "ipmBetaEnabled: true\nautoClose:");
    alpha.apply();
    alpha.change("ipmBetaEnabled: true", "ipmBetaEnabled: false");
    assertTrue(alpha.plan(2).contains("ipmBetaEnabled: false"));
    alpha.apply();
    alpha.change("ipmBetaEnabled: false\n", "");
    String plan = alpha.plan(0);
    assertTrue(plan.contains("ipmBetaEnabled is no longer in the definition"), plan);
    alpha.apply();
    assertFalse(alpha.plan(0).contains("ipmBetaEnabled"));
  }

  @Test
  void anEditThatTheDefinitionTakesOverIsNoted() throws Exception {
    alpha.edit(TASKS + "0" + DUE, "\"2024-11-20\"");
    alpha.change("2024-11-05", "2024-11-20");
    String plan = alpha.plan(0);
    assertTrue(plan.contains("1 edit is in the definition too: nothing to do for it"), plan);
    assertFalse(plan.contains(NOBODY), plan);
    alpha.apply();
    assertTrue(alpha.plan(0).contains("Unchanged on both sides since the last apply"));
    alpha.edit(TASKS + "0" + DUE, "\"2024-11-05\"");
    plan = alpha.plan(4);
    assertTrue(plan.contains("a/t1:dueDate"), plan);
  }

  @Test
  void aTaskThatTheDefinitionTakesOverIsNoted() throws Exception {
    List<Json> tasks = alpha.tasks();
    String added = tasks.getLast().write().replace("Task two", "Task three");
    added = added.replaceFirst("\"id\":\"[^\"]*\"", "\"id\":\"new3\"");
    alpha.edit(
        "/root/children",
        "[" + tasks.get(0).write() + "," + tasks.get(1).write() + "," + added + "]");
    alpha.plan(4);
    alpha.addTask("t3", "title: Task three, assignee: { id: u3 }, dueDate: 2024-11-06");
    alpha.plan(0);
    alpha.apply();
    alpha.edit(TASKS + "2" + TITLE, "\"Theirs\"");
    String plan = alpha.plan(4);
    assertTrue(plan.contains("a/t3:title"), plan);
  }

  @Test
  void adoptionDoesNotLaunderEdits() throws Exception {
    alpha.edit(TASKS + "0" + DUE, "\"2024-11-20\"");
    alpha.change("{ id: u3 }", "{ id: u4 }");
    alpha.procc(0, "adopt", "a", alpha.id());
    String plan = alpha.plan(4);
    assertTrue(plan.contains("a/t1:dueDate"), plan);
    assertTrue(plan.contains("a/t2:assignee"), plan);
    assertFalse(plan.contains(NOBODY), plan);
  }

  /// The record of a process says which node is which when the process is adopted again: a removed
  /// task is not taken for another one that was removed from the definition.
  @Test
  void adoptionTakesNoTaskForAnother() throws Exception {
    alpha.editTasks(alpha.tasks().subList(1, 2)).withoutSecondTask();
    alpha.change("sendTask: t1,", "sendTask: t1b,");
    alpha.procc(0, "adopt", "a", alpha.id());
    alpha.procc(0, "adopt", "a", alpha.id());
    String plan = alpha.plan(4);
    assertTrue(plan.contains("a/t1b:node"), plan);
    assertFalse(plan.contains("a/t1b:title"), plan);
    alpha.procc("keep", "a", "--reason", "agreed");
    alpha.change("sendTask: t1b,", "sendTask: t9,").addTask("t1b");
    alpha.procc(4, "apply", "--yes");
    assertEquals("Task two", alpha.shown(TASKS + "0" + TITLE));
    assertEquals(1, alpha.tasks().size());
  }

  @Test
  void aTaskThatIsThereAgainIsAdopted() throws Exception {
    List<Json> tasks = alpha.tasks();
    alpha.editAwaySecondTask();
    String copy = tasks.get(1).write().replaceFirst("\"id\":\"[^\"]*\"", "\"id\":\"again\"");
    alpha.editTasks(List.of(tasks.getFirst(), JsonReader.read(copy)));
    assertTrue(alpha.plan(4).contains("a/t2:node"));
    alpha.procc(0, "adopt", "a", alpha.id());
    alpha.plan(0);
    alpha.editAwaySecondTask().procc(0, "adopt", "a", alpha.id());
    assertTrue(alpha.plan(4).contains("a/t2:node"));
    alpha.editTasks(tasks).procc(0, "adopt", "a", alpha.id());
    alpha.plan(0);
  }

  @Test
  void adoptionTakesAnExceptionAlongWithItsTask() throws Exception {
    alpha.edit(TASKS + "0" + TITLE, "\"Theirs\"").keep("a");
    alpha.change("sendTask: t1,", "sendTask: tmp,").change("sendTask: t2,", "sendTask: t1,");
    alpha.change("sendTask: tmp,", "sendTask: t2,");
    alpha.change("root:", "moved: [{ from: t1, to: t2 }, { from: t2, to: t1 }]\nroot:");
    alpha.procc(0, "adopt", "a", alpha.id());
    String plan = alpha.plan(0);
    assertTrue(plan.contains("Note: a/t2:title stays"), plan);
    alpha.edit(TASKS + "1" + TITLE, "\"Other\"");
    plan = alpha.plan(4);
    assertTrue(plan.contains("would be undone: a/t1:title"), plan);
  }

  @Test
  void keysThatTradePlacesChangeNothing() throws Exception {
    alpha.change("parallel: false", "parallel: true");
    alpha.apply();
    alpha.change("t1,", "tmp,");
    alpha.change("t2,", "t1,");
    alpha.change("tmp,", "t2,");
    assertTrue(alpha.plan(0).contains("no change"));
    alpha.change("root:", "moved: [{ from: t1, to: t2 }, { from: t2, to: t1 }]\nroot:");
    assertTrue(alpha.plan(0).contains("no change"));
    alpha.apply();
    alpha.edit(TASKS + "0" + TITLE, "\"Theirs\"");
    assertTrue(alpha.plan(4).contains("a/t2:title"));
    alpha.procc(4, "apply", "--yes");
    assertEquals("Theirs", alpha.shown(TASKS + "0" + TITLE));
  }

  @Test
  void assigneesThatTradePlacesAreTwoNames() throws Exception {
    alpha.change("parallel: false", "parallel: true");
    alpha.change("2024-11-06", "2024-11-05");
    alpha.apply();
    alpha.change("{ id: u2 }", "{ id: tmp }");
    alpha.change("{ id: u3 }", "{ id: u2 }");
    alpha.change("{ id: tmp }", "{ id: u3 }");
    String plan = alpha.plan(2);
    assertTrue(plan.contains("2 titles changed"), plan);
    alpha.apply();
    assertTrue(alpha.plan(0).contains("Unchanged on both sides since the last apply"));
    alpha.edit(TASKS + "0" + TITLE, "\"Theirs\"");
    assertTrue(alpha.plan(4).contains("a/t2:title"));
  }

  /// A value that was sent before and that nobody has edited since is no edit.
  @Test
  void aFormerProcessComesBackAsItWasSent() throws Exception {
    String former = alpha.id();
    alpha.change("{ id: u3 }", "{ id: u4 }");
    alpha.apply();
    alpha.send("POST", "/processes/" + former + "/restore", "");
    alpha.procc(0, "adopt", "a", former, "--instead");
    String plan = alpha.plan(2);
    assertTrue(plan.contains(NOBODY), plan);
    alpha.edit(TASKS + "0" + DUE, "\"2024-11-20\"");
    plan = alpha.plan(4);
    assertTrue(plan.contains("1 edit made in Workiva would be undone: a/t1:dueDate"), plan);
    assertFalse(plan.contains(NOBODY), plan);
  }

  /// The second task has no record, so that nothing shows what somebody has edited.
  private void editWithoutATrace() throws Exception {
    alpha.withoutSecondTask();
    alpha.procc(0, "adopt", "a", alpha.id());
    alpha.editAwaySecondTask();
  }

  @Test
  void anEditThatNothingExplainsStaysKeptOnceItIsNoted() throws Exception {
    editWithoutATrace();
    alpha.change("name: Alpha", "name: Beta");
    alpha.change("{ id: u2 }", "{ id: u4 }");
    assertTrue(alpha.plan(4).contains("a:name, a/t1:assignee"));
    alpha.keep("a");
    alpha.apply();
    String plan = alpha.plan(0);
    assertTrue(plan.contains("a/t1:assignee stays as it is in Workiva"), plan);
    assertFalse(plan.contains(NOBODY), plan);
    alpha.procc(0, "keep", "--end", "a");
    assertTrue(alpha.plan(4).contains("a:name, a/t1:assignee"));
  }

  @Test
  void aNewTaskBesideAnEditThatNothingExplainsIsRefused() throws Exception {
    editWithoutATrace();
    alpha.addTask("t3", "title: Task three, assignee: { id: u3 }, dueDate: 2024-11-06");
    String plan = alpha.plan(4);
    assertTrue(plan.contains("procc apply --overwrite-live a/t3:node"), plan);
    assertFalse(plan.contains("procc keep"), plan);
    alpha.procc(4, "apply", "--yes");
    alpha.procc(0, "apply", "--yes", "--overwrite-live", "a/t3:node");
    assertEquals(2, alpha.tasks().size());
    assertTrue(alpha.plan(0).contains("Unchanged on both sides since the last apply"));
  }
}
