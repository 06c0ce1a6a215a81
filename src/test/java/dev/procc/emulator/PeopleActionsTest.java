package dev.procc.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What people do, by the control surface: by which ids, when it is refused, and that a misspelt
/// body does nothing in silence.
final class PeopleActionsTest {
  private static final String ADDED =
      "[{\"action\":\"sendTask\",\"arguments\":{\"type\":\"sendTask\",\"sendTaskArgs\":"
          + "{\"title\":\"T\",\"assigneeUser\":\"a\"}}}]";
  @AutoClose private final LocalEmulator local = LocalEmulator.october();
  @TempDir Path folder;
  private String process;
  private String run;

  private void start(String... jobs) throws IOException {
    process = local.create(LocalEmulator.process(jobs));
    run = local.post("/processes/" + process + "/run", "").text("id");
  }

  private Json.Obj node(int... path) throws IOException {
    Json.Obj node = local.get("/processRuns/" + run).object().obj("root").orElseThrow();
    for (int index : path) {
      Json.Obj child = (Json.Obj) node.items("children").get(index);
      node = child.obj("jobRun").or(() -> child.obj("groupRun")).orElseThrow();
    }
    return node;
  }

  private static String id(Json.Obj node) {
    return node.text("id").orElseThrow();
  }

  private static String task(Json.Obj job) {
    return job.obj("metadata")
        .flatMap(m -> m.obj("sendTaskMetadata"))
        .flatMap(m -> m.text("task"))
        .orElseThrow();
  }

  private int act(Json.Obj node, String verb) throws IOException {
    return local.control("tasks/" + id(node) + "/" + verb).status();
  }

  @Test
  void everyActionKnowsATaskByItsOwnId() throws IOException {
    start(LocalEmulator.job("M", "manual", ""));
    assertTrue(local.look("runs").raw().body().contains("\"statusCounts\":{\"Waiting\":1}"));
    assertTrue(local.look("runs?counts=false").raw().body().contains("\"statusCounts\":null"));
    for (String verb : new String[] {"start", "fail", "retry", "complete"}) {
      assertEquals(200, local.control("tasks/" + task(node(0)) + "/" + verb).status(), verb);
    }
  }

  @Test
  void theIdOfASeededTaskMayBeAnyText() throws IOException {
    start(LocalEmulator.job("A"));
    String body = local.get("/processRuns/" + run).raw().body();
    Files.writeString(folder.resolve("run.json"), body.replace(task(node(0)), "Vx9"));
    try (LocalEmulator other = new LocalEmulator(LocalEmulator.options().withSeed(folder))) {
      assertEquals(200, other.control("tasks/Vx9/complete").status());
    }
  }

  @Test
  void aRetriedTaskIsWhereItWas() throws IOException {
    start(LocalEmulator.job("A", "whenEligible", ", \"approver\": {\"id\": \"maria\"}"));
    act(node(0), "complete");
    act(node(0), "fail");
    act(node(0), "retry");
    assertEquals("Approval", node(0).text("actionStatus").orElse(""));
    act(node(0), "reject");
    act(node(0), "fail");
    act(node(0), "retry");
    assertEquals("Returned", node(0).text("actionStatus").orElse(""));
    assertEquals(200, act(node(0), "complete"));
  }

  @Test
  void whatHasEndedIsNotCancelled() throws IOException {
    String group = LocalEmulator.group("G", true, LocalEmulator.job("A"));
    start(LocalEmulator.inGroup(group), LocalEmulator.job("B"));
    act(node(0, 0), "complete");
    assertEquals(409, act(node(0), "cancel"));
    assertEquals("complete", node(0).text("status").orElse(""));
  }

  @Test
  void aRunThatIsBeingCancelledTakesNothingMore() throws IOException {
    start(LocalEmulator.job("A"));
    local.control("runs/" + run + "/cancel", "{\"hold\": true}");
    assertEquals(409, local.control("runs/" + run + "/close").status());
    assertEquals(409, local.post("/processRuns/" + run + "/jobRuns", ADDED).status());
    assertEquals(200, local.control("runs/" + run + "/settle").status());
  }

  @Test
  void aRunIsNotReopenedBesideAnother() throws IOException {
    start(LocalEmulator.job("A"));
    local.control("runs/" + run + "/close");
    String second = local.post("/processes/" + process + "/run", "").text("id");
    assertEquals(409, local.control("runs/" + run + "/reopen").status());
    local.control("runs/" + second + "/close");
    assertEquals(200, local.control("runs/" + run + "/reopen").status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'set': {'dueDate': 'soon'}}",
        "{'set': {'dueDate': 7}}",
        "{'set': {'assignee': 'anna'}}",
        "{'set': {'asignee': {'id': 'b'}}}",
        "{'set': []}",
        "{'set': {}}",
        "{'sett': {}}",
        "{}"
      })
  void anEditThatNoScreenTakesIsRefused(String body) throws IOException {
    start(LocalEmulator.job("A"));
    Json before = node(0);
    String path = "tasks/" + id(node(0)) + "/edit";
    assertEquals(400, local.control(path, body.replace('\'', '"')).status());
    assertEquals(before, node(0));
  }

  @Test
  void anEditKeepsWhatItDoesNotNameAndTakesBothFormsOfPeople() throws IOException {
    start(LocalEmulator.job("A"));
    String seed = local.get("/processRuns/" + run).raw().body();
    Files.writeString(
        folder.resolve("r.json"), seed.replace("\"title\"", "\"colour\":1,\"title\""));
    EmulatorOptions seeded =
        LocalEmulator.options()
            .withSeed(folder)
            .withAssumptionChoices(Map.of("unknown-fields", "keep"));
    try (LocalEmulator other = new LocalEmulator(seeded)) {
      String edit = "{\"set\": {\"assigneeUser\": \"zoe\", \"title\": null, \"section\": \"s\"}}";
      assertEquals(200, other.control("tasks/" + id(node(0)) + "/edit", edit).status());
      String text = other.get("/processRuns/" + run).raw().body();
      assertTrue(text.contains("\"assignee\":{\"id\":\"zoe\",\"type\":\"user\"}"), text);
      assertTrue(text.contains("\"colour\":1") && !text.contains("\"title\""), text);
    }
  }

  /// Both forms of people, and a text that is taken for none.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'approverUser': null}|approver",
        "{'approver': null}|approver",
        "{'title': ''}|title"
      })
  void anEditTakesAnArgumentAway(String set, String name) throws IOException {
    start(LocalEmulator.job("A", "whenEligible", ", \"approver\": {\"id\": \"zoe\"}"));
    local.call("PUT", "/_emulator/readings", "{\"empty-text\": \"absent\"}");
    assertTrue(node(0).write().contains("\"" + name + "\""), node(0).write());
    String edit = "{\"set\": " + set.replace('\'', '"') + "}";
    assertEquals(200, local.control("tasks/" + id(node(0)) + "/edit", edit).status());
    assertTrue(!node(0).write().contains("\"" + name + "\""), node(0).write());
  }

  @Test
  void aTaskWithoutArgumentsCanBeEdited() throws IOException {
    start(LocalEmulator.job("A"));
    local.call("PUT", "/_emulator/readings", "{\"job-run-validation\": \"accept\"}");
    String bare = "[{\"action\": \"sendTask\"}]";
    assertEquals(201, local.post("/processRuns/" + run + "/jobRuns", bare).status());
    String edit = "{\"set\": {\"title\": \"Late\"}}";
    assertEquals(200, local.control("tasks/" + id(node(1)) + "/edit", edit).status());
    assertTrue(node(1).write().contains("\"sendTaskArgs\":{\"title\":\"Late\"}"), node(1).write());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "runs/RUN/cancel|{'hold': 'yes'}",
        "runs/RUN/cancel|{'hold': true, 'why': 'x'}",
        "tasks/TASK/complete|{'exception': 1}",
        "tasks/TASK/complete|{'exeption': true}",
        "tasks/TASK/complete|{'exception': true}",
        "token|{'user': 'x'}",
        "reset|{'hard': true}",
        "tasks/TASK/complete|{'user': 7}",
        "tasks/TASK/complete|[]",
        "processes/PROCESS/edit|{'set': []}",
        "processes/PROCESS/edit|{'set': {'name': 'x'}}",
        "processes/PROCESS/edit|{'set': {'/id': 'x'}}",
        "processes/PROCESS/edit|{'sets': {}}",
        "processes/PROCESS/edit|{'remove': '/name'}",
        "processes/PROCESS/edit|{'remove': [7]}",
        "processes/PROCESS/edit|{'remove': ['/id']}"
      })
  void aBodyThatWouldDoNothingIsRefused(String path, String body) throws IOException {
    start(LocalEmulator.job("A"));
    String place =
        path.replace("RUN", run).replace("TASK", id(node(0))).replace("PROCESS", process);
    assertEquals(400, local.control(place, body.replace('\'', '"')).status());
    assertEquals("running", node(0).text("status").orElse(""));
    assertEquals("Close", local.get("/processes/" + process).text("name"));
  }

  @Test
  void aPhaseFinalizerHasNoTask() throws IOException {
    start(
        "{\"type\": \"job\", \"job\": {\"arguments\": {\"type\": \"certification\","
            + " \"certificationArgs\": {\"title\": \"302\"}}}}");
    String text = node(0).obj("generated").orElseThrow().write();
    assertTrue(text.contains("certSignerMetadata"), text);
    assertFalse(text.contains("sendTaskMetadata"), text);
  }
}
