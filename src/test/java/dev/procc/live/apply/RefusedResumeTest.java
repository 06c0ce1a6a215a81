package dev.procc.live.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.live.outcome.ApplyResult;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.plan.input.ApplyGuards;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.PlanOverrides;
import dev.procc.live.plan.input.SafetyLimits;
import dev.procc.live.recover.ProcessAdoption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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

  /// Created, and switched to.
  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void whatIsProtectedSinceIsNotReplaced(int write) throws Exception {
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    String old = bench.live().getFirst();
    meanwhile.crash(bench.plan(goal()), write, true);
    bench.settings =
        bench.settings.withGuards(
            new ApplyGuards(
                List.of(), Set.of("close"), Set.of(), SafetyLimits.NONE, PlanOverrides.NONE));
    ApplyResult resumed = bench.apply().resume();
    assertEquals(Verdict.REFUSED, resumed.verdict(), () -> resumed.toJson().pretty());
    assertEquals(List.of(old), bench.live());
    assertEquals(old, bench.entry(KEY).id());
    assertNull(bench.entry(KEY).pending());
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
}
