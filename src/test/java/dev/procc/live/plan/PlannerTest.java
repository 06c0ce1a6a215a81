package dev.procc.live.plan;

import static dev.procc.live.plan.ProcessFixture.calls;
import static dev.procc.live.plan.ProcessFixture.parallel;
import static dev.procc.live.plan.ProcessFixture.plan;
import static dev.procc.live.plan.ProcessFixture.process;
import static dev.procc.live.plan.ProcessFixture.serial;
import static dev.procc.live.plan.ProcessFixture.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.LiveLookup;
import dev.procc.live.plan.input.PeriodReach;
import dev.procc.live.plan.input.PlanOverrides;
import dev.procc.live.plan.input.PlanSettings;
import dev.procc.live.plan.input.ProcessFlag;
import dev.procc.live.plan.input.Provenance;
import dev.procc.live.plan.input.SafetyLimits;
import dev.procc.live.plan.input.ServerCapabilities;
import dev.procc.live.plan.input.WorkspaceListing;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanAction;
import dev.procc.live.planfile.PlanSummary;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.ChangeReason;
import dev.procc.live.planfile.change.Counterfactual;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.change.Lazy;
import dev.procc.live.planfile.change.PredictedShift;
import dev.procc.live.planfile.format.PlanFile;
import dev.procc.live.planfile.format.PlanFileException;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.ProcessJson;
import dev.procc.model.process.Process;
import dev.procc.model.process.ProcessGroup;
import dev.procc.model.process.ProcessNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A change in place or a replacement: two processes without a ledger entry.
class PlannerTest {
  private static ProcessGroup root(ProcessNode... children) {
    return serial("root", List.of(children), "name", "Root");
  }

  private static Process close(ProcessNode... children) {
    return process(root(children), "name", "Close");
  }

  private static List<String> replaces(ProcessPlan plan) {
    return plan.explanation().replacement().causes().stream()
        .map(p ->
            p.address().replace(ProcessFixture.IDENTITY, "")
                + ":"
                + p.field()
                + " "
                + p.reason().word())
        .toList();
  }

  @Test
  void equalProcessesNeedNothing() {
    Process process =
        close(task("a", "title", "A"), parallel("g", List.of(task("b", "title", "B"))));
    ProcessPlan plan = plan(process, ProcessFixture.live(process));
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
    ProcessPlan plan = plan(after, ProcessFixture.live(before));
    assertEquals(List.of(PlanAction.PATCH, PlanAction.RENAME), plan.actions());
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
    assertEquals("application/json-patch+json", plan.operations().getFirst().call().contentType());
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
        calls(plan(after, ProcessFixture.live(before))));
  }

  @Test
  void whatTheDefinitionDoesNotSayIsNotOurs() {
    Process before =
        process(root(), "name", "N", "dueDate", "2025-01-15", "calendars", List.of("c"));
    Process after = process(root(), "name", "N");
    assertEquals(List.of(), calls(plan(after, ProcessFixture.live(before))));
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
        calls(plan(q1, ProcessFixture.live(q4))));
    assertEquals(
        List.of(
            "PATCH replace /businessStartDate \"2024-10-01\"",
            "PATCH replace /businessEndDate \"2024-12-31\""),
        calls(plan(q4, ProcessFixture.live(q1))));
    Process longer =
        process(root(), "businessStartDate", "2024-10-01", "businessEndDate", "2025-01-31");
    assertEquals(
        List.of("PATCH replace /businessEndDate \"2025-01-31\""),
        calls(plan(longer, ProcessFixture.live(q4))));
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
    assertEquals(set, calls(plan(both, ProcessFixture.live(none))));
    assertEquals(set, calls(plan(both, ProcessFixture.live(start))));
    Process away = process(root(), "name", "N", "businessStartDate", null, "businessEndDate", null);
    assertEquals(
        List.of("PATCH remove /businessStartDate", "PATCH remove /businessEndDate"),
        calls(plan(away, ProcessFixture.live(both))));
    assertEquals(
        List.of("PATCH remove /businessStartDate"), calls(plan(away, ProcessFixture.live(start))));
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
        calls(plan(off, ProcessFixture.live(on))));
    assertEquals(
        List.of(
            "PATCH replace /businessStartDate \"2024-10-01\"", "PATCH replace /relativeDates true"),
        calls(plan(on, ProcessFixture.live(off))));
  }

  @Test
  void aReplaceOnlyPathCannotBecomeAbsentNorANameEmpty() {
    Process before = process(root(task("a", "title", "A")), "name", "N");
    Process noName = process(root(task("a", "title", "A")), "name", null);
    ProcessPlan plan = plan(noName, ProcessFixture.live(before));
    assertTrue(plan.replaces());
    assertEquals(List.of(":name not-patchable"), replaces(plan));
    assertEquals(
        List.of("/a:title not-patchable"),
        replaces(
            plan(process(root(task("a", "title", "")), "name", "N"), ProcessFixture.live(before))));
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
    ProcessPlan plan = plan(after, ProcessFixture.live(before));
    assertEquals(List.of(PlanAction.CREATE, PlanAction.TRASH), plan.actions());
    assertEquals(List.of("/a:assignee not-patchable", "/a:dueDate not-patchable"), replaces(plan));
    assertEquals(
        new Counterfactual(
            List.of(
                ProcessFixture.IDENTITY + "/a:assignee", ProcessFixture.IDENTITY + "/a:dueDate"),
            new Counterfactual.InPlaceWork(0, 1, 0),
            null),
        plan.explanation().replacement().counterfactual());
    assertEquals(
        List.of("POST /processes", "POST /processes/{created}/validation", "DELETE /processes/p1"),
        calls(plan));
    assertEquals(ProcessJson.createBody(after).body(), plan.operations().getFirst().body());
  }

  @Test
  void triggersArePatchedOnTheRootAndReplacedBelowIt() {
    Process before = close(serial("g", List.of(), "triggerType", "manual"));
    Process after = close(serial("g", List.of(), "triggerType", "whenEligible"));
    assertEquals(
        List.of("/g:triggerType not-patchable"),
        replaces(plan(after, ProcessFixture.live(before))));
    Process root = process(serial("root", List.of(), "triggerType", "manual"));
    Process other = process(parallel("root", List.of(), "triggerType", "whenEligible"));
    assertEquals(
        List.of(
            "PATCH replace /root/parallel true",
            "PATCH replace /root/triggerType \"whenEligible\""),
        calls(plan(other, ProcessFixture.live(root))));
    Process dated = process(serial("root", List.of(), "dueDate", "2024-12-31"));
    assertEquals(
        List.of("/root:dueDate not-patchable"), replaces(plan(dated, ProcessFixture.live(root))));
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
    ProcessPlan plan = plan(added, ProcessFixture.live(before));
    assertEquals(List.of("/x:node structure-changed"), replaces(plan));
    FieldChange change = plan.changes().getFirst();
    assertEquals(ProcessFixture.IDENTITY + "/a", change.siblings().follows());
    assertEquals(ProcessFixture.IDENTITY + "/b", change.siblings().precedes());
    assertEquals(
        List.of("/p1-n2:node structure-changed"),
        replaces(plan(before, ProcessFixture.live(added))));
    Process turned =
        close(task("b", "title", "B", "assignee", "u2"), task("a", "title", "A", "assignee", "u1"));
    assertEquals(
        1, plan(turned, ProcessFixture.live(before)).explanation().replacement().causes().size());
    assertEquals(
        ChangeReason.ORDER_CHANGED,
        plan(turned, ProcessFixture.live(before))
            .explanation()
            .replacement()
            .causes()
            .getFirst()
            .reason());
  }

  @Test
  void twinsThatChangePlacesAreRenamed() {
    Process before =
        close(task("a", "title", "A", "assignee", "u"), task("b", "title", "B", "assignee", "u"));
    Process after =
        close(task("b", "title", "B", "assignee", "u"), task("a", "title", "A", "assignee", "u"));
    assertEquals(
        List.of("jobName p1-n1 B", "jobName p1-n2 A"),
        calls(plan(after, ProcessFixture.live(before))));
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
    ProcessPlan plan = plan(after, ProcessFixture.live(before));
    assertEquals(List.of("jobName p1-n2 A2"), calls(plan));
    assertEquals(1, plan.warnings().size());
    DesiredProcess strict = ProcessFixture.desired(after);
    strict =
        new DesiredProcess(
            strict.key(),
            strict.period(),
            after,
            new Provenance(
                strict.provenance().fields(),
                strict.provenance().nodes(),
                strict.provenance().derivations(),
                Lazy.of("")),
            strict.addressMoves(),
            new DesiredProcess.Handling(strict.onRemoval(), Set.of(ProcessFlag.STRICT_ORDER)));
    assertTrue(plan(strict, ProcessFixture.live(before), null, PlanOverrides.NONE).replaces());
  }

  @Test
  void aReadOnlyNodeTakesNoName() {
    Process before = close(serial("g", List.of(), "name", "G"));
    Json.Obj body = ProcessFixture.stored(ProcessJson.createBody(before).body(), "p1");
    LiveProcess live = ProcessFixture.read(readOnly(body));
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
    List<ProcessNode> before = new ArrayList<>();
    List<ProcessNode> after = new ArrayList<>();
    for (int i = 0; i < 3001; i++) {
      before.add(task("t" + i, "title", "Old " + i));
      after.add(task("t" + i, "title", "New " + i));
    }
    Process live = close(before.toArray(ProcessNode[]::new));
    ProcessPlan plan = plan(close(after.toArray(ProcessNode[]::new)), ProcessFixture.live(live));
    assertEquals(
        List.of("rename-1", "rename-2"),
        plan.operations().stream().map(PlanOperation::id).toList());
    assertEquals(
        List.of(3000, 1), plan.operations().stream().map(PlanOperation::changeCount).toList());
  }

  @Test
  void bothShapesOfABatch() {
    Process before = close(task("a", "title", "A"));
    PlanSettings nested =
        new PlanSettings(
            new ServerCapabilities(java.util.Map.of("batch-shape", "nested")),
            SafetyLimits.NONE,
            List.of(),
            PeriodReach.ALL);
    Plan plan =
        Planner.plan(
            ProcessFixture.context(PlanOverrides.NONE, nested),
            List.of(
                new PlanInput(
                    ProcessFixture.desired(close(task("a", "title", "B"))),
                    new LiveLookup.Read(ProcessFixture.live(before)),
                    null)),
            WorkspaceListing.NONE);
    assertEquals(
        "{\"data\":[{\"type\":\"jobName\",\"jobNameUpdate\":{\"id\":\"p1-n1\",\"newName\":\"B\"}}]}",
        plan.processes().getFirst().operations().getFirst().body().write());
  }

  @Test
  void theServerMovesDatesWhereTheScheduleIsRelative() {
    Process before = relative("2024-12-15", "2024-12-18", List.of("2024-11-28", "2024-12-25"));
    Process after =
        relative("2024-12-15", "2024-12-19", List.of("2024-11-28", "2024-12-16", "2024-12-25"));
    ProcessPlan plan = plan(after, ProcessFixture.live(before));
    assertEquals(
        List.of(
            "PATCH replace /businessDateExclusions [\"2024-11-28\",\"2024-12-16\",\"2024-12-25\"]"),
        calls(plan));
    assertEquals(
        List.of(
            new PredictedShift(
                ProcessFixture.IDENTITY + "/b", "dueDate", "2024-12-18", "2024-12-19")),
        plan.explanation().predictedShifts());
    FieldChange moved = plan.changes().getLast();
    assertEquals(ChangeReason.SHIFTED, moved.reason());
    assertEquals(1, moved.value().businessDays());
  }

  @Test
  void aDateThatTheServerWouldMoveAndShallStayReplaces() {
    Process before = relative("2024-12-15", "2024-12-18", List.of("2024-12-25"));
    Process after = relative("2024-12-15", "2024-12-18", List.of("2024-12-16", "2024-12-25"));
    ProcessPlan plan = plan(after, ProcessFixture.live(before));
    assertEquals(List.of("/b:dueDate not-patchable"), replaces(plan));
    assertEquals(1, plan.explanation().replacement().counterfactual().wouldBe().patchOperations());
    assertEquals(1, plan.explanation().replacement().counterfactual().wouldBe().shifts());
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
            ProcessFixture.context(),
            List.of(new PlanInput(ProcessFixture.desired(process), LiveLookup.NONE, null)),
            WorkspaceListing.NONE);
    ProcessPlan one = plan.processes().getFirst();
    assertTrue(one.creates());
    assertNull(one.id());
    assertEquals(
        List.of(
            "POST /processes",
            "PATCH replace /iwmOptOut true",
            "POST /processes/{created}/validation"),
        calls(one));
    assertEquals(new PlanSummary(0, 1, 0, 0, 0, 0, 0, 0, 0), plan.summary());
    assertFalse(plan.isRefused());
  }

  @Test
  void aPlanFileIsReadBackAsItWasWritten() throws PlanFileException {
    Process before = close(task("a", "title", "A", "assignee", "u1"), task("b", "title", "B"));
    Process after = close(task("a", "title", "A", "assignee", "u2"), task("b", "title", "B2"));
    Plan plan =
        Planner.plan(
            ProcessFixture.context(),
            List.of(
                new PlanInput(
                    ProcessFixture.desired(after),
                    new LiveLookup.Read(ProcessFixture.live(before)),
                    null)),
            WorkspaceListing.NONE);
    assertEquals(plan, PlanFile.read("plan.json", PlanFile.write(plan)));
  }

  @Test
  void aPlanFileThatWasTouchedIsRefused() {
    Process before = close(task("a", "title", "A"));
    Plan plan =
        Planner.plan(
            ProcessFixture.context(),
            List.of(
                new PlanInput(
                    ProcessFixture.desired(close(task("a", "title", "B"))),
                    new LiveLookup.Read(ProcessFixture.live(before)),
                    null)),
            WorkspaceListing.NONE);
    String text = PlanFile.write(plan);
    assertTrue(fault(text.replace("\"newName\": \"B\"", "\"newName\": \"C\"")).contains("hash"));
    assertTrue(
        fault(text.replaceFirst("\"formatVersion\": \"[0-9.]+\"", "\"formatVersion\": \"2.0\""))
            .contains("2.0"));
    assertTrue(
        fault(text.replace("\"asOf\"", "\"mood\": 1, \"asOf\"")).contains("mood: unknown member"));
    assertEquals("read", fault(text));
    assertTrue(
        fault(text.replaceFirst("(\"formatVersion\": )\"[0-9.]+\"", "$1\"1.1\""))
            .contains("plan again"),
        "has no hash");
    for (String changed :
        List.of(
            text.replace("\"before\": \"A\"", "\"before\": \"C\""),
            text.replace("\"warnings\": []", "\"warnings\": [\"calm\"]"),
            text.replace("\"refusals\": []", "\"refusals\": [ ]")
                .replace("\"nodeCount\": 1", "\"nodeCount\": 2"),
            text.replace("\"fileHash\"", "\"fileHush\""))) {
      assertFalse(changed.equals(text), text);
      assertFalse(fault(changed).equals("read"), changed);
    }
    assertTrue(fault("[]").contains("an object was expected"));
    assertTrue(fault("{").startsWith("p.json:1:"));
  }

  private static String fault(String text) {
    try {
      PlanFile.read("p.json", text);
      return "read";
    } catch (PlanFileException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
