package dev.procc.live.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.live.outcome.ApplyResult;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.plan.input.ApplyGuards;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.PlanOverrides;
import dev.procc.live.plan.input.SafetyLimits;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.live.recover.ProcessAdoption;
import dev.procc.live.recover.TrashRules.TrashOverride;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Resumes that a rule or the server refuses: each ends with what is live named or taken back, and
/// the next resume has nothing to do.
final class RefusedResumeTest {
  private static final String KEY = "close@2024-Q4";
  @TempDir Path dir;
  private ApplyFixture bench;
  private Meanwhile meanwhile;

  @BeforeEach
  void start() throws Exception {
    bench = new ApplyFixture(dir);
    meanwhile = new Meanwhile(bench);
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private static DesiredProcess goal() throws Exception {
    return ApplyFixture.closeWithMore("Close");
  }

  private void protect(PlanOverrides overrides) {
    bench.settings =
        bench.settings.withGuards(
            new ApplyGuards(List.of(), Set.of("close"), Set.of(), SafetyLimits.NONE, overrides));
  }

  /// Created, and switched to.
  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void whatIsProtectedSinceIsNotReplaced(int write) throws Exception {
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    String old = bench.live().getFirst();
    meanwhile.crash(bench.plan(goal()), write, true);
    protect(PlanOverrides.NONE);
    ApplyResult resumed = bench.apply().resume();
    assertEquals(Verdict.REFUSED, resumed.verdict(), () -> resumed.toJson().pretty());
    assertEquals(List.of(old), bench.live());
    assertEquals(old, bench.entry(KEY).id());
    assertNull(bench.entry(KEY).pending());
  }

  private void assertStays(String old, ApplyResult resumed) throws Exception {
    String told = resumed.toJson().pretty();
    assertEquals(Verdict.REFUSED, resumed.verdict(), told);
    assertTrue(told.contains(old + " stays"), told);
    assertEquals(List.of(old), bench.live(), told);
    assertEquals(old, bench.entry(KEY).id());
    assertNull(bench.entry(KEY).pending());
    assertEquals(0, bench.apply().resume().processes().size());
  }

  /// Cut off before the answer to the create was known: sent or not.
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatIsProtectedSinceStaysAlone(boolean sent) throws Exception {
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    String old = bench.live().getFirst();
    meanwhile.crash(bench.plan(ApplyFixture.closeWithMore("Close 2")), sent ? 3 : 2, !sent);
    assertEquals(sent ? 2 : 1, bench.live().size());
    protect(PlanOverrides.NONE);
    assertStays(old, bench.apply().resume());
  }

  /// On another machine than the one that applied it.
  @Test
  void whatIsProtectedSinceIsNotReplacedWithoutThePlan() throws Exception {
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    String old = bench.live().getFirst();
    meanwhile.crash(bench.plan(goal()), 4, true);
    protect(PlanOverrides.NONE);
    assertStays(old, new Apply(bench.context(bench.store)).resume());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatIsProtectedSinceIsNotTrashed(boolean withPlan) throws Exception {
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    String old = bench.live().getFirst();
    bench.overrides = ApplyFixture.allowEmpty();
    meanwhile.crash(bench.plan(), 2, true);
    protect(PlanOverrides.NONE);
    assertStays(old, (withPlan ? bench.apply() : new Apply(bench.context(bench.store))).resume());
  }

  @Test
  void whatWasTrashedBeforeItWasProtectedIsRecorded() throws Exception {
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    bench.overrides = ApplyFixture.allowEmpty();
    meanwhile.crash(bench.plan(), 3, false);
    assertEquals(List.of(), bench.live());
    protect(PlanOverrides.NONE);
    ApplyResult resumed = bench.apply().resume();
    assertEquals(Verdict.APPLIED, resumed.verdict(), () -> resumed.toJson().pretty());
    assertNull(bench.entry(KEY).id());
    assertNull(bench.entry(KEY).pending());
  }

  /// What the flags of the apply lifted holds for its resume, with the plan and without.
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatTheApplyUnprotectedIsReplacedByTheResume(boolean withPlan) throws Exception {
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    String old = bench.live().getFirst();
    Plan plan = bench.plan(goal());
    protect(PlanOverrides.NONE.withLifted(SafetyRule.PROTECT, Set.of(KEY)));
    meanwhile.crash(plan, 4, true);
    protect(PlanOverrides.NONE);
    ApplyResult resumed =
        (withPlan ? bench.apply() : new Apply(bench.context(bench.store))).resume();
    assertEquals(Verdict.APPLIED, resumed.verdict(), () -> resumed.toJson().pretty());
    assertEquals(1, bench.live().size());
    assertFalse(bench.live().contains(old));
  }

  @Test
  void whatTheTrashUnprotectedIsTrashedByTheResume() throws Exception {
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    protect(PlanOverrides.NONE);
    assertThrows(
        CrashTest.SimulatedCrash.class,
        () ->
            new ProcessLifecycle(bench.context(new CrashTest.CrashingStore(bench.store, 1, true)))
                .trash(KEY, Set.of(TrashOverride.UNPROTECT)));
    ApplyResult resumed = bench.apply().resume();
    assertEquals(Verdict.APPLIED, resumed.verdict(), () -> resumed.toJson().pretty());
    assertEquals(List.of(), bench.live());
  }

  /// A resume that is cut off itself: the next one does not ask again.
  @Test
  void whatAResumeUnprotectedIsReplacedByTheNext() throws Exception {
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    String old = bench.live().getFirst();
    meanwhile.crash(bench.plan(goal()), 4, true);
    protect(PlanOverrides.NONE.withLifted(SafetyRule.PROTECT, Set.of(KEY)));
    assertThrows(
        CrashTest.SimulatedCrash.class,
        () ->
            new Apply(
                    bench
                        .context(new CrashTest.CrashingStore(bench.store, 1, true))
                        .withPendingPlans(bench.plans))
                .resume());
    assertEquals(2, bench.live().size());
    protect(PlanOverrides.NONE);
    ApplyResult resumed = bench.apply().resume();
    assertEquals(Verdict.APPLIED, resumed.verdict(), () -> resumed.toJson().pretty());
    assertFalse(bench.live().contains(old));
  }

  /// The server answers each DELETE 409.
  @Test
  void aDeleteInConflictForGoodEndsInAPlan() throws Exception {
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    bench.fault("{'on':'trashProcess','do':'fail-before','status':409,'times':0}");
    assertEquals(Verdict.PARTIAL, bench.applied(goal()).verdict());
    ApplyResult resumed = bench.apply().resume();
    String told = resumed.toJson().pretty();
    assertEquals(Verdict.PARTIAL, resumed.verdict(), told);
    assertNull(bench.entry(KEY).pending());
    assertEquals(2, bench.live().size());
    for (String id : bench.live()) {
      assertTrue(told.contains(id), told);
    }
  }

  @Test
  void aCreateThatIsGivenUpNamesWhatItMade() throws Exception {
    meanwhile.crash(bench.plan(goal()), 3, true);
    String id = bench.live().getFirst();
    bench.fault("{'on':'validateProcess','do':'fail-before','status':403,'times':0}");
    ApplyResult resumed = bench.apply().resume();
    String told = resumed.toJson().pretty();
    assertEquals(Verdict.PARTIAL, resumed.verdict(), told);
    assertTrue(told.contains("procc adopt " + KEY + " " + id), told);
    new ProcessAdoption(bench.context(bench.store), goal(), null).adopt(id);
    assertEquals(id, bench.entry(KEY).id());
  }

  /// A look that is refused says nothing of what was done: the step stays, and the next resume ends
  /// it with one live process.
  @ParameterizedTest
  @CsvSource({
    "CREATE, 3, false, listProcesses",
    "REPLACE, 3, false, listProcesses",
    "REPLACE, 3, true, getProcess",
    "REPLACE, 4, true, getProcess",
    "IN_PLACE, 3, false, getProcess",
    "TRASH, 2, true, getProcess",
  })
  void aLookThatIsRefusedGivesNothingUp(
      CrashTest.CrashScenario what, int write, boolean stored, String look) throws Exception {
    bench.overrides = ApplyFixture.allowEmpty();
    if (what != CrashTest.CrashScenario.CREATE) {
      bench.applied(ApplyFixture.close("Close", "Reconcile"));
    }
    meanwhile.crash(bench.plan(CrashTest.goal(what)), write, stored);
    bench.fault("{'on':'" + look + "','do':'fail-before','status':403,'times':1}");
    ApplyResult refused = bench.apply().resume();
    String told = refused.toJson().pretty();
    assertNotNull(bench.entry(KEY).pending(), told);
    assertTrue(told.contains("procc apply --resume"), told);
    ApplyResult resumed = bench.apply().resume();
    assertTrue(!resumed.verdict().isFailure(), () -> resumed.toJson().pretty());
    assertNull(bench.entry(KEY).pending());
    assertEquals(what == CrashTest.CrashScenario.TRASH ? 0 : 1, bench.live().size());
  }
}
