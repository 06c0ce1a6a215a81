package dev.procc.live.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.cli.frame.ExitCode;
import dev.procc.live.apply.ProcessRuns.StartOption;
import dev.procc.live.diff.ChangedBy;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ApplyOptions;
import dev.procc.live.outcome.ApplyOptions.ApplyOption;
import dev.procc.live.outcome.ApplyResult;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.planfile.Plan;
import dev.procc.live.recover.ProcessAdoption;
import dev.procc.live.recover.TrashRules.TrashOverride;
import dev.procc.live.wire.ProcessJson;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

final class RunsAndLifecycleTest {
  private static final Set<TrashOverride> NO_OVERRIDE = Set.of();

  private static final String KEY = "close@2024-Q4";
  @TempDir Path dir;
  private ApplyFixture bench;

  @BeforeEach
  void start() throws Exception {
    bench = new ApplyFixture(dir);
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private ProcessRuns runs() {
    return new ProcessRuns(bench.context(bench.store));
  }

  private ProcessAdoption adoption(DesiredProcess desired) {
    return new ProcessAdoption(bench.context(bench.store), desired, bench.evidenceWriter());
  }

  private ProcessLifecycle generations() {
    return new ProcessLifecycle(bench.context(bench.store));
  }

  private static ApplyException halts(Verdict verdict, Executable call) {
    ApplyException halt = assertThrows(ApplyException.class, call);
    assertEquals(verdict, halt.verdict(), halt::getMessage);
    assertFalse(halt.help().isBlank());
    return halt;
  }

  @Test
  void aRunIsStartedOnceAndSeenByAddress() throws Exception {
    assertEquals(List.of(), runs().validate(KEY));
    assertTrue(runs().status(KEY).isEmpty());
    String run = runs().start(KEY, Set.of(StartOption.COMPLETION_MAIL));
    assertEquals(List.of(run), bench.entry(KEY).history().runIds());
    RunStatus status = runs().status(KEY).orElseThrow();
    assertEquals(run, status.run().id());
    assertEquals(
        List.of("recon open", "review waiting", "review/us waiting", "review/emea waiting"),
        status.nodes().stream().map(r -> r.place().address() + " " + r.state().label()).toList());
    assertEquals("recon", status.mostUrgent().orElseThrow().place().address());
    assertEquals("recon", status.nodes().get(2).order().waitsFor());
    ApplyException active =
        halts(Verdict.REFUSED, () -> runs().start(KEY, Set.of(StartOption.COMPLETION_MAIL)));
    assertTrue(active.getMessage().contains(run), active::getMessage);
  }

  @Test
  void aRunWhoseAnswerIsLostIsFoundAndNotStartedAgain() throws Exception {
    bench.fault("{'on':'runProcess','do':'drop-after'}");
    String run = runs().start(KEY, Set.of());
    assertEquals(List.of(run), bench.entry(KEY).history().runIds());
    assertEquals(1, bench.calls.stream().filter(c -> c.startsWith("RUN")).count());
    assertTrue(bench.time.waits().contains(30L));
  }

  @Test
  void aRunThatNobodyCanFindIsSaid() throws Exception {
    bench.fault("{'on':'runProcess','do':'drop-before'}");
    halts(Verdict.PARTIAL, () -> runs().start(KEY, Set.of()));
    assertEquals(List.of(), bench.entry(KEY).history().runIds());
  }

  @Test
  void anInvalidProcessIsNotStarted() throws Exception {
    String id = bench.entry(KEY).id();
    bench.control("POST", "/clock", "{'now':'2024-12-18'}");
    ApplyException halt =
        halts(Verdict.INVALID, () -> runs().start(KEY, Set.of(StartOption.COMPLETION_MAIL)));
    assertEquals(
        "close@2024-Q4/recon dueDate",
        halt.findings().get(0).address() + " " + halt.findings().get(0).field());
    assertEquals(id, bench.entry(KEY).id());
    assertFalse(bench.calls.contains("RUN"));
  }

  @Test
  void aKeyWithoutAProcessIsRefused() {
    halts(Verdict.REFUSED, () -> runs().validate("audit"));
    halts(Verdict.REFUSED, () -> generations().trash("audit", NO_OVERRIDE));
    halts(Verdict.REFUSED, () -> generations().restore("audit", NO_OVERRIDE));
    halts(Verdict.REFUSED, () -> generations().rollback(KEY, NO_OVERRIDE));
  }

  @Test
  void whatIsTrashedCanBeRestored() throws Exception {
    String id = bench.entry(KEY).id();
    assertEquals(Verdict.APPLIED, generations().trash(KEY, NO_OVERRIDE).verdict());
    assertEquals(List.of(), bench.live());
    assertNull(bench.entry(KEY).id());
    assertEquals(id, generations().restore(KEY, Set.of()).id());
    assertEquals(List.of(id), bench.live());
    assertEquals(id, bench.entry(KEY).id());
    halts(Verdict.REFUSED, () -> generations().restore(KEY, Set.of()));
    assertFalse(bench.plan(ApplyFixture.close("Close", "Reconcile")).hasActions());
  }

  @Test
  void aProcessWithARunIsEvidence() throws Exception {
    String run = runs().start(KEY, Set.of(StartOption.COMPLETION_MAIL));
    halts(Verdict.REFUSED, () -> generations().trash(KEY, EnumSet.allOf(TrashOverride.class)));
    bench.control("POST", "/runs/" + run + "/cancel", "{}");
    ApplyException finished = halts(Verdict.REFUSED, () -> generations().trash(KEY, NO_OVERRIDE));
    assertTrue(finished.help().startsWith("--destroy-evidence"), finished::help);
    generations().trash(KEY, Set.of(TrashOverride.DESTROY_EVIDENCE));
    assertEquals(List.of(), bench.live());
  }

  @Test
  void anEditInWorkivaStopsATrash() throws Exception {
    String id = bench.entry(KEY).id();
    bench.control("POST", "/processes/" + id + "/edit", "{'set':{'/dueDate':'2025-02-01'}}");
    halts(Verdict.STALE, () -> generations().trash(KEY, NO_OVERRIDE));
    assertNull(bench.entry(KEY).pending());
    generations().trash(KEY, Set.of(TrashOverride.CHANGED));
    assertEquals(List.of(), bench.live());
  }

  @Test
  void aRollbackSwapsTheGenerations() throws Exception {
    String first = bench.entry(KEY).id();
    bench.applied(ApplyFixture.closeWithMore("Close"));
    String second = bench.entry(KEY).id();
    assertNotEquals(first, second);
    assertEquals(first, generations().rollback(KEY, NO_OVERRIDE).id());
    assertEquals(List.of(first), bench.live());
    assertFalse(bench.plan(ApplyFixture.close("Close", "Reconcile")).hasActions());
    assertTrue(bench.plan(ApplyFixture.closeWithMore("Close")).hasActions());
    assertEquals(second, generations().rollback(KEY, NO_OVERRIDE).id());
    assertEquals(List.of(second), bench.live());
  }

  /// A restored process comes back with the record of what was sent to it; otherwise an edit made
  /// in Workiva after that would be taken for a change of the definition and undone without a
  /// message.
  @Test
  void whatComesBackIsGuardedAgainstOverwriting() throws Exception {
    String first = bench.entry(KEY).id();
    bench.applied(ApplyFixture.closeWithMore("Close"));
    generations().rollback(KEY, NO_OVERRIDE);
    assertGuarded(first);
    generations().trash(KEY, Set.of(TrashOverride.CHANGED));
    generations().restore(KEY, Set.of());
    assertGuarded(first);
  }

  private void assertGuarded(String id) throws Exception {
    bench.control("POST", "/processes/" + id + "/edit", "{'set':{'/name':'By hand'}}");
    Plan plan = bench.plan(ApplyFixture.close("Close", "Reconcile"));
    assertEquals(ChangedBy.DRIFT, plan.processes().getFirst().changes().getFirst().changedBy());
    assertEquals("overwrite", plan.processes().getFirst().refusals().getFirst().rule());
  }

  @Test
  void anAdoptedProcessPlansNothingWhereBothAgree() throws Exception {
    String id =
        bench
            .api
            .create(ProcessJson.createBody(ApplyFixture.close("Audit", "Check").process()).body())
            .text("id")
            .orElseThrow();
    var desired =
        ApplyFixture.desired(
            ProcessJson.body(ApplyFixture.close("Audit", "Check").process())
                .write()
                .replace(KEY, "audit"));
    halts(Verdict.REFUSED, () -> adoption(desired).adopt(bench.entry(KEY).id()));
    assertEquals(id, adoption(desired).adopt(id).id());
    var keep = ApplyFixture.close("Close", "Reconcile");
    assertFalse(bench.plan(keep, desired).hasActions());
    var renamed =
        ApplyFixture.desired(
            ProcessJson.body(ApplyFixture.close("Audit", "Check all").process())
                .write()
                .replace(KEY, "audit"));
    assertEquals(0, ExitCode.of(bench.applied(keep, renamed).verdict()));
    assertEquals(id, bench.entry("audit").id());
    assertFalse(bench.plan(keep, renamed).hasActions());
  }

  /// A process that the entry had before and has again is no former process: a rollback would trash
  /// it.
  @Test
  void anAdoptedFormerProcessIsNotRolledBackToItself() throws Exception {
    String id = bench.entry(KEY).id();
    generations().trash(KEY, NO_OVERRIDE);
    bench.api.restore(id);
    Plan beside = bench.plan(ApplyFixture.close("Close", "Reconcile"));
    assertEquals("look-alike", beside.processes().getFirst().refusals().getFirst().rule());
    assertEquals(id, adoption(ApplyFixture.close("Close", "Reconcile")).adopt(id).id());
    assertEquals(List.of(), bench.entry(KEY).history().formers());
    halts(Verdict.REFUSED, () -> generations().rollback(KEY, NO_OVERRIDE));
    assertEquals(List.of(id), bench.live());
    assertFalse(bench.plan(ApplyFixture.close("Close", "Reconcile")).hasActions());
  }

  /// Somebody restores the former process from the bin between the plan and the apply.
  @Test
  void aFormerProcessThatComesBackMeanwhileMakesAReplacementStale() throws Exception {
    String former = bench.entry(KEY).id();
    assertEquals(0, ExitCode.of(bench.applied(ApplyFixture.closeWithMore("Close")).verdict()));
    Plan plan = bench.plan(ApplyFixture.close("Close", "Reconcile"));
    bench.api.restore(former);
    ApplyResult result = bench.apply().run(plan);
    assertEquals(Verdict.STALE, result.processes().getFirst().verdict());
    assertEquals(2, bench.live().size());
  }

  @Test
  void theListSaysWhoseEachProcessIs() throws Exception {
    bench.settings = bench.settings.withOptions(ApplyOptions.NONE.with(ApplyOption.KEEP_OLD, true));
    bench.applied(ApplyFixture.closeWithMore("Close"));
    bench.api.create(ProcessJson.createBody(ApplyFixture.close("Other", "x").process()).body());
    assertEquals(
        List.of("Close close@2024-Q4 former", "Close close@2024-Q4 current", "Other  former"),
        WorkspaceProcesses.list(bench.context(bench.store)).stream()
            .sorted(
                java.util.Comparator.comparing(
                        (WorkspaceProcesses.ListedProcess l) -> l.summary().name())
                    .thenComparing(l -> l.current()))
            .map(l ->
                l.summary().name() + " " + l.identity() + (l.current() ? " current" : " former"))
            .toList());
  }
}
