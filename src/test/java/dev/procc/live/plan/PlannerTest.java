package dev.procc.live.plan;

import static dev.procc.live.plan.Sketch.calls;
import static dev.procc.live.plan.Sketch.parallel;
import static dev.procc.live.plan.Sketch.plan;
import static dev.procc.live.plan.Sketch.process;
import static dev.procc.live.plan.Sketch.serial;
import static dev.procc.live.plan.Sketch.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.Action;
import dev.procc.live.planfile.Counterfactual;
import dev.procc.live.planfile.FieldChange;
import dev.procc.live.planfile.Later;
import dev.procc.live.planfile.Operation;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanException;
import dev.procc.live.planfile.PlanFile;
import dev.procc.live.planfile.PredictedShift;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.Reason;
import dev.procc.live.planfile.Summary;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.Wire;
import dev.procc.model.process.Group;
import dev.procc.model.process.Node;
import dev.procc.model.process.Process;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// In place or anew: two processes, nothing recorded.
class PlannerTest {
  private static Group root(Node... children) {
    return serial("root", List.of(children), "name", "Root");
  }

  private static Process close(Node... children) {
    return process(root(children), "name", "Close");
  }

  private static List<String> replaces(ProcessPlan plan) {
    return plan.replacePaths().stream()
        .map(p ->
            p.address().replace(Sketch.IDENTITY, "") + ":" + p.field() + " " + p.reason().word())
        .toList();
  }

  @Test
  void equalProcessesNeedNothing() {
    Process process =
        close(task("a", "title", "A"), parallel("g", List.of(task("b", "title", "B"))));
    ProcessPlan plan = plan(process, Sketch.live(process));
    assertEquals(List.of(), plan.actions());
    assertEquals(List.of(), plan.operations());
    assertEquals(List.of(), plan.changes());
    assertEquals("", plan.hash());
  }

  @Test
  void onePatchAndOneBatchForAllThatCanChange() {
    Process before =
        close(
            task("a", "title", "A"), parallel("g", List.of(task("b", "title", "B")), "name", "G"));
    Process after =
        process(
            serial(
                "root",
                List.of(
                    task("a", "title", "A2"),
                    parallel("g", List.of(task("b", "title", "B")), "name", "G2")),
                "name",
                "Root2",
                "triggerType",
                "manual"),
            "name",
            "Close 2",
            "dueDate",
            "2025-01-15",
            "autoClose",
            true,
            "calendars",
            List.of("c1"));
    ProcessPlan plan = plan(after, Sketch.live(before));
    assertEquals(List.of(Action.PATCH, Action.RENAME), plan.actions());
    assertEquals(
        List.of(
            "PATCH replace /name \"Close 2\"",
            "PATCH replace /autoClose true",
            "PATCH replace /dueDate \"2025-01-15\"",
            "PATCH replace /calendarIds [\"c1\"]",
            "PATCH replace /root/triggerType \"manual\"",
            "groupName p1-n0 Root2",
            "jobName p1-n1 A2",
            "groupName p1-n2 G2"),
        calls(plan));
    assertEquals("application/json-patch+json", plan.operations().getFirst().contentType());
    assertEquals(2, plan.operations().size());
  }

  @Test
  void removeIsOnlySentForWhatIsThere() {
    Process before =
        process(
            root(),
            "name",
            "N",
            "dueDate",
            "2025-01-15",
            "businessDateExclusions",
            List.of("2025-01-01"));
    Process after =
        process(
            root(),
            "name",
            "N",
            "dueDate",
            null,
            "businessDateExclusions",
            List.of(),
            "businessDateInclusions",
            null);
    assertEquals(
        List.of("PATCH remove /dueDate", "PATCH remove /businessDateExclusions"),
        calls(plan(after, Sketch.live(before))));
  }

  @Test
  void whatTheDefinitionDoesNotSayIsNotOurs() {
    Process before =
        process(root(), "name", "N", "dueDate", "2025-01-15", "calendars", List.of("c"));
    Process after = process(root(), "name", "N");
    assertEquals(List.of(), calls(plan(after, Sketch.live(before))));
  }

  @Test
  void theWindowMovesSoThatItsEndIsNeverBeforeItsStart() {
    Process q4 =
        process(root(), "businessStartDate", "2024-10-01", "businessEndDate", "2024-12-31");
    Process q1 =
        process(root(), "businessStartDate", "2025-01-01", "businessEndDate", "2025-03-31");
    assertEquals(
        List.of(
            "PATCH replace /businessEndDate \"2025-03-31\"",
            "PATCH replace /businessStartDate \"2025-01-01\""),
        calls(plan(q1, Sketch.live(q4))));
    assertEquals(
        List.of(
            "PATCH replace /businessStartDate \"2024-10-01\"",
            "PATCH replace /businessEndDate \"2024-12-31\""),
        calls(plan(q4, Sketch.live(q1))));
    Process longer =
        process(root(), "businessStartDate", "2024-10-01", "businessEndDate", "2025-01-31");
    assertEquals(
        List.of("PATCH replace /businessEndDate \"2025-01-31\""),
        calls(plan(longer, Sketch.live(q4))));
  }

  @Test
  void settingTheWindowCarriesBothEnds() {
    Process none = process(root(), "name", "N");
    Process start = process(root(), "name", "N", "businessStartDate", "2024-10-01");
    Process both =
        process(
            root(),
            "name",
            "N",
            "businessStartDate",
            "2024-10-01",
            "businessEndDate",
            "2024-12-31");
    List<String> set =
        List.of(
            "PATCH replace /businessStartDate \"2024-10-01\"",
            "PATCH replace /businessEndDate \"2024-12-31\"");
    assertEquals(set, calls(plan(both, Sketch.live(none))));
    assertEquals(set, calls(plan(both, Sketch.live(start))));
    Process away = process(root(), "name", "N", "businessStartDate", null, "businessEndDate", null);
    assertEquals(
        List.of("PATCH remove /businessStartDate", "PATCH remove /businessEndDate"),
        calls(plan(away, Sketch.live(both))));
    assertEquals(List.of("PATCH remove /businessStartDate"), calls(plan(away, Sketch.live(start))));
  }

  @Test
  void theFlagGoesFirstWhenItFallsAndLastWhenItRises() {
    Process on =
        process(
            root(),
            "relativeDates",
            true,
            "businessStartDate",
            "2024-10-01",
            "businessEndDate",
            "2024-12-31");
    Process off =
        process(
            root(),
            "relativeDates",
            false,
            "businessStartDate",
            "2024-10-02",
            "businessEndDate",
            "2024-12-31");
    assertEquals(
        List.of(
            "PATCH replace /relativeDates false",
            "PATCH replace /businessStartDate \"2024-10-02\""),
        calls(plan(off, Sketch.live(on))));
    assertEquals(
        List.of(
            "PATCH replace /businessStartDate \"2024-10-01\"", "PATCH replace /relativeDates true"),
        calls(plan(on, Sketch.live(off))));
  }

  @Test
  void aReplaceOnlyPathCannotBecomeAbsentNorANameEmpty() {
    Process before = process(root(task("a", "title", "A")), "name", "N");
    Process noName = process(root(task("a", "title", "A")), "name", null);
    ProcessPlan plan = plan(noName, Sketch.live(before));
    assertTrue(plan.replaces());
    assertEquals(List.of(":name not-patchable"), replaces(plan));
    assertEquals(
        List.of("/a:title not-patchable"),
        replaces(plan(process(root(task("a", "title", "")), "name", "N"), Sketch.live(before))));
  }

  @Test
  void whatNoCallChangesReplacesTheProcess() {
    Process before =
        close(
            task("a", "title", "A", "assignee", "u1", "dueDate", "2024-12-15"),
            task("b", "title", "B"));
    Process after =
        close(
            task("a", "title", "A", "assignee", "u2", "dueDate", "2024-12-16"),
            task("b", "title", "B2"));
    ProcessPlan plan = plan(after, Sketch.live(before));
    assertEquals(List.of(Action.CREATE, Action.TRASH), plan.actions());
    assertEquals(List.of("/a:assignee not-patchable", "/a:dueDate not-patchable"), replaces(plan));
    assertEquals(
        new Counterfactual(
            List.of(Sketch.IDENTITY + "/a:assignee", Sketch.IDENTITY + "/a:dueDate"), 0, 1, 0),
        plan.counterfactual());
    assertEquals(
        List.of("POST /processes", "POST /processes/{created}/validation", "DELETE /processes/p1"),
        calls(plan));
    assertEquals(Wire.create(after).body(), plan.operations().getFirst().body());
  }

  @Test
  void triggersArePatchedOnTheRootAndReplacedBelowIt() {
    Process before = close(serial("g", List.of(), "triggerType", "manual"));
    Process after = close(serial("g", List.of(), "triggerType", "whenEligible"));
    assertEquals(
        List.of("/g:triggerType not-patchable"), replaces(plan(after, Sketch.live(before))));
    Process root = process(serial("root", List.of(), "triggerType", "manual"));
    Process other = process(parallel("root", List.of(), "triggerType", "whenEligible"));
    assertEquals(
        List.of(
            "PATCH replace /root/parallel true",
            "PATCH replace /root/triggerType \"whenEligible\""),
        calls(plan(other, Sketch.live(root))));
    Process dated = process(serial("root", List.of(), "dueDate", "2024-12-31"));
    assertEquals(List.of("/root:dueDate not-patchable"), replaces(plan(dated, Sketch.live(root))));
  }

  @Test
  void addedRemovedAndReorderedNodesAreNamed() {
    Process before =
        close(task("a", "title", "A", "assignee", "u1"), task("b", "title", "B", "assignee", "u2"));
    Process added =
        close(
            task("a", "title", "A", "assignee", "u1"),
            task("x", "title", "X", "assignee", "u3"),
            task("b", "title", "B", "assignee", "u2"));
    ProcessPlan plan = plan(added, Sketch.live(before));
    assertEquals(List.of("/x:node structure-changed"), replaces(plan));
    FieldChange change = plan.changes().getFirst();
    assertEquals(Sketch.IDENTITY + "/a", change.follows());
    assertEquals(Sketch.IDENTITY + "/b", change.precedes());
    assertEquals(
        List.of("/p1-n2:node structure-changed"), replaces(plan(before, Sketch.live(added))));
    Process turned =
        close(task("b", "title", "B", "assignee", "u2"), task("a", "title", "A", "assignee", "u1"));
    assertEquals(1, plan(turned, Sketch.live(before)).replacePaths().size());
    assertEquals(
        Reason.ORDER_CHANGED, plan(turned, Sketch.live(before)).replacePaths().getFirst().reason());
  }

  @Test
  void twinsThatChangePlacesAreRenamed() {
    Process before =
        close(task("a", "title", "A", "assignee", "u"), task("b", "title", "B", "assignee", "u"));
    Process after =
        close(task("b", "title", "B", "assignee", "u"), task("a", "title", "A", "assignee", "u"));
    assertEquals(
        List.of("jobName p1-n1 B", "jobName p1-n2 A"), calls(plan(after, Sketch.live(before))));
  }

  @Test
  void orderInAParallelGroupMeansNothing() {
    Process before =
        close(
            parallel(
                "g",
                List.of(
                    task("a", "title", "A", "assignee", "u"),
                    task("b", "title", "B", "assignee", "v"))));
    Process after =
        close(
            parallel(
                "g",
                List.of(
                    task("b", "title", "B", "assignee", "v"),
                    task("a", "title", "A2", "assignee", "u"))));
    ProcessPlan plan = plan(after, Sketch.live(before));
    assertEquals(List.of("jobName p1-n2 A2"), calls(plan));
    assertEquals(1, plan.warnings().size());
    Desired strict = Sketch.desired(after);
    strict =
        new Desired(
            strict.key(),
            strict.period(),
            after,
            strict.origins(),
            strict.nodes(),
            strict.derivations(),
            strict.moved(),
            false,
            strict.onRemoval(),
            true,
            false,
            Later.of(""));
    assertTrue(plan(strict, Sketch.live(before), null, Overrides.NONE).replaces());
  }

  @Test
  void aReadOnlyNodeTakesNoName() {
    Process before = close(serial("g", List.of(), "name", "G"));
    Json.Obj body = Sketch.stored(Wire.create(before).body(), "p1");
    LiveProcess live = Sketch.read(readOnly(body));
    assertEquals(
        List.of("/g:name not-patchable", "/g:readOnly not-patchable"),
        replaces(plan(close(serial("g", List.of(), "name", "G2")), live)));
  }

  private static Json readOnly(Json.Obj body) {
    String text = body.write();
    int at = text.lastIndexOf("\"readOnly\":false");
    return json(text.substring(0, at) + "\"readOnly\":true" + text.substring(at + 16));
  }

  static Json json(String text) {
    try {
      return dev.procc.base.json.JsonReader.read(text);
    } catch (dev.procc.base.json.JsonException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void threeThousandNamesGoInOneCallAndOneMoreInAnother() {
    List<Node> before = new ArrayList<>();
    List<Node> after = new ArrayList<>();
    for (int i = 0; i < 3001; i++) {
      before.add(task("t" + i, "title", "Old " + i));
      after.add(task("t" + i, "title", "New " + i));
    }
    Process live = close(before.toArray(Node[]::new));
    ProcessPlan plan = plan(close(after.toArray(Node[]::new)), Sketch.live(live));
    assertEquals(
        List.of("rename-1", "rename-2"), plan.operations().stream().map(Operation::id).toList());
    assertEquals(List.of(3000, 1), plan.operations().stream().map(Operation::size).toList());
  }

  @Test
  void bothShapesOfABatch() {
    Process before = close(task("a", "title", "A"));
    Settings nested =
        new Settings(
            new Measurements(java.util.Map.of("batch-shape", "nested")),
            Limits.NONE,
            java.util.Map.of(),
            List.of());
    Plan plan =
        Planner.plan(
            Sketch.context(Overrides.NONE, nested),
            List.of(
                new Subject(
                    Sketch.desired(close(task("a", "title", "B"))),
                    new Found.Read(Sketch.live(before)),
                    null)),
            Listing.NONE);
    assertEquals(
        "{\"data\":[{\"type\":\"jobName\",\"jobNameUpdate\":{\"id\":\"p1-n1\",\"newName\":\"B\"}}]}",
        plan.processes().getFirst().operations().getFirst().body().write());
  }

  @Test
  void theServerMovesDatesWhereTheScheduleIsRelative() {
    Process before = relative("2024-12-15", "2024-12-18", List.of("2024-11-28", "2024-12-25"));
    Process after =
        relative("2024-12-15", "2024-12-19", List.of("2024-11-28", "2024-12-16", "2024-12-25"));
    ProcessPlan plan = plan(after, Sketch.live(before));
    assertEquals(
        List.of(
            "PATCH replace /businessDateExclusions [\"2024-11-28\",\"2024-12-16\",\"2024-12-25\"]"),
        calls(plan));
    assertEquals(
        List.of(new PredictedShift(Sketch.IDENTITY + "/b", "dueDate", "2024-12-18", "2024-12-19")),
        plan.predictedShifts());
    FieldChange moved = plan.changes().getLast();
    assertEquals(Reason.SHIFTED, moved.reason());
    assertEquals(1, moved.businessDays());
  }

  @Test
  void aDateThatTheServerWouldMoveAndShallStayReplaces() {
    Process before = relative("2024-12-15", "2024-12-18", List.of("2024-12-25"));
    Process after = relative("2024-12-15", "2024-12-18", List.of("2024-12-16", "2024-12-25"));
    ProcessPlan plan = plan(after, Sketch.live(before));
    assertEquals(List.of("/b:dueDate not-patchable"), replaces(plan));
    assertEquals(1, plan.counterfactual().patchOperations());
    assertEquals(1, plan.counterfactual().shifts());
  }

  private static Process relative(String one, String two, List<String> exclusions) {
    return process(
        root(task("a", "title", "A", "dueDate", one), task("b", "title", "B", "dueDate", two)),
        "relativeDates",
        true,
        "businessStartDate",
        "2024-10-01",
        "businessEndDate",
        "2024-12-31",
        "businessDaysOfWeek",
        List.of("monday", "tuesday", "wednesday", "thursday", "friday"),
        "businessDateExclusions",
        exclusions);
  }

  @Test
  void aNewProcessIsCreatedThenSetThenValidated() {
    Process process = process(root(task("a", "title", "A")), "name", "N", "iwmOptOut", true);
    Plan plan =
        Planner.plan(
            Sketch.context(),
            List.of(new Subject(Sketch.desired(process), Found.NONE, null)),
            Listing.NONE);
    ProcessPlan one = plan.processes().getFirst();
    assertTrue(one.creates());
    assertNull(one.id());
    assertEquals(
        List.of(
            "POST /processes",
            "PATCH replace /iwmOptOut true",
            "POST /processes/{created}/validation"),
        calls(one));
    assertEquals(new Summary(0, 1, 0, 0, 0, 0, 0, 0), plan.summary());
    assertFalse(plan.refused());
  }

  @Test
  void aPlanFileIsReadBackAsItWasWritten() throws PlanException {
    Process before = close(task("a", "title", "A", "assignee", "u1"), task("b", "title", "B"));
    Process after = close(task("a", "title", "A", "assignee", "u2"), task("b", "title", "B2"));
    Plan plan =
        Planner.plan(
            Sketch.context(),
            List.of(new Subject(Sketch.desired(after), new Found.Read(Sketch.live(before)), null)),
            Listing.NONE);
    assertEquals(plan, PlanFile.read("plan.json", PlanFile.write(plan)));
  }

  @Test
  void aPlanFileThatWasTouchedIsRefused() {
    Process before = close(task("a", "title", "A"));
    Plan plan =
        Planner.plan(
            Sketch.context(),
            List.of(
                new Subject(
                    Sketch.desired(close(task("a", "title", "B"))),
                    new Found.Read(Sketch.live(before)),
                    null)),
            Listing.NONE);
    String text = PlanFile.write(plan);
    assertTrue(fault(text.replace("\"newName\": \"B\"", "\"newName\": \"C\"")).contains("hash"));
    assertTrue(
        fault(text.replace("\"formatVersion\": \"1.1\"", "\"formatVersion\": \"2.0\""))
            .contains("2.0"));
    assertTrue(
        fault(text.replace("\"asOf\"", "\"mood\": 1, \"asOf\"")).contains("mood: unknown member"));
    assertEquals("read", fault(older(text)));
    assertTrue(fault("[]").contains("an object was expected"));
    assertTrue(fault("{").startsWith("p.json:1:"));
  }

  /// The plan as version 1.0 had it.
  private static String older(String text) {
    String older =
        text.replace("\"formatVersion\": \"1.1\"", "\"formatVersion\": \"1.0\"")
            .replaceAll(",\\s*\"run\": null", "")
            .replaceAll("\"amend\": 0,\\s*", "");
    assertFalse(older.contains("\"run\"") || older.contains("amend"), older);
    return older;
  }

  private static String fault(String text) {
    try {
      PlanFile.read("p.json", text);
      return "read";
    } catch (PlanException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
