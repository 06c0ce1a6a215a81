package dev.procc.live.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.live.apply.Generations.Leave;
import dev.procc.live.planfile.Plan;
import dev.procc.live.wire.Wire;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

final class VerbsTest {
  private static final String KEY = "close@2024-Q4";
  @TempDir Path dir;
  private Bench bench;

  @BeforeEach
  void start() throws Exception {
    bench = new Bench(dir);
    bench.applied(Bench.close("Close", "Reconcile"));
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private Runs runs() {
    return new Runs(bench.api, bench.store, bench.settings, ApplyEvents.NONE, bench.time);
  }

  private Generations generations() {
    return new Generations(
        bench.api, bench.store, bench.settings, ApplyEvents.NONE, bench.time, bench.time);
  }

  private static Halt halts(Verdict verdict, Executable call) {
    Halt halt = assertThrows(Halt.class, call);
    assertEquals(verdict, halt.verdict(), halt::getMessage);
    assertFalse(halt.help().isBlank());
    return halt;
  }

  @Test
  void aRunIsStartedOnceAndSeenByAddress() throws Exception {
    assertEquals(List.of(), runs().validate(KEY));
    assertTrue(runs().status(KEY).isEmpty());
    String run = runs().start(KEY, true);
    assertEquals(List.of(run), bench.entry(KEY).runs());
    RunStatus status = runs().status(KEY).orElseThrow();
    assertEquals(run, status.runId());
    assertEquals(
        List.of("recon open", "review waiting", "review/us waiting", "review/emea waiting"),
        status.rows().stream().map(r -> r.address() + " " + r.state().word()).toList());
    assertEquals("recon", status.urgent().orElseThrow().address());
    assertEquals("recon", status.rows().get(2).waitsFor());
    Halt active = halts(Verdict.REFUSED, () -> runs().start(KEY, true));
    assertTrue(active.getMessage().contains(run), active::getMessage);
  }

  @Test
  void aRunWhoseAnswerIsLostIsFoundAndNotStartedAgain() throws Exception {
    bench.fault("{'on':'runProcess','do':'drop-after'}");
    String run = runs().start(KEY, false);
    assertEquals(List.of(run), bench.entry(KEY).runs());
    assertEquals(1, bench.calls.stream().filter(c -> c.startsWith("RUN")).count());
    assertTrue(bench.time.waits().contains(30L));
  }

  @Test
  void aRunThatNobodyCanFindIsSaid() throws Exception {
    bench.fault("{'on':'runProcess','do':'drop-before'}");
    halts(Verdict.PARTIAL, () -> runs().start(KEY, false));
    assertEquals(List.of(), bench.entry(KEY).runs());
  }

  @Test
  void anInvalidProcessIsNotStarted() throws Exception {
    String id = bench.entry(KEY).id();
    bench.control("POST", "/clock", "{'now':'2024-12-18'}");
    Halt halt = halts(Verdict.INVALID, () -> runs().start(KEY, true));
    assertEquals(
        "close@2024-Q4/recon dueDate",
        halt.findings().get(0).address() + " " + halt.findings().get(0).field());
    assertEquals(id, bench.entry(KEY).id());
    assertFalse(bench.calls.contains("RUN"));
  }

  @Test
  void aKeyWithoutAProcessIsRefused() {
    halts(Verdict.REFUSED, () -> runs().validate("audit"));
    halts(Verdict.REFUSED, () -> generations().trash("audit", Leave.NONE));
    halts(Verdict.REFUSED, () -> generations().restore("audit"));
    halts(Verdict.REFUSED, () -> generations().rollback(KEY, Leave.NONE));
  }

  @Test
  void whatIsTrashedCanBeRestored() throws Exception {
    String id = bench.entry(KEY).id();
    assertEquals(Verdict.APPLIED, generations().trash(KEY, Leave.NONE).verdict());
    assertEquals(List.of(), bench.live());
    assertNull(bench.entry(KEY).id());
    assertEquals(id, generations().restore(KEY).id());
    assertEquals(List.of(id), bench.live());
    assertEquals(id, bench.entry(KEY).id());
    halts(Verdict.REFUSED, () -> generations().restore(KEY));
    assertFalse(bench.plan(Bench.close("Close", "Reconcile")).acts());
  }

  @Test
  void aProcessWithARunIsEvidence() throws Exception {
    String run = runs().start(KEY, true);
    halts(Verdict.REFUSED, () -> generations().trash(KEY, new Leave(true, true, true)));
    bench.control("POST", "/runs/" + run + "/cancel", "{}");
    Halt finished = halts(Verdict.REFUSED, () -> generations().trash(KEY, Leave.NONE));
    assertTrue(finished.help().startsWith("--destroy-evidence"), finished::help);
    generations().trash(KEY, new Leave(true, false, false));
    assertEquals(List.of(), bench.live());
  }

  @Test
  void anEditInWorkivaStopsATrash() throws Exception {
    String id = bench.entry(KEY).id();
    bench.control("POST", "/processes/" + id + "/edit", "{'set':{'/dueDate':'2025-02-01'}}");
    halts(Verdict.STALE, () -> generations().trash(KEY, Leave.NONE));
    assertNull(bench.entry(KEY).pending());
    generations().trash(KEY, new Leave(false, false, true));
    assertEquals(List.of(), bench.live());
  }

  @Test
  void aRollbackSwapsTheGenerations() throws Exception {
    String first = bench.entry(KEY).id();
    bench.applied(Bench.closeWithMore("Close"));
    String second = bench.entry(KEY).id();
    assertNotEquals(first, second);
    assertEquals(first, generations().rollback(KEY, Leave.NONE).id());
    assertEquals(List.of(first), bench.live());
    assertFalse(bench.plan(Bench.close("Close", "Reconcile")).acts());
    assertTrue(bench.plan(Bench.closeWithMore("Close")).acts());
    assertEquals(second, generations().rollback(KEY, Leave.NONE).id());
    assertEquals(List.of(second), bench.live());
  }

  /// What was sent to it comes back with a process, or an edit made in Workiva after that would
  /// pass for a change of the definition and be undone without a word.
  @Test
  void whatComesBackIsGuardedAgainstOverwriting() throws Exception {
    String first = bench.entry(KEY).id();
    bench.applied(Bench.closeWithMore("Close"));
    generations().rollback(KEY, Leave.NONE);
    assertGuarded(first);
    generations().trash(KEY, new Leave(false, false, true));
    generations().restore(KEY);
    assertGuarded(first);
  }

  private void assertGuarded(String id) throws Exception {
    bench.control("POST", "/processes/" + id + "/edit", "{'set':{'/name':'By hand'}}");
    Plan plan = bench.plan(Bench.close("Close", "Reconcile"));
    assertEquals("drift", plan.processes().getFirst().changes().getFirst().origin());
    assertEquals("overwrite", plan.processes().getFirst().refusals().getFirst().rule());
  }

  @Test
  void anAdoptedProcessPlansNothingWhereBothAgree() throws Exception {
    String id =
        bench
            .api
            .create(Wire.create(Bench.close("Audit", "Check").process()).body())
            .text("id")
            .orElseThrow();
    var desired =
        Bench.desired(
            Wire.content(Bench.close("Audit", "Check").process()).write().replace(KEY, "audit"));
    halts(Verdict.REFUSED, () -> generations().adopt(desired, bench.entry(KEY).id(), false));
    assertEquals(id, generations().adopt(desired, id, false).id());
    var keep = Bench.close("Close", "Reconcile");
    assertFalse(bench.plan(keep, desired).acts());
    var renamed =
        Bench.desired(
            Wire.content(Bench.close("Audit", "Check all").process())
                .write()
                .replace(KEY, "audit"));
    assertEquals(0, bench.applied(keep, renamed).exit());
    assertEquals(id, bench.entry("audit").id());
    assertFalse(bench.plan(keep, renamed).acts());
  }

  /// What it had before and has again is no generation before it: a rollback would trash it.
  @Test
  void anAdoptedFormerProcessIsNotRolledBackToItself() throws Exception {
    String id = bench.entry(KEY).id();
    generations().trash(KEY, Leave.NONE);
    bench.api.restore(id);
    Plan beside = bench.plan(Bench.close("Close", "Reconcile"));
    assertEquals("look-alike", beside.processes().getFirst().refusals().getFirst().rule());
    assertEquals(id, generations().adopt(Bench.close("Close", "Reconcile"), id, false).id());
    assertEquals(List.of(), bench.entry(KEY).previous());
    halts(Verdict.REFUSED, () -> generations().rollback(KEY, Leave.NONE));
    assertEquals(List.of(id), bench.live());
    assertFalse(bench.plan(Bench.close("Close", "Reconcile")).acts());
  }

  /// Somebody takes the former process out of the bin between the plan and the apply.
  @Test
  void aFormerProcessThatComesBackMeanwhileMakesAReplacementStale() throws Exception {
    String former = bench.entry(KEY).id();
    assertEquals(0, bench.applied(Bench.closeWithMore("Close")).exit());
    Plan plan = bench.plan(Bench.close("Close", "Reconcile"));
    bench.api.restore(former);
    ApplyResult result = bench.apply().run(plan);
    assertEquals(Verdict.STALE, result.processes().getFirst().verdict());
    assertEquals(2, bench.live().size());
  }

  @Test
  void theListSaysWhoseEachProcessIs() throws Exception {
    bench.settings = bench.settings.withKeepOld(true);
    bench.applied(Bench.closeWithMore("Close"));
    bench.api.create(Wire.create(Bench.close("Other", "x").process()).body());
    assertEquals(
        List.of("Close close@2024-Q4 former", "Close close@2024-Q4 current", "Other  former"),
        generations().list().stream()
            .sorted(
                java.util.Comparator.comparing((Generations.Listed l) -> l.name())
                    .thenComparing(l -> l.current()))
            .map(l -> l.name() + " " + l.identity() + (l.current() ? " current" : " former"))
            .toList());
  }
}
