package dev.procc.live.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.live.api.ApiException;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ApplyResult;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.PlanOverrides;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.live.wire.ProcessJson;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A process that somebody moves to the bin beside an apply, and one that is not shown for a
/// moment: one of two is left, whichever is gone, and neither is taken for gone too early.
final class GoneProcessTest {
  private static final String KEY = "close@2024-Q4";
  @TempDir Path dir;
  private ApplyFixture bench;
  private Meanwhile meanwhile;

  @BeforeEach
  void start() throws Exception {
    bench = new ApplyFixture(dir);
    bench.overrides = ApplyFixture.allowEmpty();
    meanwhile = new Meanwhile(bench);
  }

  @AfterEach
  void stop() throws Exception {
    bench.afterCall = () -> {};
    bench.control("PUT", "/readings", "{'trashed-get':'missing'}");
    bench.close();
  }

  private String applied() throws Exception {
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    return bench.live().getFirst();
  }

  private static DesiredProcess goal() throws Exception {
    return ApplyFixture.closeWithMore("Close");
  }

  private void trashOthers(String id) throws Exception {
    for (String each : bench.live()) {
      if (!each.equals(id)) {
        bench.api.trash(each);
      }
    }
  }

  /// One is live, the ledger has it as the current one, and the next apply ends what this did not.
  private void assertOneIsLeft(String id) throws Exception {
    assertEquals(List.of(id), bench.live());
    assertEquals(id, bench.entry(KEY).id());
    assertNull(bench.entry(KEY).pending());
    ApplyResult next = bench.applied(goal());
    assertTrue(!next.verdict().isFailure(), () -> next.toJson().pretty());
    assertEquals(1, bench.live().size());
  }

  /// Somebody bins the new process after one of the calls that follow its creation.
  @ParameterizedTest
  @ValueSource(strings = {"missing", "shown"})
  void theOldOneStaysWhereTheNewOneIsGone(String trashedGet) throws Exception {
    String old = applied();
    Plan plan = bench.plan(goal());
    bench.control("PUT", "/readings", "{'trashed-get':'" + trashedGet + "'}");
    meanwhile.after("VALIDATE", () -> trashOthers(old));
    ApplyResult result = bench.apply().run(plan);
    assertTrue(result.verdict().isFailure(), () -> result.toJson().pretty());
    assertOneIsLeft(old);
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing", "shown"})
  void aResumeLeavesTheOldOneWhereTheNewOneIsGone(String trashedGet) throws Exception {
    String old = applied();
    meanwhile.crash(bench.plan(goal()), 4, true);
    bench.control("PUT", "/readings", "{'trashed-get':'" + trashedGet + "'}");
    bench.api.trash(bench.entry(KEY).id());
    ApplyResult resumed = bench.apply().resume();
    assertTrue(resumed.verdict().isFailure(), () -> resumed.toJson().pretty());
    assertOneIsLeft(old);
  }

  @Test
  void aRollbackLeavesTheLiveOneWhereTheFormerOneIsGoneAgain() throws Exception {
    String old = applied();
    bench.applied(goal());
    String current = bench.live().getFirst();
    meanwhile.after("RESTORE", () -> meanwhile.after("GET", () -> bench.api.trash(old)));
    try {
      new ProcessLifecycle(bench.context(bench.store)).rollback(KEY, Set.of());
    } catch (ApplyException told) {
      bench.apply().resume();
    }
    assertEquals(List.of(current), bench.live());
  }

  @Test
  void aNewProcessThatIsNotShownForAMomentIsNotGone() throws Exception {
    applied();
    meanwhile.crash(bench.plan(goal()), 3, true);
    assertEquals(2, bench.live().size());
    bench.fault("{'on':'getProcess','do':'fail-before','status':404,'times':1}");
    ApplyResult resumed = bench.apply().resume();
    assertEquals(Verdict.APPLIED, resumed.verdict(), () -> resumed.toJson().pretty());
    assertOneIsLeft(bench.live().getFirst());
  }

  @Test
  void anOldProcessThatIsNotShownForAMomentIsNotGone() throws Exception {
    applied();
    Plan plan = bench.plan(goal());
    meanwhile.after(
        "VALIDATE",
        () -> bench.fault("{'on':'getProcess','do':'fail-before','status':404,'times':1}"));
    ApplyResult result = bench.apply().run(plan);
    assertEquals(Verdict.APPLIED, result.verdict(), () -> result.toJson().pretty());
    assertOneIsLeft(bench.live().getFirst());
  }

  /// The list shows it for good, and no GET does: nothing is taken for done.
  @Test
  void whatTheListShowsIsNotGone() throws Exception {
    String old = applied();
    Plan plan = bench.plan();
    meanwhile.after(
        "GET", () -> bench.fault("{'on':'getProcess','do':'fail-before','status':404,'times':0}"));
    ApplyResult result = bench.apply().run(plan);
    assertTrue(result.verdict().isFailure(), () -> result.toJson().pretty());
    assertEquals(List.of(old), bench.live());
    bench.control("PUT", "/faults", "{'faults':[]}");
    bench.apply().resume();
    assertTrue(!bench.applied().verdict().isFailure());
    assertEquals(List.of(), bench.live());
  }

  /// A former process that cannot be seen for a moment is no reason to restore another one.
  @Test
  void aRestoreBesideAProcessThatIsNotShownForAMomentIsRefused() throws Exception {
    applied();
    bench.applied(goal());
    bench.fault("{'on':'getProcess','do':'fail-before','status':404,'times':1}");
    ApplyException refused =
        assertThrows(
            ApplyException.class,
            () -> new ProcessLifecycle(bench.context(bench.store)).restore(KEY, Set.of()));
    assertEquals(Verdict.REFUSED, refused.verdict(), refused.getMessage());
    assertEquals(1, bench.live().size());
  }

  /// The plan of a process that somebody moved to the bin before it.
  private Plan recreation(DesiredProcess goal) throws Exception {
    bench.api.trash(applied());
    bench.overrides = PlanOverrides.NONE.withLifted(SafetyRule.MISSING, Set.of(KEY));
    return bench.plan(goal);
  }

  /// One that is created again is taken back like any other: none was to stay beside it.
  @Test
  void aRecreatedProcessThatIsInvalidIsTakenBack() throws Exception {
    String invalid =
        ProcessJson.body(goal().process()).write().replace("\"title\":\"Comment\",", "");
    ApplyResult result = bench.apply().run(recreation(ApplyFixture.desired(invalid)));
    assertEquals(Verdict.INVALID, result.verdict(), () -> result.toJson().pretty());
    assertEquals(List.of(), bench.live());
  }

  @Test
  void aRecreatedProcessYieldsToAnEarlierDuplicate() throws Exception {
    Plan plan = recreation(ApplyFixture.close("Close", "Reconcile"));
    Json.Obj body = (Json.Obj) plan.processes().getFirst().operations().getFirst().body();
    LedgerStore store =
        new ForwardingStore(bench.store) {
          @Override
          public void save(LedgerEntry entry, String note) throws LedgerException {
            super.save(entry, note);
            if (note.contains("creating")) {
              try {
                bench.api.create(body);
              } catch (ApiException failure) {
                throw new IllegalStateException(failure);
              }
            }
          }
        };
    ApplyResult result = new Apply(bench.context(store)).run(plan);
    assertEquals(1, bench.live().size(), () -> result.toJson().pretty());
  }
}
