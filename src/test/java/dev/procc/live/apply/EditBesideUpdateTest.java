package dev.procc.live.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import dev.procc.live.outcome.ApplyOptions;
import dev.procc.live.outcome.ApplyResult;
import dev.procc.live.outcome.ApplySettings;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.live.wire.ProcessJson;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// An edit made in Workiva during a change in place that was interrupted, or whose answer was lost:
/// it is kept, and the next plan asks about it.
final class EditBesideUpdateTest {
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
    bench.afterCall = () -> {};
    bench.close();
  }

  private static DesiredProcess goal() throws Exception {
    return ApplyFixture.close("Close 2", "Reconcile AR");
  }

  /// Checks that the edit is kept, nothing is pending, and the next plan does not undo it either.
  private void assertTheirs(String id, ApplyResult ended) throws Exception {
    assertEquals(Verdict.PARTIAL, ended.verdict(), () -> ended.toJson().pretty());
    assertTrue(ended.toJson().write().contains("by olga"), () -> ended.toJson().pretty());
    assertNull(bench.entry(KEY).pending());
    ApplyResult next = bench.applied(goal());
    assertEquals(Verdict.REFUSED, next.verdict(), () -> next.toJson().pretty());
    assertTrue(next.toJson().write().contains("--overwrite-live " + KEY + ":name"));
    assertEquals(Meanwhile.HERS, meanwhile.name(id));
  }

  /// An edit directly before the PATCH, after it, and after the names.
  @ParameterizedTest
  @CsvSource({"2,true", "3,false", "3,true", "4,false"})
  void aResumeUndoesNone(int write, boolean stored) throws Exception {
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    String id = bench.live().getFirst();
    meanwhile.crash(bench.plan(goal()), write, stored);
    meanwhile.rename(id);
    assertTheirs(id, bench.apply().resume());
  }

  /// A field that the plan does not write was nevertheless compared when the plan was made.
  @Test
  void aResumeStopsAtAnEditOfAnotherField() throws Exception {
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    String id = bench.live().getFirst();
    meanwhile.crash(bench.plan(goal()), 2, true);
    meanwhile.edit(id, "'/dueDate':'2025-01-20'");
    ApplyResult resumed = bench.apply().resume();
    assertEquals(Verdict.PARTIAL, resumed.verdict(), () -> resumed.toJson().pretty());
    assertEquals("Close", meanwhile.name(id));
    assertNull(bench.entry(KEY).pending());
  }

  @Test
  void aResumeSendsWhatAPatchCarriedOutInPartLeft() throws Exception {
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    String id = bench.live().getFirst();
    DesiredProcess later =
        ApplyFixture.desired(
            ProcessJson.body(goal().process())
                .write()
                .replace("2025-01-15", "2025-01-17")
                .replace('"', '\''));
    meanwhile.crash(bench.plan(later), 2, true);
    Json half =
        JsonReader.read("[{'op':'replace','path':'/name','value':'Close 2'}]".replace('\'', '"'));
    bench.api.patch(id, (Json.Arr) half);
    ApplyResult resumed = bench.apply().resume();
    assertEquals(Verdict.APPLIED, resumed.verdict(), () -> resumed.toJson().pretty());
    assertTrue(!bench.plan(later).hasActions());
  }

  /// The call did not arrive, or it did.
  @ParameterizedTest
  @ValueSource(strings = {"drop-before", "drop-after"})
  void aRepeatedPatchUndoesNone(String fault) throws Exception {
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    String id = bench.live().getFirst();
    Plan plan = bench.plan(goal());
    bench.fault("{'on':'patchProcess','do':'" + fault + "'}");
    meanwhile.after("PATCH", () -> meanwhile.rename(id));
    assertTheirs(id, bench.apply().run(plan));
  }

  @Test
  void whatABatchOfNamesRepeatsUndoesNone() throws Exception {
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    String id = bench.live().getFirst();
    Plan plan = bench.plan(ApplyFixture.close("Close", "Reconcile AR"));
    bench.fault("{'on':'batchUpdateProcess','do':'drop-before'}");
    meanwhile.after("RENAME", () -> meanwhile.rename(id));
    ApplyResult ended = bench.apply().run(plan);
    assertEquals(Verdict.PARTIAL, ended.verdict(), () -> bench.calls + ended.toJson().pretty());
    assertEquals(Meanwhile.HERS, meanwhile.name(id));
  }

  /// An edit after the answer and before the read: what the process shows is not what the server
  /// made of what was sent.
  @Test
  void anEditRightAfterThePatchIsNotTakenForTheServers() throws Exception {
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    String id = bench.live().getFirst();
    Plan plan = bench.plan(goal());
    meanwhile.after("PATCH", () -> meanwhile.rename(id));
    assertTheirs(id, bench.apply().run(plan));
  }

  /// What the server makes of a value is not somebody's edit, and the command of the help ends it.
  ///
  /// @param how the answer is lost: the server says so, or the program ends
  @ParameterizedTest
  @ValueSource(strings = {"lost", "cut off"})
  void aValueThatTheServerMakesIsNotAnEdit(String how) throws Exception {
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    bench.fault("{'on':'patchProcess','do':'default','set':{'/name':'CLOSE 2'}}");
    ApplyResult result;
    if (how.equals("lost")) {
      bench.fault("{'on':'patchProcess','do':'fail-after'}");
      result = bench.applied(goal());
    } else {
      meanwhile.crash(bench.plan(goal()), 3, false);
      result = bench.apply().resume();
    }
    String told = result.toJson().pretty();
    assertEquals(Verdict.PARTIAL, result.verdict(), told);
    assertFalse(told.contains("Somebody else"), told);
    String field = KEY + ":name";
    String again = "--overwrite-live " + field + " --accept-server-value " + field;
    assertTrue(told.contains("procc apply " + KEY + " " + again), told);
    assertNull(bench.entry(KEY).pending());
    bench.overrides = bench.overrides.withLifted(SafetyRule.OVERWRITE, Set.of(field));
    bench.settings =
        bench
            .settings
            .withGuards(bench.settings.guards().withOverrides(bench.overrides))
            .withOptions(ApplyOptions.NONE.withAccepted(Set.of(field)));
    ApplyResult next = bench.applied(goal());
    assertEquals(Verdict.APPLIED, next.verdict(), () -> next.toJson().pretty());
    assertTrue(!bench.plan(goal()).hasActions());
  }

  /// A value that is accepted was sent: a resume neither asks about it nor sends it once more,
  /// whether the flag is given to the resume as well or not.
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aResumeTakesAnAcceptedValue(boolean again) throws Exception {
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    ApplySettings plain = bench.settings;
    bench.settings = plain.withOptions(ApplyOptions.NONE.withAccepted(Set.of("name", "title")));
    bench.fault("{'on':'patchProcess','do':'default','set':{'/name':'CLOSE 2'}}");
    meanwhile.crash(bench.plan(goal()), 3, false);
    bench.settings = again ? bench.settings : plain;
    bench.calls.clear();
    ApplyResult result = bench.apply().resume();
    assertEquals(Verdict.APPLIED, result.verdict(), () -> result.toJson().pretty());
    assertTrue(
        bench.calls.stream().noneMatch(call -> call.startsWith("PATCH")), () -> "" + bench.calls);
    assertTrue(!bench.plan(goal()).hasActions());
  }
}
