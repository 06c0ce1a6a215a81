package dev.procc.live.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.cli.frame.ExitCode;
import dev.procc.live.outcome.ApplyResult;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.PeriodReach;
import dev.procc.live.plan.input.PlanOverrides;
import dev.procc.live.plan.input.PlanSettings;
import dev.procc.live.plan.input.Provenance;
import dev.procc.live.plan.input.SafetyLimits;
import dev.procc.live.plan.input.ServerCapabilities;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanAction;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.live.planfile.change.Lazy;
import dev.procc.live.planfile.operation.RunState;
import dev.procc.live.recover.ProcessAdoption;
import dev.procc.live.wire.ProcessJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The cases with which plan and apply must be tested, each with its test, and the cases that have
/// no test elsewhere.
class PlanningCasesTest {
  private static final Path CASES = Path.of("src/test/resources/planning/cases.tsv");
  private static final String KEY = "close@2024-Q4";
  @TempDir Path dir;

  @Test
  void eachCaseHasItsTest() throws Exception {
    Set<String> names = new HashSet<>();
    List<String> gone = new ArrayList<>();
    for (String line : Files.readAllLines(CASES)) {
      String[] columns = line.split("\t", -1);
      assertEquals(2, columns.length, line);
      assertTrue(names.add(columns[0]), line);
      String[] test = columns[1].split("#", -1);
      boolean there =
          Arrays.stream(Class.forName(test[0]).getDeclaredMethods())
              .anyMatch(m -> m.getName().equals(test[1]) && m.getAnnotations().length > 0);
      if (!there) {
        gone.add(line);
      }
    }
    assertEquals(List.of(), gone);
    assertEquals(34, names.size());
  }

  @Test
  void aNewPeriodIsCreatedAndTheLastOneIsNotTouched() throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      DesiredProcess last = ApplyFixture.close("Close Q4", "Reconcile");
      bench.applied(last);
      String before = bench.api.get(bench.live().get(0), true).write();
      String json = ProcessJson.body(last.process()).write();
      DesiredProcess next =
          ApplyFixture.desired(
              json.replace("close@2024-Q4", "close@2025-Q1").replace("Q4\"", "Q1\""));
      bench.known =
          new PlanSettings(
              ServerCapabilities.UNMEASURED,
              SafetyLimits.NONE,
              List.of(),
              new PeriodReach(Set.of("2025-Q1"), Set.of("2024-Q4")));
      Plan plan = bench.plan(edited(last, "Another title"), next);
      List<String> acting = new ArrayList<>();
      for (ProcessPlan one : plan.processes()) {
        if (one.hasActions()) {
          acting.add(one.identity());
          assertEquals(PlanAction.CREATE, one.mainAction());
        }
      }
      assertEquals(List.of("close@2025-Q1"), acting);
      assertEquals(0, ExitCode.of(bench.apply().run(plan).verdict()));
      assertEquals(2, bench.live().size());
      assertEquals(before, bench.api.get(bench.entry("close@2024-Q4").id(), true).write());
      assertFalse(bench.plan(edited(last, "Another title"), next).hasActions());
    }
  }

  @Test
  void aClosedPeriodThatIsEditedStaysAsItIs() throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      DesiredProcess last = ApplyFixture.close("Close Q4", "Reconcile");
      bench.applied(last);
      String before = bench.api.get(bench.live().getFirst(), true).write();
      bench.known =
          new PlanSettings(
              ServerCapabilities.UNMEASURED,
              SafetyLimits.NONE,
              List.of(),
              new PeriodReach(Set.of("2025-Q1"), Set.of("2024-Q4")));
      Plan plan = bench.plan(edited(last, "Another title"));
      assertFalse(plan.hasActions() || plan.isRefused());
      assertEquals(1, plan.processes().getFirst().warnings().size());
      assertEquals(0, ExitCode.of(bench.apply().run(plan).verdict()));
      assertEquals(before, bench.api.get(bench.live().getFirst(), true).write());
    }
  }

  @Test
  void aProcessWithAFinishedRunIsEvidence() throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      bench.applied(ApplyFixture.close("Close", "Reconcile"));
      bench.api.run(bench.live().getFirst(), false);
      for (String title : List.of("Reconcile", "Review US", "Review EMEA")) {
        bench.done(title);
      }
      DesiredProcess more = ApplyFixture.closeWithMore("Close");
      Plan plan = bench.plan(more);
      assertEquals(RunState.FINISHED, plan.processes().getFirst().runState());
      assertEquals("history", refusal(plan).rule());
      assertEquals("--destroy-evidence " + KEY, refusal(plan).flag());
      assertEquals(4, ExitCode.of(bench.apply().run(plan).verdict()));
      DesiredProcess renamed = ApplyFixture.close("Close 2", "Reconcile");
      assertEquals(0, ExitCode.of(bench.applied(renamed).verdict()));
      assertFalse(bench.plan(renamed).hasActions());
      bench.overrides = destroyEvidence();
      reached(bench, more);
    }
  }

  private static PlanOverrides destroyEvidence() {
    return PlanOverrides.NONE.withLifted(SafetyRule.HISTORY, Set.of(KEY));
  }

  private static void reached(ApplyFixture bench, DesiredProcess goal) throws Exception {
    ApplyResult result = bench.applied(goal);
    assertEquals(0, ExitCode.of(result.verdict()), () -> result.toJson().pretty());
    assertFalse(bench.plan(goal).hasActions());
    assertEquals(1, bench.live().size());
  }

  private static PlanRefusal refusal(Plan plan) {
    assertEquals(1, plan.processes().getFirst().refusals().size());
    return plan.processes().getFirst().refusals().getFirst();
  }

  private static ProcessAdoption adoption(ApplyFixture bench, DesiredProcess desired) {
    return new ProcessAdoption(bench.context(bench.store), desired, bench.evidenceWriter());
  }

  private static ProcessLifecycle generations(ApplyFixture bench) {
    return new ProcessLifecycle(bench.context(bench.store));
  }

  @Test
  void aProcessThatSomebodyTrashedIsRestoredOrMadeAnew() throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      DesiredProcess close = ApplyFixture.close("Close", "Reconcile");
      reached(bench, close);
      String id = bench.live().getFirst();
      bench.api.trash(id);
      assertEquals("missing", refusal(bench.plan(close)).rule());
      assertEquals(4, ExitCode.of(bench.applied(close).verdict()));
      assertEquals(List.of(), bench.live());
      assertEquals(id, generations(bench).restore(KEY, Set.of()).id());
      assertFalse(bench.plan(close).hasActions());
      bench.api.trash(id);
      bench.overrides = PlanOverrides.NONE.withLifted(SafetyRule.MISSING, Set.of(KEY));
      reached(bench, close);
    }
  }

  @Test
  void aProcessWhoseStateIsDeletedIsNotMadeTwice() throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      DesiredProcess close = ApplyFixture.close("Close", "Reconcile");
      reached(bench, close);
      String id = bench.live().getFirst();
      Files.delete(dir.resolve("procc.state/dev/" + KEY + ".json"));
      assertEquals("look-alike", refusal(bench.plan(close)).rule());
      assertEquals(4, ExitCode.of(bench.applied(close).verdict()));
      assertEquals(id, adoption(bench, close).adopt(id).id());
      assertFalse(bench.plan(close).hasActions());
      assertEquals(List.of(id), bench.live());
    }
  }

  /// If two are live, the one in the ledger stays in charge, and no third is made.
  @Test
  void anOldProcessThatSomebodyRestoredIsTakenOrLeft() throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      DesiredProcess close = ApplyFixture.close("Close", "Reconcile");
      reached(bench, close);
      String old = bench.live().getFirst();
      DesiredProcess more = ApplyFixture.closeWithMore("Close");
      reached(bench, more);
      bench.api.restore(old);
      Plan told = bench.plan(more);
      assertFalse(told.hasActions());
      assertTrue(told.processes().getFirst().warnings().getFirst().contains(old));
      assertEquals("look-alike", refusal(bench.plan(close)).rule());
      assertEquals(4, ExitCode.of(bench.applied(close).verdict()));
      assertEquals(2, bench.live().size());
      assertEquals(old, adoption(bench, close).adoptInstead(old).id());
      assertFalse(bench.plan(close).hasActions());
      assertEquals(List.of(old), bench.live());
    }
  }

  @Test
  void aRateLimitIsWaitedForWithAndWithoutItsHeader() throws Exception {
    for (boolean header : List.of(true, false)) {
      try (ApplyFixture bench = new ApplyFixture(dir.resolve("header-" + header))) {
        for (String operation : List.of("createProcess", "validateProcess", "getProcess")) {
          bench.fault(
              "{'on':'" + operation + "','do':'rate-limit','seconds':7,'header':" + header + "}");
        }
        reached(bench, ApplyFixture.close("Close", "Reconcile"));
        assertEquals(List.of(7L, 7L, 7L), bench.time.waits());
      }
    }
  }

  private static DesiredProcess edited(DesiredProcess one, String title) throws Exception {
    return new DesiredProcess(
        one.key(),
        one.period(),
        ApplyFixture.close("Close Q4", title).process(),
        new Provenance(Map.of(), Map.of(), Map.of(), Lazy.of("other source")),
        List.of(),
        one.handling());
  }
}
