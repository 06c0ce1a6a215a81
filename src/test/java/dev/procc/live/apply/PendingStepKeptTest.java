package dev.procc.live.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ApplyOptions;
import dev.procc.live.outcome.ApplyOptions.ApplyOption;
import dev.procc.live.outcome.ApplyResult;
import dev.procc.live.outcome.ApplySettings;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.recover.ProcessAdoption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Commands beside an apply that was not ended: its step says which processes are live, and none of
/// them forgets it while two are.
final class PendingStepKeptTest {
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

  private ProcessAdoption adoption() throws Exception {
    return new ProcessAdoption(bench.context(bench.store), goal(), null);
  }

  private void assertRefused(Executable command) throws Exception {
    ApplyException refused = assertThrows(ApplyException.class, command);
    assertEquals(Verdict.REFUSED, refused.verdict(), refused.getMessage());
    assertTrue(refused.help().startsWith("procc apply --resume " + KEY), refused.help());
    assertNotNull(bench.entry(KEY).pending());
  }

  private void assertEnds() throws Exception {
    ApplyResult resumed = bench.apply().resume();
    assertTrue(!resumed.verdict().isFailure(), () -> resumed.toJson().pretty());
    assertTrue(!bench.applied(goal()).verdict().isFailure());
    assertEquals(List.of(bench.entry(KEY).id()), bench.live());
  }

  @Test
  void aRestoreIsRefused() throws Exception {
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    ProcessLifecycle lifecycle = new ProcessLifecycle(bench.context(bench.store));
    lifecycle.trash(KEY, Set.of());
    meanwhile.crash(bench.plan(goal()), 3, true);
    assertRefused(() -> lifecycle.restore(KEY, Set.of()));
    assertEnds();
  }

  /// Beside the create, before the switch and after it: adopting either one is refused.
  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void anAdoptionOfOneOfTwoIsRefused(int write) throws Exception {
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    meanwhile.crash(bench.plan(goal()), write, true);
    assertEquals(2, bench.live().size());
    for (String id : bench.live()) {
      assertRefused(() -> adoption().adopt(id));
      assertRefused(() -> adoption().adoptInstead(id));
    }
    assertEnds();
  }

  @Test
  void anAdoptionBesideALostCreateIsRefused() throws Exception {
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    String old = bench.live().getFirst();
    meanwhile.crash(bench.plan(goal()), 3, false);
    assertEquals(2, bench.live().size());
    assertRefused(() -> adoption().adopt(old));
    assertEnds();
  }

  /// What the refusal names: one of them goes to the bin by hand, the other is adopted.
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theOneThatIsLeftIsAdopted(boolean isOld) throws Exception {
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    String old = bench.live().getFirst();
    meanwhile.crash(bench.plan(goal()), 4, true);
    for (String id : bench.live()) {
      if (id.equals(old) != isOld) {
        bench.api.trash(id);
      }
    }
    String left = bench.live().getFirst();
    adoption().adopt(left);
    assertEquals(left, bench.entry(KEY).id());
    assertEnds();
  }

  /// What the apply was allowed holds for its resume: after the create, and before it is known.
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aResumeKeepsTheOldOneThatWasToBeKept(boolean stored) throws Exception {
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    String old = bench.live().getFirst();
    ApplySettings plain = bench.settings;
    bench.settings = plain.withOptions(ApplyOptions.NONE.with(ApplyOption.KEEP_OLD, true));
    meanwhile.crash(bench.plan(goal()), 3, stored);
    bench.settings = plain;
    ApplyResult resumed = bench.apply().resume();
    assertEquals(Verdict.APPLIED, resumed.verdict(), () -> resumed.toJson().pretty());
    assertEquals(2, bench.live().size());
    assertTrue(bench.live().contains(old));
    assertTrue(resumed.toJson().write().contains("the old one stays"));
  }

  /// A value of the server's own that the apply was to accept.
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aResumeAcceptsWhatTheApplyDid(boolean stored) throws Exception {
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    ApplySettings plain = bench.settings;
    bench.settings = plain.withOptions(ApplyOptions.NONE.withAccepted(Set.of("dueDate")));
    bench.fault("{'on':'createProcess','do':'default','set':{'/dueDate':'2025-01-20'}}");
    meanwhile.crash(bench.plan(goal()), stored ? 3 : 4, stored);
    bench.settings = plain;
    ApplyResult resumed = bench.apply().resume();
    assertEquals(Verdict.APPLIED, resumed.verdict(), () -> resumed.toJson().pretty());
    assertEquals(List.of(bench.entry(KEY).id()), bench.live());
  }

  /// The words of a rollback, not of a replacement.
  @Test
  void aResumedRollbackSaysSo() throws Exception {
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    String old = bench.live().getFirst();
    bench.applied(goal());
    assertThrows(
        CrashTest.SimulatedCrash.class,
        () ->
            new ProcessLifecycle(bench.context(new CrashTest.CrashingStore(bench.store, 2, true)))
                .rollback(KEY, Set.of()));
    ApplyResult resumed = bench.apply().resume();
    String told = resumed.toJson().pretty();
    assertEquals(Verdict.APPLIED, resumed.verdict(), told);
    assertTrue(told.contains("Rolled back to " + old), told);
    assertEquals(List.of(old), bench.live());
  }
}
