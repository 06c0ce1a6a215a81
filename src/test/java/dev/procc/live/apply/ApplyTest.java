package dev.procc.live.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.cli.frame.ExitCode;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.outcome.ApplyOptions;
import dev.procc.live.outcome.ApplyOptions.ApplyOption;
import dev.procc.live.outcome.ApplyResult;
import dev.procc.live.outcome.ApplySettings;
import dev.procc.live.outcome.Mismatch;
import dev.procc.live.outcome.ProcessResult;
import dev.procc.live.outcome.ReadBack;
import dev.procc.live.outcome.ServerFinding;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.planfile.Plan;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ApplyTest {
  private static final String KEY = "close@2024-Q4";
  @TempDir Path dir;
  private ApplyFixture bench;

  @BeforeEach
  void start() throws Exception {
    bench = new ApplyFixture(dir);
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private ProcessResult only(ApplyResult result) {
    assertEquals(1, result.processes().size(), result.toJson()::pretty);
    return result.processes().get(0);
  }

  private void expect(Verdict verdict, int exit, ApplyResult result) {
    assertEquals(verdict, only(result).verdict(), () -> result.toJson().pretty());
    assertEquals(exit, ExitCode.of(result.verdict()));
  }

  private void secondPlanIsEmpty(DesiredProcess... definitions) throws Exception {
    Plan again = bench.plan(definitions);
    assertFalse(again.hasActions(), () -> dev.procc.live.planfile.format.PlanFile.write(again));
    for (LedgerEntry entry : bench.store.list("dev")) {
      assertNull(entry.pending());
    }
  }

  @Test
  void aCreateIsReadBackValidatedAndNoted() throws Exception {
    ApplyResult result = bench.applied(ApplyFixture.close("Close", "Reconcile"));
    expect(Verdict.APPLIED, 0, result);
    assertEquals(List.of("create"), only(result).calls().stream().map(c -> c.id()).toList());
    assertEquals(ReadBack.AS_PREDICTED, only(result).calls().get(0).readBack());
    LedgerEntry entry = bench.entry(KEY);
    assertEquals(bench.live(), List.of(entry.id()));
    assertEquals(
        List.of("", "root", "recon", "review", "review/us", "review/emea"),
        entry.nodes().stream().map(n -> n.path()).toList());
    assertEquals("Close", entry.name());
    secondPlanIsEmpty(ApplyFixture.close("Close", "Reconcile"));
  }

  @Test
  void aChangeInPlaceIsOnePatchAndOneBatch() throws Exception {
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    String id = bench.entry(KEY).id();
    bench.calls.clear();
    ApplyResult result = bench.applied(ApplyFixture.close("Close 2", "Reconcile AR"));
    expect(Verdict.APPLIED, 0, result);
    assertEquals(
        List.of("LIST", "GET", "GET", "GET", "PATCH", "GET", "GET", "RENAME", "GET"), bench.calls);
    assertEquals(id, bench.entry(KEY).id());
    assertEquals("Close 2", bench.entry(KEY).name());
    secondPlanIsEmpty(ApplyFixture.close("Close 2", "Reconcile AR"));
  }

  @Test
  void aReplacementCreatesBeforeItTrashes() throws Exception {
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    String old = bench.entry(KEY).id();
    bench.calls.clear();
    ApplyResult result = bench.applied(ApplyFixture.closeWithMore("Close"));
    expect(Verdict.APPLIED, 0, result);
    assertEquals(
        "LIST, GET, GET, LIST, CREATE, GET, LIST, VALIDATE, LIST, GET, LIST, TRASH, GET 404",
        String.join(", ", bench.calls));
    LedgerEntry entry = bench.entry(KEY);
    assertEquals(List.of(entry.id()), bench.live());
    assertEquals(old, entry.history().formers().get(0).id());
    assertTrue(entry.history().formers().get(0).trashed());
    secondPlanIsEmpty(ApplyFixture.closeWithMore("Close"));
    bench.api.restore(old);
  }

  @Test
  void theOldOneStaysWhereItIsToBeKept() throws Exception {
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    bench.settings = bench.settings.withOptions(ApplyOptions.NONE.with(ApplyOption.KEEP_OLD, true));
    expect(Verdict.APPLIED, 0, bench.applied(ApplyFixture.closeWithMore("Close")));
    assertEquals(2, bench.live().size());
    assertFalse(bench.entry(KEY).history().formers().get(0).trashed());
    secondPlanIsEmpty(ApplyFixture.closeWithMore("Close"));
  }

  @Test
  void aProcessWithoutDefinitionIsTrashedAndStaysOnRecord() throws Exception {
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    String id = bench.entry(KEY).id();
    bench.overrides = ApplyFixture.allowEmpty();
    expect(Verdict.APPLIED, 0, bench.applied());
    assertEquals(List.of(), bench.live());
    assertNull(bench.entry(KEY).id());
    assertEquals(id, bench.entry(KEY).history().formers().get(0).id());
    secondPlanIsEmpty();
    expect(Verdict.APPLIED, 0, bench.applied(ApplyFixture.close("Close", "Reconcile")));
    secondPlanIsEmpty(ApplyFixture.close("Close", "Reconcile"));
  }

  @Test
  void aPlanAppliedTwiceIsStale() throws Exception {
    Plan create = bench.plan(ApplyFixture.close("Close", "Reconcile"));
    expect(Verdict.APPLIED, 0, bench.apply().run(create));
    expect(Verdict.STALE, 5, bench.apply().run(create));
    Plan patch = bench.plan(ApplyFixture.close("Close 2", "Reconcile"));
    expect(Verdict.APPLIED, 0, bench.apply().run(patch));
    expect(Verdict.STALE, 5, bench.apply().run(patch));
    Plan replace = bench.plan(ApplyFixture.closeWithMore("Close 2"));
    expect(Verdict.APPLIED, 0, bench.apply().run(replace));
    expect(Verdict.STALE, 5, bench.apply().run(replace));
    assertEquals(1, bench.live().size());
  }

  @Test
  void whatChangedMeanwhileMakesThePlanStale() throws Exception {
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    String id = bench.entry(KEY).id();
    Plan plan = bench.plan(ApplyFixture.closeWithMore("Close"));
    bench.control(
        "POST", "/processes/" + id + "/edit", "{'set':{'/dueDate':'2025-02-01'},'user':'kim'}");
    bench.calls.clear();
    ApplyResult edited = bench.apply().run(plan);
    expect(Verdict.STALE, 5, edited);
    assertTrue(only(edited).message().contains("has changed since the plan"));
    assertEquals(List.of("GET"), bench.calls);
    assertNull(bench.entry(KEY).pending());
  }

  @Test
  void aRunThatBeganMeanwhileMakesAReplacementStale() throws Exception {
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    Plan plan = bench.plan(ApplyFixture.closeWithMore("Close"));
    bench.api.run(bench.entry(KEY).id(), true);
    expect(Verdict.STALE, 5, bench.apply().run(plan));
    assertEquals(1, bench.live().size());
  }

  @Test
  void anEditWhileTheNewOneWasMadeKeepsTheOld() throws Exception {
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    String old = bench.entry(KEY).id();
    bench.fault(
        "{'on':'createProcess','do':'edit-after','process':'"
            + old
            + "','set':{'/dueDate':'2025-02-01'}}");
    Plan plan = bench.plan(ApplyFixture.closeWithMore("Close"));
    ApplyResult result = bench.apply().run(plan);
    expect(Verdict.STALE, 5, result);
    assertEquals(List.of(old), bench.live());
    assertEquals(old, bench.entry(KEY).id());
    assertNull(bench.entry(KEY).pending());
  }

  @Test
  void aLookAlikeThatAppearedMeanwhileMakesACreateStale() throws Exception {
    Plan plan = bench.plan(ApplyFixture.close("Close", "Reconcile"));
    bench.api.create(
        dev.procc.live.wire.ProcessJson.createBody(ApplyFixture.close("CLOSE ", "Other").process())
            .body());
    expect(Verdict.STALE, 5, bench.apply().run(plan));
    assertEquals(1, bench.live().size());
  }

  @Test
  void aPlanOfAnotherTargetOrOriginIsStale() throws Exception {
    Plan plan = bench.plan(ApplyFixture.close("Close", "Reconcile"));
    bench.settings = ApplySettings.of("prod", bench.base.toString(), ApplyFixture.TODAY);
    expect(Verdict.STALE, 5, bench.apply().run(plan));
    bench.settings = ApplySettings.of("dev", "https://api.app.wdesk.com", ApplyFixture.TODAY);
    expect(Verdict.STALE, 5, bench.apply().run(plan));
    bench.settings =
        ApplySettings.of("dev", bench.base.toString(), ApplyFixture.TODAY.plusDays(90));
    expect(Verdict.STALE, 5, bench.apply().run(plan));
    assertEquals(List.of(), bench.live());
  }

  @Test
  void aMissingCanaryRefuses() throws Exception {
    bench.settings = bench.settings.withCanary("none");
    expect(Verdict.REFUSED, 4, bench.applied(ApplyFixture.close("Close", "Reconcile")));
    assertEquals(List.of(), bench.live());
  }

  @Test
  void whatTheServerMakesOfItIsShownUntilAccepted() throws Exception {
    bench.fault("{'on':'createProcess','do':'default','set':{'/dueDate':'2025-01-20'}}");
    ApplyResult result = bench.applied(ApplyFixture.close("Close", "Reconcile"));
    expect(Verdict.PARTIAL, 6, result);
    Mismatch residual = only(result).details().mismatches().get(0);
    assertEquals("close@2024-Q4 dueDate", residual.address() + " " + residual.field());
    assertEquals("\"2025-01-20\"", residual.actual().write());
    assertEquals(1, bench.live().size());
    Plan again = bench.plan(ApplyFixture.close("Close", "Reconcile"));
    assertTrue(again.hasActions());
    assertFalse(again.isRefused(), () -> dev.procc.live.planfile.format.PlanFile.write(again));
    expect(Verdict.APPLIED, 0, bench.apply().run(again));
    secondPlanIsEmpty(ApplyFixture.close("Close", "Reconcile"));
  }

  @Test
  void anAcceptedValueIsNobodysChangeFromThenOn() throws Exception {
    bench.fault("{'on':'createProcess','do':'default','set':{'/dueDate':'2025-01-20'}}");
    bench.settings =
        bench.settings.withOptions(ApplyOptions.NONE.withAccepted(java.util.Set.of("dueDate")));
    expect(Verdict.APPLIED, 0, bench.applied(ApplyFixture.close("Close", "Reconcile")));
    secondPlanIsEmpty(ApplyFixture.close("Close", "Reconcile"));
  }

  @Test
  void aReplacementThatComesBackOtherwiseIsTakenBack() throws Exception {
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    String old = bench.entry(KEY).id();
    bench.fault("{'on':'createProcess','do':'default','set':{'/dueDate':'2025-01-20'}}");
    expect(Verdict.PARTIAL, 6, bench.applied(ApplyFixture.closeWithMore("Close")));
    assertEquals(List.of(old), bench.live());
    secondPlanIsEmpty(ApplyFixture.close("Close", "Reconcile"));
  }

  @Test
  void aNewProcessThatTheServerFindsInvalidIsTakenBack() throws Exception {
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    String old = bench.entry(KEY).id();
    DesiredProcess bad =
        ApplyFixture.desired(
            dev.procc.live.wire.ProcessJson.body(ApplyFixture.closeWithMore("Close").process())
                .write()
                .replace("\"title\":\"Comment\",", ""));
    ApplyResult result = bench.applied(bad);
    expect(Verdict.INVALID, 3, result);
    assertEquals(List.of(old), bench.live());
    ServerFinding finding = only(result).details().findings().get(0);
    assertEquals("close@2024-Q4/commentary title", finding.address() + " " + finding.field());
    assertTrue(finding.located());
    bench.settings =
        bench.settings.withOptions(ApplyOptions.NONE.with(ApplyOption.ALLOW_INVALID, true));
    expect(Verdict.APPLIED, 0, bench.applied(bad));
  }

  @Test
  void oneFailureLeavesTheOthersDone() throws Exception {
    DesiredProcess one = ApplyFixture.close("One", "Reconcile");
    DesiredProcess two =
        ApplyFixture.desired(
            dev.procc.live.wire.ProcessJson.body(ApplyFixture.close("Two", "Reconcile").process())
                .write()
                .replace(KEY, "audit"));
    bench.fault("{'on':'createProcess','do':'fail-before','status':403,'nth':1}");
    ApplyResult result = bench.applied(one, two);
    assertEquals(6, ExitCode.of(result.verdict()));
    assertEquals(
        List.of(Verdict.FAILED, Verdict.APPLIED),
        result.processes().stream().map(p -> p.verdict()).toList());
    assertTrue(bench.store.load("dev", KEY).isEmpty());
    expect(Verdict.APPLIED, 0, bench.apply().run(bench.plan(one, two)));
    secondPlanIsEmpty(one, two);
  }

  @Test
  void oneStaleProcessStopsAllBeforeAnythingIsWritten() throws Exception {
    DesiredProcess one = ApplyFixture.close("One", "Reconcile");
    DesiredProcess two =
        ApplyFixture.desired(
            dev.procc.live.wire.ProcessJson.body(ApplyFixture.close("Two", "Reconcile").process())
                .write()
                .replace(KEY, "audit"));
    Plan plan = bench.plan(one, two);
    bench.applied(one);
    ApplyResult result = bench.apply().run(plan);
    assertEquals(5, ExitCode.of(result.verdict()));
    assertEquals(
        List.of(Verdict.STALE, Verdict.NOT_STARTED),
        result.processes().stream().map(p -> p.verdict()).toList());
    assertEquals(1, bench.live().size());
  }

  @Test
  void aStopBetweenTwoCallsCanBeResumed() throws Exception {
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    Plan plan = bench.plan(ApplyFixture.close("Close 2", "Reconcile AR"));
    int[] asked = {0};
    bench.settings = bench.settings.withStop(() -> asked[0]++ == 2);
    expect(Verdict.INTERRUPTED, 130, bench.apply().run(plan));
    assertEquals("patching", bench.entry(KEY).pending().stepName());
    bench.settings = bench.settings.withStop(() -> false);
    expect(Verdict.REFUSED, 4, bench.apply().run(plan));
    expect(Verdict.APPLIED, 0, bench.apply().resume());
    secondPlanIsEmpty(ApplyFixture.close("Close 2", "Reconcile AR"));
  }

  @Test
  void aStopBeforeTheFirstCallLeavesNothing() throws Exception {
    bench.settings = bench.settings.withStop(() -> true);
    expect(Verdict.INTERRUPTED, 130, bench.applied(ApplyFixture.close("Close", "Reconcile")));
    assertEquals(List.of(), bench.live());
    assertTrue(bench.store.load("dev", KEY).isEmpty());
  }
}
