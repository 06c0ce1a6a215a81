package dev.procc.live.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.RecordedDefinition;
import dev.procc.live.outcome.ApplyResult;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.plan.input.ApplyGuards;
import dev.procc.live.plan.input.Freeze;
import dev.procc.live.plan.input.PlanOverrides;
import dev.procc.live.plan.input.SafetyLimits;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.SafetyReport;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.live.planfile.format.PlanFile;
import dev.procc.live.wire.ProcessJson;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A saved plan is compared with the current state when it is applied.
class GuardCheckTest {
  private @TempDir Path dir;

  private static void protect(ApplyFixture bench) throws Exception {
    LedgerEntry entry = bench.entry("close@2024-Q4");
    RecordedDefinition definition = entry.definition();
    bench.store.save(
        entry.withDefinition(
            entry.name(),
            new RecordedDefinition(
                definition.sourceHash(), true, definition.onRemoval(), definition.sources())),
        "protected");
  }

  @Test
  void protectionThatIsRecordedAfterThePlanRefuses() throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      bench.applied(ApplyFixture.close("Close", "Reconcile"));
      Plan plan = bench.plan(ApplyFixture.closeWithMore("Close"));
      assertTrue(plan.processes().getFirst().replaces());
      protect(bench);
      List<String> before = bench.live();
      ApplyResult result = bench.apply().run(plan);
      assertEquals(Verdict.REFUSED, result.verdict());
      assertTrue(result.processes().getFirst().message().contains("protect: true"));
      assertEquals(before, bench.live());
      bench.settings =
          bench.settings.withGuards(
              ApplyGuards.NONE.withOverrides(
                  PlanOverrides.NONE.withLifted(SafetyRule.PROTECT, Set.of("close@2024-Q4"))));
      assertEquals(Verdict.APPLIED, bench.apply().run(plan).verdict());
    }
  }

  @Test
  void whatThePlanWasAllowedItStaysAllowed() throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      bench.applied(ApplyFixture.close("Close", "Reconcile"));
      protect(bench);
      bench.overrides = PlanOverrides.NONE.withLifted(SafetyRule.PROTECT, Set.of("close@2024-Q4"));
      Plan plan = bench.plan(ApplyFixture.closeWithMore("Close"));
      assertEquals(
          "--unprotect close@2024-Q4",
          plan.processes().getFirst().safety().lifted().getFirst().flag());
      assertEquals(plan, PlanFile.fromJson(JsonReader.read(PlanFile.write(plan))));
      assertEquals(Verdict.APPLIED, bench.apply().run(plan).verdict());
    }
  }

  @Test
  void aFreezeThatHasBegunRefuses() throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      Plan plan = bench.plan(ApplyFixture.close("Close", "Reconcile"));
      LocalDate today = bench.settings.today();
      Freeze freeze = new Freeze(today, today.plusDays(1), "audit");
      bench.settings =
          bench.settings.withGuards(
              new ApplyGuards(
                  List.of(freeze), Set.of(), Set.of(), SafetyLimits.NONE, PlanOverrides.NONE));
      ApplyResult result = bench.apply().run(plan);
      assertEquals(Verdict.REFUSED, result.verdict());
      assertTrue(result.processes().getFirst().message().contains("(audit)"));
      assertEquals(List.of(), bench.live());
    }
  }

  /// If the refusals are removed from a plan, the guards refuse the same.
  @Test
  void anEditThatThePlanUndoesRefusesWhateverThePlanSays() throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      bench.applied(ApplyFixture.close("Close", "Reconcile"));
      String id = bench.entry("close@2024-Q4").id();
      bench.control("POST", "/processes/" + id + "/edit", "{'set':{'/name':'Theirs'}}");
      Plan plan = bench.plan(ApplyFixture.close("Ours", "Reconcile"));
      assertEquals("overwrite", plan.processes().getFirst().refusals().getFirst().rule());
      Plan silenced = withoutRefusals(plan);
      List<String> before = bench.live();
      ApplyResult result = bench.apply().run(silenced);
      assertEquals(Verdict.REFUSED, result.verdict());
      assertTrue(result.processes().getFirst().help().contains("--overwrite-live"));
      assertEquals(before, bench.live());
      PlanOverrides lifted =
          PlanOverrides.NONE.withLifted(SafetyRule.OVERWRITE, Set.of("close@2024-Q4:name"));
      bench.settings = bench.settings.withGuards(ApplyGuards.NONE.withOverrides(lifted));
      assertEquals(Verdict.APPLIED, bench.apply().run(silenced).verdict());
    }
  }

  /// Whoever lifts one has to know the others.
  @Test
  void eachEditThatThePlanUndoesIsNamed() throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      bench.applied(ApplyFixture.close("Close", "Reconcile"));
      String id = bench.entry("close@2024-Q4").id();
      String edit = "{'set':{'/name':'Theirs','/dueDate':'2025-01-17'}}";
      bench.control("POST", "/processes/" + id + "/edit", edit);
      Json.Obj ours = ProcessJson.body(ApplyFixture.close("Ours", "Reconcile").process());
      Plan plan =
          bench.plan(ApplyFixture.desired(ours.with("dueDate", Json.of("2025-01-16")).write()));
      String told = bench.apply().run(withoutRefusals(plan)).processes().getFirst().help();
      assertTrue(told.contains("--overwrite-live close@2024-Q4:name"), told);
      assertTrue(told.contains("--overwrite-live close@2024-Q4:dueDate"), told);
    }
  }

  private static Plan withoutRefusals(Plan plan) {
    ProcessPlan one = plan.processes().getFirst();
    ProcessPlan silenced =
        new ProcessPlan(
            one.process(),
            one.live(),
            one.work(),
            one.explanation(),
            SafetyReport.NONE,
            one.definition(),
            one.run());
    return new Plan(
        plan.header(),
        List.of(silenced),
        plan.unmanaged(),
        List.of(),
        plan.lint(),
        plan.names(),
        plan.loosened(),
        plan.limits());
  }

  @Test
  void aRunThatIsRecordedAfterThePlanRefuses() throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      bench.applied(ApplyFixture.close("Close", "Reconcile"));
      Plan plan = bench.plan(ApplyFixture.closeWithMore("Close"));
      bench.store.save(bench.entry("close@2024-Q4").withRun("r1"), "somebody ran it");
      List<String> before = bench.live();
      ApplyResult result = bench.apply().run(plan);
      assertEquals(Verdict.REFUSED, result.verdict());
      assertTrue(result.processes().getFirst().help().contains("--destroy-evidence close@2024-Q4"));
      assertEquals(before, bench.live());
      PlanOverrides lifted =
          PlanOverrides.NONE.withLifted(SafetyRule.HISTORY, Set.of("close@2024-Q4"));
      bench.settings = bench.settings.withGuards(ApplyGuards.NONE.withOverrides(lifted));
      assertEquals(Verdict.APPLIED, bench.apply().run(plan).verdict());
    }
  }
}
