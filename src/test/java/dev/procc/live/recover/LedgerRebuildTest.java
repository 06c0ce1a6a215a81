package dev.procc.live.recover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.cli.frame.ExitCode;
import dev.procc.live.apply.ApplyFixture;
import dev.procc.live.diff.ChangedBy;
import dev.procc.live.ledger.BranchStore;
import dev.procc.live.ledger.EvidenceHead;
import dev.procc.live.ledger.FileStore;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.ledger.PendingStep;
import dev.procc.live.ledger.RecordedDefinition;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.format.PlanFile;
import dev.procc.live.recover.LedgerRebuild.RebuildOutcome;
import dev.procc.live.recover.LedgerRebuild.RebuildRow;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A lost or damaged ledger that is written again from what is live.
class LedgerRebuildTest {
  private static final String KEY = "close@2024-Q4";
  @TempDir Path dir;

  private static List<RebuildRow> rebuilt(
      ApplyFixture bench, LedgerStore store, DesiredProcess... all) throws Exception {
    LedgerRebuild rebuild = new LedgerRebuild(bench.context(store), bench.handSteps());
    List<RebuildRow> rows = rebuild.analyze(List.of(all), Set.of());
    rebuild.save(rows);
    return rows;
  }

  private Path file() {
    return dir.resolve("procc.state/dev/" + KEY + ".json");
  }

  /// The store of another run of the program: a store remembers what it has read.
  private LedgerStore fresh() {
    return new FileStore(dir.resolve("procc.state"));
  }

  @Test
  void aLostEntryIsWrittenAgainToTheLetterButForWhatOnlyItKnew() throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      DesiredProcess close = ApplyFixture.close("Close", "Reconcile");
      bench.applied(close);
      LedgerEntry before = bench.entry(KEY);
      Files.delete(file());
      List<RebuildRow> rows = rebuilt(bench, fresh(), close);
      assertEquals(RebuildOutcome.RECORD, rows.get(0).outcome(), rows.toString());
      LedgerEntry after = fresh().load("dev", KEY).orElseThrow();
      EvidenceHead evidence = after.history().evidence();
      assertEquals(1, evidence.count());
      assertEquals(
          before
              .withDefinition(
                  "Close",
                  new RecordedDefinition(
                      "source",
                      false,
                      before.definition().onRemoval(),
                      after.definition().sources()))
              .withEvidence(EvidenceHead.NONE, evidence.hash()),
          after);
      assertTrue(bench.log(KEY).bodies().getFirst().write().contains("rewritten from"));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void thePlanIsEmptyAfterwardsInBothStores(boolean branch) throws Exception {
    Process git = new ProcessBuilder("git", "init", "--quiet", dir.toString()).inheritIO().start();
    assertEquals(0, git.waitFor());
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      DesiredProcess close = ApplyFixture.close("Close", "Reconcile");
      bench.applied(close);
      Files.delete(file());
      LedgerStore store = branch ? new BranchStore(dir, Optional.empty()) : fresh();
      List<RebuildRow> rows = rebuilt(bench, store, close);
      assertEquals(List.of(), rows.get(0).differences());
      LedgerEntry entry = store.load("dev", KEY).orElseThrow();
      if (branch) {
        fresh().save(entry, "where the bench looks");
      }
      Plan plan = bench.plan(close);
      assertFalse(plan.hasActions() || plan.isRefused(), () -> PlanFile.write(plan));
      assertEquals(List.of(), plan.processes().get(0).changes());
      assertEquals(RebuildOutcome.SOUND, rebuilt(bench, store, close).get(0).outcome());
    }
  }

  @Test
  void aDifferenceOfWhichNobodyKnowsWhoMadeItIsNeverUndoneSilently() throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      bench.applied(ApplyFixture.close("Close", "Reconcile"));
      Files.delete(file());
      DesiredProcess now = ApplyFixture.close("Close", "Reconcile AR");
      List<RebuildRow> rows = rebuilt(bench, fresh(), now);
      assertEquals(List.of(KEY + "/recon:title"), rows.get(0).differences());
      Plan plan = bench.plan(now);
      ProcessPlan process = plan.processes().get(0);
      assertEquals(ChangedBy.UNKNOWN, process.changes().get(0).changedBy());
      assertEquals("overwrite", process.refusals().get(0).rule());
      assertEquals(4, ExitCode.of(bench.apply().run(plan).verdict()));
    }
  }

  @Test
  void aTaskThatOnlyOneSideHasNeverCausesAReplacement() throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      bench.applied(ApplyFixture.close("Close", "Reconcile"));
      Files.delete(file());
      DesiredProcess more = ApplyFixture.closeWithMore("Close");
      List<RebuildRow> rows = rebuilt(bench, fresh(), more);
      assertEquals(List.of(KEY + "/commentary:node"), rows.get(0).differences());
      Plan plan = bench.plan(more);
      assertFalse(plan.hasActions(), () -> PlanFile.write(plan));
      assertEquals(ChangedBy.DRIFT, plan.processes().get(0).changes().get(0).changedBy());
    }
  }

  @Test
  void aDamagedEntryIsWrittenAnew() throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      DesiredProcess close = ApplyFixture.close("Close", "Reconcile");
      bench.applied(close);
      byte[] whole = Files.readAllBytes(file());
      Files.write(file(), java.util.Arrays.copyOf(whole, whole.length / 2));
      assertEquals(RebuildOutcome.RECORD, rebuilt(bench, fresh(), close).get(0).outcome());
      assertFalse(bench.plan(close).hasActions());
    }
  }

  @Test
  void anotherNameIsFoundByTheTree() throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      bench.applied(ApplyFixture.close("Close", "Reconcile"));
      Files.delete(file());
      DesiredProcess renamed = ApplyFixture.close("Year end close", "Reconcile");
      List<RebuildRow> rows = rebuilt(bench, fresh(), renamed);
      assertEquals(bench.live(), List.of(String.valueOf(rows.get(0).id())));
      assertEquals(List.of(KEY + ":name"), rows.get(0).differences());
    }
  }

  @Test
  void ofTwoNoneIsGuessed() throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      DesiredProcess close = ApplyFixture.close("Close", "Reconcile");
      bench.applied(close);
      Files.delete(file());
      bench.api.create(dev.procc.live.wire.ProcessJson.createBody(close.process()).body());
      List<RebuildRow> rows = rebuilt(bench, fresh(), close);
      RebuildRow row = rows.get(0);
      assertEquals(RebuildOutcome.REFUSED, row.outcome());
      for (String id : bench.live()) {
        assertTrue(row.message().contains(id), row.message());
      }
      assertTrue(row.help().contains("procc adopt " + KEY), row.help());
      assertEquals(List.of(), fresh().list("dev"));
    }
  }

  @Test
  void oneProcessIsNotGivenToTwoDefinitions() throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      DesiredProcess close = ApplyFixture.close("Close", "Reconcile");
      bench.applied(close);
      Files.delete(file());
      String json = dev.procc.live.wire.ProcessJson.body(close.process()).write();
      DesiredProcess other = ApplyFixture.desired(json.replace(KEY, "other"));
      List<RebuildRow> rows = rebuilt(bench, fresh(), close, other);
      assertEquals(
          List.of(RebuildOutcome.REFUSED, RebuildOutcome.REFUSED),
          rows.stream().map(RebuildRow::outcome).toList());
      assertTrue(rows.get(0).message().contains("other"), rows.toString());
    }
  }

  @Test
  void aNameAloneIsNotEnough() throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      DesiredProcess close = ApplyFixture.close("Close", "Reconcile");
      bench.api.create(
          dev.procc.live.wire.ProcessJson.createBody(
                  ApplyFixture.desired(
                          "{'id':'x','name':'Close','root':{'id':'root','name':'R','parallel':true,"
                              + "'readOnly':false,'children':[]}}")
                      .process())
              .body());
      RebuildRow row = rebuilt(bench, fresh(), close).get(0);
      assertEquals(RebuildOutcome.REFUSED, row.outcome(), row.message());
      assertTrue(row.message().contains("none of the"), row.message());
    }
  }

  @Test
  void anApplyThatWasNotEndedIsNotRebuiltOver() throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      DesiredProcess close = ApplyFixture.close("Close", "Reconcile");
      bench.applied(close);
      LedgerEntry entry = bench.entry(KEY);
      bench.store.save(
          entry.withPending(
              new PendingStep(
                  "switched",
                  "",
                  "2024-10-01T00:00:00Z",
                  null,
                  new PendingStep.StepSubject(null, null, null, List.of()),
                  null)),
          "died");
      RebuildRow row = rebuilt(bench, fresh(), close).get(0);
      assertEquals(RebuildOutcome.REFUSED, row.outcome());
      assertEquals("procc apply --resume", row.help());
    }
  }

  @Test
  void aDamagedEntryWithoutADefinitionIsTold() throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      bench.applied(ApplyFixture.close("Close", "Reconcile"));
      Files.write(file(), "{".getBytes(StandardCharsets.UTF_8));
      RebuildRow row = rebuilt(bench, fresh()).get(0);
      assertEquals(RebuildOutcome.REFUSED, row.outcome());
      assertEquals("procc state forget " + KEY, row.help());
      assertNotNull(row.toJson());
    }
  }
}
