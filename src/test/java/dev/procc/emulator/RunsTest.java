package dev.procc.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Runs: when nodes start, what people can do, and what a run looks like at each point.
final class RunsTest {
  @AutoClose private final LocalEmulator local = LocalEmulator.october();
  private String process;
  private String run;

  private void run(String body) throws IOException {
    process = local.create(body);
    LocalEmulator.LocalResponse answer = local.post("/processes/" + process + "/run", "");
    assertEquals(201, answer.status(), answer.raw().body());
    run = answer.text("id");
  }

  private Json.Obj seen() throws IOException {
    return local.get("/processRuns/" + run).object();
  }

  /// Titles with statuses in the order of the tree, groups by name: `A running, G waiting`.
  private String state() throws IOException {
    List<String> out = new ArrayList<>();
    collect(seen().obj("root").orElseThrow(), out);
    return String.join(", ", out);
  }

  private static void collect(Json.Obj group, List<String> out) {
    for (Json item : group.items("children")) {
      Json.Obj child = (Json.Obj) item;
      child
          .obj("jobRun")
          .ifPresent(job -> out.add(title(job) + " " + job.text("status").orElse("")));
      child
          .obj("groupRun")
          .ifPresent(inner -> {
            out.add(inner.text("name").orElse("") + " " + inner.text("status").orElse(""));
            collect(inner, out);
          });
    }
  }

  private static String title(Json.Obj job) {
    Json.Obj arguments = job.obj("arguments").orElse(Json.Obj.EMPTY);
    for (Json value : arguments.members().values()) {
      if (value instanceof Json.Obj inner) {
        return inner.text("title").orElse("");
      }
    }
    return "";
  }

  private Json.Obj job(String title) throws IOException {
    return find(seen().obj("root").orElseThrow(), title);
  }

  private static Json.Obj find(Json.Obj group, String title) {
    for (Json item : group.items("children")) {
      Json.Obj child = (Json.Obj) item;
      Json.Obj found = child.obj("jobRun").filter(j -> title(j).equals(title)).orElse(null);
      if (found == null && child.obj("groupRun").isPresent()) {
        Json.Obj inner = child.obj("groupRun").orElseThrow();
        found = inner.text("name").orElse("").equals(title) ? inner : find(inner, title);
      }
      if (found != null && !found.members().isEmpty()) {
        return found;
      }
    }
    return Json.Obj.EMPTY;
  }

  private int act(String title, String verb) throws IOException {
    return local.control("tasks/" + job(title).text("id").orElse("?") + "/" + verb).status();
  }

  @Test
  void serialGoesOneByOne() throws IOException {
    run(LocalEmulator.process(LocalEmulator.job("A"), LocalEmulator.job("B")));
    assertEquals("A running, B waiting", state());
    assertEquals(409, act("B", "complete"));
    assertEquals(200, act("A", "complete"));
    assertEquals(409, act("A", "complete"));
    assertEquals("A complete, B running", state());
    act("B", "complete");
    assertEquals("complete", seen().text("status").orElse(""));
    assertTrue(seen().has("completedDate"));
    assertEquals("{\"Completed\":2}", seen().obj("statusCounts").orElseThrow().write());
  }

  @Test
  void parallelGoesAtOnceAndGroupsNest() throws IOException {
    String inner =
        LocalEmulator.inGroup(
            LocalEmulator.group("G", true, LocalEmulator.job("B"), LocalEmulator.job("C")));
    run(LocalEmulator.process(LocalEmulator.job("A"), inner, LocalEmulator.job("D")));
    assertEquals("A running, G waiting, B waiting, C waiting, D waiting", state());
    act("A", "complete");
    assertEquals("A complete, G running, B running, C running, D waiting", state());
    act("C", "complete");
    assertEquals("A complete, G running, B running, C complete, D waiting", state());
    act("B", "complete");
    assertEquals("A complete, G complete, B complete, C complete, D running", state());
  }

  @Test
  void manualWaitsForItsTurnAndForSomebody() throws IOException {
    run(
        LocalEmulator.process(
            LocalEmulator.job("A"), LocalEmulator.job("M", "manual", ""), LocalEmulator.job("B")));
    assertEquals(409, act("M", "start"));
    act("A", "complete");
    assertEquals("A complete, M waiting, B waiting", state());
    assertTrue(job("M").flag("eligibleToStart", false));
    Json.Obj root = seen().obj("root").orElseThrow();
    assertEquals(1, root.integer("childrenEligibleToStartCount").orElse(0L));
    assertEquals(200, act("M", "start"));
    assertEquals("A complete, M running, B waiting", state());
  }

  @Test
  void aManualRootWaits() throws IOException {
    run(LocalEmulator.process(LocalEmulator.job("A")).replace("whenEligible", "manual"));
    assertEquals("A waiting", state());
    String root = seen().obj("root").orElseThrow().text("id").orElseThrow();
    assertEquals(200, local.control("tasks/" + root + "/start").status());
    assertEquals(200, act("A", "start"));
    assertEquals("A running", state());
    try (LocalEmulator other = LocalEmulator.october("manual-root", "starts")) {
      String body =
          LocalEmulator.process(LocalEmulator.job("A")).replaceFirst("whenEligible", "manual");
      String id = other.create(body);
      String started = other.post("/processes/" + id + "/run", "").text("id");
      String text = other.get("/processRuns/" + started).raw().body();
      assertTrue(text.contains("\"status\":\"running\",\"actionStatus\":\"Running\""), text);
    }
  }

  @Test
  void anApproverApprovesOrReturns() throws IOException {
    String approver = ", \"approver\": {\"id\": \"maria\", \"type\": \"user\"}";
    run(
        LocalEmulator.process(
            LocalEmulator.job("A", "whenEligible", approver), LocalEmulator.job("B")));
    assertEquals(409, act("A", "approve"));
    act("A", "complete");
    assertEquals("Approval", job("A").text("actionStatus").orElse(""));
    assertEquals("Awaiting Approval", task("A"));
    assertEquals("A running, B waiting", state());
    act("A", "reject");
    assertEquals("Returned", job("A").text("actionStatus").orElse(""));
    act("A", "complete");
    act("A", "approve");
    assertEquals("Approved", task("A"));
    assertEquals("A complete, B running", state());
  }

  private String task(String title) throws IOException {
    Json.Obj metadata = job(title).obj("metadata").orElseThrow();
    return metadata.obj("sendTaskMetadata").orElseThrow().text("status").orElse("");
  }

  @Test
  void aTaskIsKnownByItsOwnIdAndItsLink() throws IOException {
    run(LocalEmulator.process(LocalEmulator.job("A")));
    Json.Obj metadata =
        job("A").obj("metadata").flatMap(m -> m.obj("sendTaskMetadata")).orElseThrow();
    String task = metadata.text("task").orElseThrow();
    assertEquals(
        "https://app.wdesk.com/a/emulator/tasks/" + task, metadata.text("permalink").orElse(""));
    assertEquals(1, local.look("tasks?run=" + run).array().size());
    assertEquals(200, local.control("tasks/" + task + "/complete").status());
    assertEquals(0, local.look("tasks").array().size());
  }

  @Test
  void cancelledCountsAsEnded() throws IOException {
    run(LocalEmulator.process(LocalEmulator.job("A"), LocalEmulator.job("B")));
    act("A", "cancel");
    assertEquals("A cancelled, B running", state());
    Json.Obj metadata =
        job("A").obj("metadata").flatMap(m -> m.obj("sendTaskMetadata")).orElseThrow();
    assertTrue(metadata.flag("taskCancelled", false));
    assertTrue(metadata.flag("cancelCleanupComplete", false));
    act("B", "complete");
    assertEquals("complete", seen().text("status").orElse(""));
  }

  @Test
  void aRunIsCancelledAtOnceOrInTwoSteps() throws IOException {
    String two = LocalEmulator.process(LocalEmulator.job("A"), LocalEmulator.job("B"));
    run(two);
    local.control("runs/" + run + "/cancel");
    assertEquals("cancelled", seen().text("status").orElse(""));
    assertEquals("A cancelled, B cancelled", state());
    run(two);
    local.control("runs/" + run + "/cancel", "{\"hold\": true}");
    assertEquals("cancelling", seen().text("status").orElse(""));
    assertEquals("A cancelling, B cancelled", state());
    assertEquals(200, local.control("runs/" + run + "/settle").status());
    assertEquals("A cancelled, B cancelled", state());
    assertEquals("cancelled", seen().text("status").orElse(""));
    assertEquals(409, local.control("runs/" + run + "/settle").status());
  }

  @Test
  void withoutAutoCloseARunStaysOpen() throws IOException {
    run(
        LocalEmulator.process(LocalEmulator.job("A"))
            .replace("\"autoClose\": true", "\"autoClose\": false"));
    act("A", "complete");
    assertEquals("running", seen().text("status").orElse(""));
    assertEquals(200, local.control("runs/" + run + "/close").status());
    assertEquals("complete", seen().text("status").orElse(""));
    assertEquals(409, local.post("/processRuns/" + run + "/jobRuns", added("X")).status());
    local.control("runs/" + run + "/reopen");
    assertEquals(201, local.post("/processRuns/" + run + "/jobRuns", added("X")).status());
    assertEquals("A complete, X running", state());
  }

  @Test
  void anErrorHoldsUntilItIsRetried() throws IOException {
    run(LocalEmulator.process(LocalEmulator.job("A"), LocalEmulator.job("B")));
    act("A", "fail");
    assertEquals("A errorHold, B waiting", state());
    assertEquals(409, act("A", "complete"));
    act("A", "retry");
    act("A", "complete");
    assertEquals("A complete, B running", state());
  }

  private static String added(String... titles) {
    List<String> jobs = new ArrayList<>();
    for (String title : titles) {
      jobs.add(
          """
          {"action": "sendTask", "triggerType": "whenEligible", "arguments": {"type": "sendTask",
           "sendTaskArgs": {"title": "%s", "assigneeUser": "anna"}}}\
          """
              .formatted(title));
    }
    return "[" + String.join(",", jobs) + "]";
  }

  private String add(String query, String... titles) throws IOException {
    LocalEmulator.LocalResponse answer =
        local.post("/processRuns/" + run + "/jobRuns?" + query, added(titles));
    assertEquals(201, answer.status(), answer.raw().body());
    return state();
  }

  @Test
  void jobRunsAreAddedWhereTheyAreAsked() throws IOException {
    String inner = LocalEmulator.inGroup(LocalEmulator.group("G", false, LocalEmulator.job("B")));
    run(LocalEmulator.process(LocalEmulator.job("A"), inner, LocalEmulator.job("C")));
    act("A", "complete");
    String a = job("A").text("id").orElseThrow();
    String g = job("G").text("id").orElseThrow();
    String b = job("B").text("id").orElseThrow();
    assertEquals("A complete, G running, B running, C waiting, X waiting", add("", "X"));
    assertEquals(
        "P running, Q waiting, A complete, G running, B running, C waiting, X waiting",
        add("relativeSiblingId=" + a, "P", "Q"));
    assertEquals(
        "P running, Q waiting, A complete, R waiting, G running, B running, C waiting, X waiting",
        add("relativeSiblingId=" + a + "&before=false", "R"));
    assertEquals(
        "P running, Q waiting, A complete, R waiting, G running, B running, S waiting, C waiting,"
            + " X waiting",
        add("parentGroupId=" + g, "S"));
    assertEquals(
        "P running, Q waiting, A complete, R waiting, G running, T running, B running, S waiting,"
            + " C waiting, X waiting",
        add("parentGroupId=" + g + "&relativeSiblingId=" + b + "&before=true", "T"));
    assertEquals("running", job("G").text("status").orElse(""));
    act("P", "complete");
    assertTrue(state().startsWith("P complete, Q running"), state());
  }

  @Test
  void aPlaceThatIsNotThereIsRefused() throws IOException {
    run(LocalEmulator.process(LocalEmulator.job("A")));
    String path = "/processRuns/" + run + "/jobRuns?";
    assertEquals("parentGroupId", local.post(path + "parentGroupId=x", added("X")).text("target"));
    assertEquals(
        "relativeSiblingId", local.post(path + "relativeSiblingId=x", added("X")).text("target"));
    assertEquals("before", local.post(path + "before=maybe", added("X")).text("target"));
    String bare = "[{\"action\": \"sendTask\"}]";
    assertEquals(400, local.post(path, bare).status());
    assertEquals("/0/action", local.post(path, "[{}]").text("target"));
    try (LocalEmulator other = LocalEmulator.october("job-run-validation", "accept")) {
      String id = other.create(LocalEmulator.process(LocalEmulator.job("A")));
      String there = other.post("/processes/" + id + "/run", "").text("id");
      assertEquals(201, other.post("/processRuns/" + there + "/jobRuns", bare).status());
    }
  }

  @Test
  void aSecondRunIsRefusedWhileOneIsActive() throws IOException {
    run(LocalEmulator.process(LocalEmulator.job("A")));
    String first = run;
    LocalEmulator.LocalResponse second = local.post("/processes/" + process + "/run", "{}");
    assertEquals(409, second.status());
    assertTrue(second.text("message").contains(first));
    act("A", "complete");
    assertEquals(201, local.post("/processes/" + process + "/run", "{}").status());
    try (LocalEmulator other =
        LocalEmulator.october("active-run", "allow", "finished-run", "refuse")) {
      String id = other.create(LocalEmulator.process(LocalEmulator.job("A")));
      assertEquals(201, other.post("/processes/" + id + "/run", "").status());
      assertEquals(409, other.post("/processes/" + id + "/run", "").status());
    }
  }

  @Test
  void aRunIsASnapshot() throws IOException {
    run(LocalEmulator.process(LocalEmulator.job("A")));
    Json before = seen();
    local.patch(
        "/processes/" + process,
        "[{\"op\": \"replace\", \"path\": \"/name\", \"value\": \"New\"}]");
    assertEquals(before, seen());
    assertFalse(seen().text("name").orElse("").equals("New"));
  }

  @Test
  void anEmptyRunIsOverAtOnce() throws IOException {
    run(LocalEmulator.process(LocalEmulator.inGroup(LocalEmulator.group("G", true))));
    assertEquals("complete", seen().text("status").orElse(""));
    assertEquals("G complete", state());
  }

  @Test
  void theReplyOfRunHasItsOwnKeys() throws IOException {
    process =
        local.create(
            LocalEmulator.process(
                LocalEmulator.inGroup(LocalEmulator.group("G", false, LocalEmulator.job("A")))));
    String reply = local.post("/processes/" + process + "/run", "").raw().body();
    assertTrue(reply.contains("\"group\":{") && reply.contains("\"job\":{"), reply);
    assertTrue(reply.contains("\"actionStatus\":\"waiting\""), reply);
    try (LocalEmulator other =
        LocalEmulator.october(
            "run-children", "jobRun", "status-casing", "capitalised", "group-children", "group")) {
      String id =
          other.create(
              LocalEmulator.process(
                  LocalEmulator.inGroup(LocalEmulator.group("G", false, LocalEmulator.job("A")))));
      LocalEmulator.LocalResponse started = other.post("/processes/" + id + "/run", "");
      assertTrue(started.raw().body().contains("\"jobRun\":{"));
      assertTrue(started.raw().body().contains("\"actionStatus\":\"Waiting\""));
      String got = other.get("/processRuns/" + started.text("id")).raw().body();
      assertTrue(got.contains("\"group\":{") && !got.contains("groupRun\":"), got);
    }
  }
}
