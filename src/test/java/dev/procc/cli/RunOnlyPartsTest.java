package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Parts of a definition that a run has got and that its process cannot get are no reason to
/// replace the process: neither during the run nor after it.
class RunOnlyPartsTest {
  private static final String ASSIGNEE =
      "{\"set\":{\"assignee\":{\"id\":\"u4\",\"type\":\"user\"}}}";

  @TempDir Path folder;
  private AlphaProject project;

  @BeforeEach
  void start() throws Exception {
    project = new AlphaProject(folder).apply();
    project.procc(0, "run", "a", "--yes");
  }

  @AfterEach
  void stop() {
    project.close();
  }

  @Test
  void anAddedTaskIsNoReasonToReplace() throws Exception {
    project.addTask("t3");
    assertTrue(project.plan(4).contains("RUNNING, refused"));
    project.procc(0, "amend", "a", "--yes");
    assertTrue(project.plan(0).contains("alone has 1 task that was added: a/t3;"));
    project.change("name: Alpha", "name: Beta");
    assertTrue(project.plan(2).contains("CHANGE IN PLACE"));
    project.apply();
    assertTrue(project.plan(0).contains("alone has 1 task that was added: a/t3;"));
    project.toRun("cancel");
    assertTrue(project.plan(0).contains("alone has 1 task that was added: a/t3;"));
    assertTrue(project.procc(0, "plan", "--full", "--detailed-exitcode").contains("no change"));
  }

  @Test
  void whatTheRunDoesNotShowIsStillRefused() throws Exception {
    project.addTask("t3");
    project.procc(0, "amend", "a", "--yes");
    project.change("Task t3", "Task three");
    assertTrue(project.plan(4).contains("RUNNING, refused"));
    project.procc(6, "status", "a", "--confirm");
    project.plan(4);
    project.toTask("Task t3", "edit", "{\"set\":{\"title\":\"Task three\"}}");
    project.procc(0, "status", "a", "--confirm");
    project.plan(0);
  }

  @Test
  void aStepByHandThatWasReadBackIsNoReasonToReplace() throws Exception {
    project.change("{ id: u3 }", "{ id: u4 }");
    project.plan(4);
    project.toTask("Task two", "edit", ASSIGNEE);
    project.procc(0, "status", "a", "--confirm");
    assertTrue(project.plan(0).contains("alone has 1 edit made by hand: a/t2:assignee;"));
    project.toRun("cancel");
    project.plan(0);
  }

  @Test
  void aTaskThatWasCancelledIsNoReasonToReplace() throws Exception {
    project.withoutSecondTask();
    project.plan(4);
    project.toTask("Task two", "cancel", "{}");
    project.procc(0, "status", "a", "--confirm");
    assertTrue(project.plan(0).contains("alone has 1 task that was cancelled: a/t2;"));
    project.change("name: Alpha", "name: Beta");
    project.apply();
    project.plan(0);
  }

  /// Somebody edited the same field of the process: that is an edit like any other.
  @Test
  void anEditOfTheProcessIsNotHiddenByItsRun() throws Exception {
    project.change("{ id: u3 }", "{ id: u4 }");
    project.toTask("Task two", "edit", ASSIGNEE);
    project.procc(0, "status", "a", "--confirm");
    project.edit("/root/children/1/job/arguments/sendTaskArgs/assignee/id", "\"u9\"");
    String plan = project.plan(4);
    assertFalse(plan.contains("nobody has edited it"), plan);
    assertTrue(plan.contains("a/t2:assignee"), plan);
  }

  @Test
  void aReplacementTakesEverything() throws Exception {
    project.addTask("t3");
    project.procc(0, "amend", "a", "--yes");
    project.toRun("cancel");
    project.change("{ id: u3 }", "{ id: u4 }");
    project.plan(4);
    project.procc(0, "apply", "--yes", "--destroy-evidence", "a");
    project.plan(0);
    assertEquals("Task t3", project.shown("/root/children/2/job/arguments/sendTaskArgs/title"));
  }

  /// A finished close starts again only if a command names it.
  @Test
  void aRunThatHasEndedStartsAgainOnlyByName() throws Exception {
    project.toRun("cancel");
    project.change("name: Alpha", "name: Beta");
    String refused = project.procc(4, "run", "a", "--yes");
    assertTrue(refused.contains("ended on Tue 2024-10-01 (cancelled)"), refused);
    assertTrue(refused.contains("procc run a --again"), refused);
    assertTrue(refused.contains("the definition changed since the last apply"), refused);
    String declined = project.answering("yes").run("run", "a").stderr();
    assertTrue(declined.contains("Type a: "), declined);
    assertTrue(declined.contains("not confirmed: nothing was started"), declined);
    assertEquals(0, project.answering("a").run("run", "a").exit());
    project.toRun("cancel");
    project.procc(0, "run", "a", "--yes", "--again");
  }
}
