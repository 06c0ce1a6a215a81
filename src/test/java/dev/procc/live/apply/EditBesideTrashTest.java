package dev.procc.live.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.live.api.ApiClient;
import dev.procc.live.api.ApiEvents;
import dev.procc.live.api.ApiSettings;
import dev.procc.live.api.Credentials;
import dev.procc.live.execution.ApplyContext;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ApplyResult;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.live.planfile.format.PlanFile;
import dev.procc.live.recover.TrashRules.TrashOverride;
import dev.procc.live.wire.ProcessJson;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An edit made in Workiva of a process that is about to go to the bin: it is not attributed to
/// anybody else, and it is given up only if a command allows that.
final class EditBesideTrashTest {
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
  void stop() {
    bench.afterCall = () -> {};
    bench.close();
  }

  private ProcessLifecycle lifecycle() {
    return new ProcessLifecycle(bench.context(bench.store));
  }

  private String applied() throws Exception {
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    return bench.live().getFirst();
  }

  @Test
  void anAllowanceIsForOneTrash() throws Exception {
    String id = applied();
    meanwhile.rename(id);
    bench.fault("{'on':'trashProcess','do':'fail-before','status':403,'times':2}");
    assertThrows(ApplyException.class, () -> lifecycle().trash(KEY, Set.of(TrashOverride.CHANGED)));
    bench.apply().resume();
    Plan plan = bench.plan(ApplyFixture.close("Close", "Reconcile"));
    assertTrue(plan.processes().getFirst().live().isEditedSince(), () -> PlanFile.write(plan));
    ApplyException refused =
        assertThrows(ApplyException.class, () -> lifecycle().trash(KEY, Set.of()));
    assertTrue(refused.help().contains("procc trash --changed " + KEY), refused.help());
    assertEquals(List.of(id), bench.live());
    lifecycle().trash(KEY, Set.of(TrashOverride.CHANGED));
    assertEquals(List.of(), bench.live());
    lifecycle().restore(KEY, Set.of());
    Plan back = bench.plan(ApplyFixture.close("Close", "Reconcile"));
    assertTrue(back.processes().getFirst().live().isEditedSince(), () -> PlanFile.write(back));
  }

  /// Values of the process and of its root that the catalog does not contain.
  @ParameterizedTest
  @ValueSource(strings = {"'/retention':'10 years'", "'/root/retention':'10 years'"})
  void anEditOfWhatNoDefinitionSaysStopsAReplacement(String values) throws Exception {
    String id = applied();
    Plan plan = bench.plan(ApplyFixture.closeWithMore("Close"));
    meanwhile.edit(id, values);
    ApplyResult result = bench.apply().run(plan);
    assertEquals(Verdict.STALE, result.verdict(), () -> result.toJson().pretty());
    assertEquals(List.of(id), bench.live());
    ApplyResult again = bench.applied(ApplyFixture.closeWithMore("Close"));
    assertEquals(Verdict.APPLIED, again.verdict(), () -> again.toJson().pretty());
  }

  @Test
  void anEditOfWhatNoDefinitionSaysRightBeforeTheDeleteStays() throws Exception {
    String id = applied();
    Plan plan = bench.plan(ApplyFixture.closeWithMore("Close"));
    meanwhile.after("VALIDATE", () -> meanwhile.edit(id, "'/retention':'10 years'"));
    ApplyResult result = bench.apply().run(plan);
    assertTrue(result.verdict().isFailure(), () -> result.toJson().pretty());
    assertEquals(List.of(id), bench.live());
  }

  /// A field that procc does not know and that the server moves with each look, which moves no
  /// revision, is nobody's edit; an edit beside it is one.
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aFieldThatTheServerMovesByItselfIsNoEdit(boolean isEdited) throws Exception {
    String id = applied();
    AtomicInteger views = new AtomicInteger();
    long revision = ProcessJson.read(bench.api.get(id, true)).revision() + 1;
    String moved = "'/views':%d,'/revision':%d";
    meanwhile.edit(id, moved.formatted(0, revision));
    Plan plan = bench.plan(ApplyFixture.closeWithMore("Close"));
    bench.afterCall =
        () -> {
          try {
            if (bench.calls.getLast().equals("GET") && bench.live().contains(id)) {
              int look = views.incrementAndGet();
              boolean edited = isEdited && look > 2;
              meanwhile.edit(
                  id,
                  moved.formatted(look, revision + (edited ? 1 : 0))
                      + (edited ? ",'/retention':'10 years'" : ""));
            }
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        };
    ApplyResult result = bench.apply().run(plan);
    assertTrue(views.get() > 1);
    assertEquals(isEdited, result.verdict().isFailure(), () -> result.toJson().pretty());
    assertEquals(isEdited, bench.live().contains(id));
    assertEquals(1, bench.live().size());
  }

  /// If the new process is removed again, the old one has the edit that the plan was to undo.
  @Test
  void anEditIsOneWhereTheReplacementIsTakenBack() throws Exception {
    String id = applied();
    meanwhile.rename(id);
    bench.overrides = bench.overrides.withLifted(SafetyRule.OVERWRITE, Set.of(KEY + ":name"));
    bench.settings =
        bench.settings.withGuards(bench.settings.guards().withOverrides(bench.overrides));
    Plan plan = bench.plan(ApplyFixture.closeWithMore("Close"));
    meanwhile.after("VALIDATE", () -> meanwhile.after("LIST", () -> bench.api.run(id, false)));
    ApplyResult result = bench.apply().run(plan);
    assertTrue(result.verdict().isFailure(), () -> result.toJson().pretty());
    assertEquals(List.of(id), bench.live());
    assertFalse(bench.entry(KEY).isAsLeft(ProcessJson.read(bench.api.get(id, true))));
  }

  /// The former process has a field that the ledger knows nothing of.
  @Test
  void aRollbackThatWasCutOffIsUndoneWhateverElseTheFormerOneHas() throws Exception {
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    meanwhile.edit(bench.live().getFirst(), "'/colour':'red'");
    bench.applied(ApplyFixture.closeWithMore("Close"));
    String current = bench.live().getFirst();
    LedgerStore crashing = new CrashTest.CrashingStore(bench.store, 2, false);
    assertThrows(
        CrashTest.SimulatedCrash.class,
        () -> new ProcessLifecycle(bench.context(crashing)).rollback(KEY, Set.of()));
    ApplyResult resumed = bench.apply().resume();
    assertNull(bench.entry(KEY).pending(), () -> resumed.toJson().pretty());
    assertEquals(List.of(current), bench.live());
  }

  /// A GET may show more than the answer to the create.
  @Test
  void theNewOneIsTakenBackWhateverElseAGetShows() throws Exception {
    String old = applied();
    try (InterceptingProxy proxy = new InterceptingProxy(bench.base);
        ApiClient api =
            ApiClient.open(
                ApiSettings.of(proxy.url(), new Credentials.AccessToken("t0ken"))
                    .withTrustedHost(proxy.url()),
                bench.time,
                bench.time,
                ApiEvents.NONE)) {
      proxy.rewrite(
          "GET /processes/{id}",
          body -> body.contains("Comment") ? body.replaceFirst("\\{", "{\"links\":[],") : body);
      bench.fault("{'on':'createProcess','do':'default','set':{'/dueDate':'2025-01-20'}}");
      Plan plan = bench.plan(ApplyFixture.closeWithMore("Close"));
      ApplyContext context =
          ApplyContext.of(api, bench.store, bench.settings, bench.time, bench.time);
      ApplyResult result = new Apply(context).run(plan);
      assertTrue(result.toJson().write().contains("does not show what was sent"));
      assertEquals(List.of(old), bench.live(), () -> result.toJson().pretty());
    }
  }
}
