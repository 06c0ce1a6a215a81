package dev.procc.live.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import dev.procc.live.api.ApiClient;
import dev.procc.live.apply.ProcessRuns.StartOption;
import dev.procc.live.evidence.EvidenceLog;
import dev.procc.live.ledger.ApplyStep;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.NodeRecord;
import dev.procc.live.ledger.PendingStep;
import dev.procc.live.ledger.RunRecord;
import dev.procc.live.ledger.SeenProcess;
import dev.procc.live.outcome.ProcessResult;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.format.PlanFile;
import dev.procc.live.planfile.run.ManualStep;
import dev.procc.live.planfile.run.RunPlan;
import dev.procc.live.planfile.run.TaskAddition;
import dev.procc.live.planfile.run.TaskStart;
import dev.procc.live.runplan.RunConfirmation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Changes of a definition that are applied to a current run.
class AmendTest {
  private static final String KEY = "close@2024-Q4";

  @TempDir Path dir;
  private ApplyFixture bench;
  private String run;

  @BeforeEach
  void started() throws Exception {
    bench = new ApplyFixture(dir);
    bench.applied(close(recon("u1"), REVIEW));
    run =
        new ProcessRuns(bench.context(bench.store)).start(KEY, Set.of(StartOption.COMPLETION_MAIL));
  }

  @AfterEach
  void ended() {
    bench.close();
  }

  // A serial close: recon, then the group review (us and emea at the same time), then sign.

  private static final String US = ApplyFixture.task("us", "Review US", "2024-12-20");
  private static final String EMEA = ApplyFixture.task("emea", "Review EMEA", "2024-12-20");
  private static final String REVIEW = group("review", "Review", US, EMEA);
  private static final String SIGN = ApplyFixture.task("sign", "Sign off", "2024-12-22");

  private static String recon(String who) {
    return ApplyFixture.task("recon", "Reconcile", "2024-12-15").replace("'u1'", "'" + who + "'");
  }

  private static String group(String key, String name, String... children) {
    return "{'type':'group','group':{'id':'"
        + key
        + "','name':'"
        + name
        + "','parallel':true,'readOnly':false,'children':["
        + String.join(",", children)
        + "]}}";
  }

  private static DesiredProcess close(String... children) throws Exception {
    return ApplyFixture.desired(
        "{'id':'close@2024-Q4','name':'Close','autoClose':true,'certAutoApprove':false,"
            + "'relativeDates':false,'dueDate':'2025-01-15','root':{'id':'root','name':'Root',"
            + "'parallel':false,'readOnly':false,'children':["
            + String.join(",", children)
            + ","
            + SIGN
            + "]}}");
  }

  private static RunPlan runOf(Plan plan) {
    RunPlan run = plan.processes().getFirst().run();
    assertTrue(run != null, "no run in the plan");
    return run;
  }

  private List<String> titles() throws Exception {
    RunStatus status = new ProcessRuns(bench.context(bench.store)).status(KEY).orElseThrow();
    return status.nodes().stream().map(r -> r.place().title() + " " + r.state().label()).toList();
  }

  private static String task(String key, String title) {
    return ApplyFixture.task(key, title, "2024-12-21");
  }

  @Test
  void nothingToAddWhereNothingChanged() throws Exception {
    Plan plan = bench.amendment(run, close(recon("u1"), REVIEW));
    assertFalse(plan.hasActions());
    assertTrue(runOf(plan).isSettled());
    assertEquals(List.of(), runOf(plan).leftAsIs());
    assertEquals(4, runOf(plan).run().jobCount());
  }

  @Test
  void aTaskGoesBetweenItsSiblings() throws Exception {
    DesiredProcess more = close(recon("u1"), task("ic", "Intercompany"), REVIEW);
    Plan plan = bench.amendment(run, more);
    ProcessPlan process = plan.processes().getFirst();
    assertEquals(1, process.operations().size());
    TaskAddition addition = runOf(plan).additions().getFirst();
    assertEquals(TaskStart.LATER, addition.starts().start());
    assertEquals(KEY + "/recon", addition.starts().waitsFor());
    String path = process.operations().getFirst().call().path();
    assertTrue(path.startsWith("/processRuns/" + run + "/jobRuns?parentGroupId="), path);
    assertTrue(path.contains("&relativeSiblingId=") && path.endsWith("&before=true"), path);

    ProcessResult result = bench.apply().run(plan).processes().getFirst();
    assertEquals(Verdict.APPLIED, result.verdict(), result.message());
    assertEquals(
        List.of(
            "Reconcile open",
            "Intercompany waiting",
            "Review waiting",
            "Review US waiting",
            "Review EMEA waiting",
            "Sign off waiting"),
        titles());
    LedgerEntry entry = bench.entry(KEY);
    RunRecord got = entry.history().runRecords().getFirst();
    assertEquals(run + " ic node", got.runId() + " " + got.path() + " " + got.field());
    assertEquals(null, entry.pending());
    assertTrue(runOf(bench.amendment(run, more)).isSettled());
    assertEquals(
        Verdict.STALE, bench.apply().run(plan).processes().getFirst().verdict(), "applied twice");
  }

  @Test
  void tasksThatStandTogetherAreOneCallInTheirOrder() throws Exception {
    Plan plan =
        bench.amendment(
            run,
            close(
                recon("u1"),
                task("a", "First"),
                task("b", "Second"),
                group("review", "Review", US, EMEA, task("uk", "Review UK"))));
    ProcessPlan process = plan.processes().getFirst();
    assertEquals(
        List.of("add-1", "add-2"), process.operations().stream().map(o -> o.id()).toList());
    assertEquals(
        List.of("later " + KEY + "/recon", "later " + KEY + "/a", "later " + KEY + "/review"),
        runOf(plan).additions().stream()
            .map(a -> a.starts().start().word() + " " + a.starts().waitsFor())
            .toList());
    assertTrue(process.operations().get(1).call().path().endsWith("&before=false"));
    assertEquals(Verdict.APPLIED, bench.apply().run(plan).processes().getFirst().verdict());
    assertEquals(
        List.of(
            "Reconcile open",
            "First waiting",
            "Second waiting",
            "Review waiting",
            "Review US waiting",
            "Review EMEA waiting",
            "Review UK waiting",
            "Sign off waiting"),
        titles());
  }

  @Test
  void whatThePointOfInsertionHasPassedStartsImmediately() throws Exception {
    bench.done("Reconcile");
    Plan plan = bench.amendment(run, close(recon("u1"), task("ic", "Intercompany"), REVIEW));
    assertEquals(TaskStart.PASSED, runOf(plan).additions().getFirst().starts().start());
    Plan last =
        bench.amendment(
            run, close(recon("u1"), group("review", "Review", US, EMEA, task("uk", "Review UK"))));
    assertEquals(TaskStart.AT_ONCE, runOf(last).additions().getFirst().starts().start());
    assertEquals(Verdict.APPLIED, bench.apply().run(plan).processes().getFirst().verdict());
    assertTrue(titles().contains("Intercompany open"), titles().toString());
  }

  @Test
  void aRunThatWentOnMakesThePlanStale() throws Exception {
    Plan plan = bench.amendment(run, close(recon("u1"), task("ic", "Intercompany"), REVIEW));
    bench.done("Reconcile");
    ProcessResult result = bench.apply().run(plan).processes().getFirst();
    assertEquals(Verdict.STALE, result.verdict());
    assertTrue(result.message().startsWith("The run has moved on"), result.message());
    assertFalse(titles().stream().anyMatch(t -> t.startsWith("Intercompany")));
  }

  @Test
  void nothingIsAddedTwiceAfterALostAnswer() throws Exception {
    Plan plan = bench.amendment(run, close(recon("u1"), task("ic", "Intercompany"), REVIEW));
    bench.fault("{'on':'createJobRuns','do':'drop-after'}");
    ProcessResult result = bench.apply().run(plan).processes().getFirst();
    assertEquals(Verdict.APPLIED, result.verdict(), result.message());
    assertEquals(1, bench.calls.stream().filter(c -> c.startsWith("ADD_JOBS")).count());
    assertEquals(1, titles().stream().filter(t -> t.startsWith("Intercompany")).count());
    assertTrue(bench.waitedFor(Duration.ofSeconds(60)), bench.time.waits().toString());
  }

  @Test
  void aRequestThatNeverArrivedIsSentAgainOnceThatIsCertain() throws Exception {
    Plan plan = bench.amendment(run, close(recon("u1"), task("ic", "Intercompany"), REVIEW));
    bench.fault("{'on':'createJobRuns','do':'drop-before'}");
    ProcessResult result = bench.apply().run(plan).processes().getFirst();
    assertEquals(Verdict.APPLIED, result.verdict(), result.message());
    assertEquals(2, bench.calls.stream().filter(c -> c.startsWith("ADD_JOBS")).count());
    assertEquals(1, titles().stream().filter(t -> t.startsWith("Intercompany")).count());
  }

  /// A resume after a crash at the step before the answer, with the effect and without it.
  private ProcessResult resumed(Plan plan) throws Exception {
    ProcessPlan process = plan.processes().getFirst();
    bench.plans.save(plan);
    bench.store.save(
        bench
            .entry(KEY)
            .withPending(
                new PendingStep(
                    ApplyStep.ADDING.text(),
                    process.hash(),
                    "2024-10-01T00:00:00Z",
                    "2024-10-01T00:00:00Z",
                    new PendingStep.StepSubject(
                        new SeenProcess(process.id(), null),
                        new SeenProcess(run, null),
                        null,
                        List.of()),
                    null)),
        "test");
    bench.calls.clear();
    return bench.apply().resume().processes().getFirst();
  }

  @Test
  void aResumeTakesWhatIsThere() throws Exception {
    Plan plan = bench.amendment(run, close(recon("u1"), task("ic", "Intercompany"), REVIEW));
    LedgerEntry before = bench.entry(KEY);
    bench.apply().run(plan);
    bench.store.save(before, "the ledger knows nothing of it");
    ProcessResult result = resumed(plan);
    assertEquals(Verdict.APPLIED, result.verdict(), result.message());
    assertFalse(bench.calls.contains("ADD_JOBS"), bench.calls.toString());
    assertEquals(1, titles().stream().filter(t -> t.startsWith("Intercompany")).count());
    assertEquals(1, bench.entry(KEY).history().runRecords().size());
  }

  @Test
  void aResumeSendsWhatIsNot() throws Exception {
    ProcessResult result =
        resumed(bench.amendment(run, close(recon("u1"), task("ic", "Intercompany"), REVIEW)));
    assertEquals(Verdict.APPLIED, result.verdict(), result.message());
    assertEquals(1, titles().stream().filter(t -> t.startsWith("Intercompany")).count());
  }

  @Test
  void aResumeWithoutThePlanPlansAnew() throws Exception {
    DesiredProcess more = close(recon("u1"), task("ic", "Intercompany"), REVIEW);
    Plan plan = bench.amendment(run, more);
    LedgerEntry before = bench.entry(KEY);
    bench.apply().run(plan);
    bench.store.save(
        before.withPending(
            new PendingStep(
                ApplyStep.ADDING.text(),
                "gone",
                "2024-10-01T00:00:00Z",
                null,
                new PendingStep.StepSubject(null, new SeenProcess(run, null), null, List.of()),
                null)),
        "the folder of the plan is lost");
    assertEquals(Verdict.UNCHANGED, bench.apply().resume().processes().getFirst().verdict());
    assertTrue(runOf(bench.amendment(run, more)).isSettled());
  }

  @Test
  void whatNoCallDoesIsForHands() throws Exception {
    DesiredProcess changed =
        close(recon("u2"), group("review", "Review", EMEA), group("tax", "Tax", task("t", "Tax")));
    Plan plan = bench.amendment(run, changed);
    assertFalse(plan.hasActions());
    List<ManualStep> hands = runOf(plan).manualSteps();
    assertEquals(
        List.of("edit recon", "cancel us", "add-group tax", "add-task t"),
        hands.stream()
            .map(h ->
                h.kind().word() + " " + h.address().substring(h.address().lastIndexOf('/') + 1))
            .toList());
    ManualStep first = hands.getFirst();
    assertTrue(first.effect().restartsTask());
    assertEquals(List.of("u2"), first.effect().mailRecipients());
    assertEquals("open", first.target().state());
    assertTrue(
        first.target().permalink() != null && first.target().permalink().contains("/tasks/"));
    assertEquals("Process status > Edit action > Assigned to", first.edits().getFirst().screen());
    assertEquals("waiting", hands.get(1).target().state());
    assertEquals(
        List.of("2024-12-15", "2024-12-20", "2024-12-21", "2024-12-21"),
        hands.stream().map(h -> h.target().dueBy()).toList());
    RunPlan.PersonWorkload load = runOf(plan).workloads().getFirst();
    assertEquals("u2 1 2024-12-15", load.person() + " " + load.tasks() + " " + load.busiestDay());

    bench.done("Reconcile");
    RunPlan later = runOf(bench.amendment(run, changed));
    assertEquals("close@2024-Q4/recon is done already", later.leftAsIs().getFirst());
  }

  @Test
  void aGroupInANewGroupIsAStepOfItsOwn() throws Exception {
    DesiredProcess changed =
        close(
            recon("u1"),
            REVIEW,
            group("tax", "Tax", group("vat", "VAT", task("t", "Return")), task("s", "Sign")));
    assertEquals(
        List.of(
            "add-group Tax: after \"Review\"",
            "add-group VAT: in the group \"Tax\", first",
            "add-task Return: in the group \"VAT\"",
            "add-task Sign: in the group \"Tax\""),
        runOf(bench.amendment(run, changed)).manualSteps().stream()
            .map(step -> step.kind().word() + " " + step.title() + ": " + step.effect().note())
            .toList());
  }

  @Test
  void aPlanTellsOfTheRunThatIsUnderWay() throws Exception {
    Plan plan = bench.plan(close(recon("u2"), task("ic", "Intercompany"), REVIEW));
    ProcessPlan process = plan.processes().getFirst();
    assertEquals("history", process.refusals().getFirst().rule());
    assertEquals(1, runOf(plan).additions().size());
    assertEquals(1, runOf(plan).manualSteps().size());
    assertEquals("", runOf(plan).additions().getFirst().operationId());
  }

  @Test
  void aRunOfAFormerProcessIsToldByPlaceAndBody() throws Exception {
    LedgerEntry entry = bench.entry(KEY);
    bench.store.save(
        entry.withLive(
            "another",
            1L,
            "hash",
            entry.nodes().stream()
                .map(n ->
                    new NodeRecord(
                        n.path(),
                        n.path().isEmpty() ? "another" : "x-" + n.path(),
                        n.sent(),
                        n.seen()))
                .toList()),
        "replaced");
    Plan plan = bench.amendment(run, close(recon("u2"), task("ic", "Intercompany"), REVIEW));
    assertEquals(1, runOf(plan).additions().size());
    assertEquals(
        List.of("edit " + KEY + "/recon"),
        runOf(plan).manualSteps().stream().map(h -> h.kind().word() + " " + h.address()).toList());
  }

  @Test
  void aTaskAddedInWorkivaIsLeftAndNeverTakenForAnother() throws Exception {
    bench.api.addJobs(
        run,
        ApiClient.Placement.LAST,
        Json.array(
            List.of(
                ((Json.Obj) JsonReader.read(task("x", "By hand").replace('\'', '"')))
                    .obj("job")
                    .orElseThrow()
                    .without("id"))));
    Plan plan = bench.amendment(run, close(recon("u1"), REVIEW, task("ic", "Intercompany")));
    assertEquals(1, runOf(plan).additions().size());
    assertEquals(List.of(), runOf(plan).manualSteps());
    assertEquals(
        List.of("\"By hand\" was added to the run in Workiva: it stays"), runOf(plan).leftAsIs());
  }

  @Test
  void plansOfRunsAreWhatTheSchemaSays() throws Exception {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(Path.of("schemas/plan.schema.json")), InputFormat.JSON);
    DesiredProcess changed =
        close(recon("u2"), task("ic", "Intercompany"), group("tax", "Tax", task("t", "Tax")));
    for (Plan plan : List.of(bench.amendment(run, changed), bench.plan(changed))) {
      assertEquals(List.of(), schema.validate(PlanFile.write(plan), InputFormat.JSON));
      assertEquals(plan, PlanFile.fromJson(JsonReader.read(PlanFile.write(plan))));
    }
  }

  private RunConfirmation confirmed(DesiredProcess changed) throws Exception {
    RunConfirmation confirmation =
        new ProcessRuns(bench.context(bench.store), bench.evidenceWriter()).confirm(changed, null);
    assertTrue(confirmation != null, "no run");
    return confirmation;
  }

  @Test
  void whatWasDoneByHandIsReadBackAndRecorded() throws Exception {
    DesiredProcess changed =
        close(recon("u2"), group("review", "Review", EMEA), group("tax", "Tax", task("t", "Tax")));
    RunConfirmation before = confirmed(changed);
    assertEquals(List.of(), before.done());
    assertEquals(4, before.run().manualSteps().size());

    List<ManualStep> hands = before.run().manualSteps();
    bench.control(
        "POST",
        "/tasks/" + hands.get(0).target().id() + "/edit",
        "{'set':{'assignee':{'id':'u2','type':'user'}}}");
    bench.control("POST", "/tasks/" + hands.get(1).target().id() + "/cancel", "{}");
    RunConfirmation after = confirmed(changed);
    assertEquals(
        List.of("recon assignee", "us node"),
        after.done().stream()
            .map(d -> d.address().substring(d.address().lastIndexOf('/') + 1) + " " + d.field())
            .toList());
    assertTrue(after.done().stream().noneMatch(RunConfirmation.ConfirmedStep::inLedger));
    assertEquals(2, after.run().manualSteps().size());
    assertFalse(after.isComplete());
    assertEquals(
        List.of("recon assignee", "review/us node"),
        bench.entry(KEY).history().runRecords().stream()
            .map(r -> r.path() + " " + r.field())
            .toList());
    assertTrue(
        confirmed(changed).done().stream().allMatch(RunConfirmation.ConfirmedStep::inLedger));

    EvidenceLog log = bench.log(KEY);
    assertEquals(1, log.records().size());
    assertEquals(
        "2 steps by hand read back in run " + run,
        log.bodies().getFirst().obj("result").orElseThrow().text("message").orElseThrow());
  }

  @Test
  void anEndedRunTakesNothing() throws Exception {
    bench.control("POST", "/runs/" + run + "/cancel", "{}");
    Plan plan = bench.amendment(run, close(recon("u2"), task("ic", "Intercompany"), REVIEW));
    assertFalse(plan.hasActions());
    assertTrue(runOf(plan).hasEnded());
    assertEquals(List.of(), runOf(plan).manualSteps());
  }
}
