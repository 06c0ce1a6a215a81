package dev.procc.live.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.live.apply.Rebuild.Fate;
import dev.procc.live.apply.Rebuild.Row;
import dev.procc.live.ledger.BranchStore;
import dev.procc.live.ledger.FileStore;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.plan.Desired;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanFile;
import dev.procc.live.planfile.ProcessPlan;
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

/// A lost or damaged ledger, written anew from what is live.
class RebuildTest {
  private static final String KEY = "close@2024-Q4";
  @TempDir Path dir;

  private static List<Row> rebuilt(Bench bench, LedgerStore store, Desired... all)
      throws Exception {
    Rebuild rebuild = new Rebuild(bench.api, store, bench.settings, bench.time, bench.time);
    List<Row> rows = rebuild.look(List.of(all), Set.of());
    rebuild.record(rows);
    return rows;
  }

  private Path file() {
    return dir.resolve("procc.state/dev/" + KEY + ".json");
  }

  /// The store of another run of the program: one remembers what it read.
  private LedgerStore fresh() {
    return new FileStore(dir.resolve("procc.state"));
  }

  @Test
  void aLostEntryIsWrittenAgainToTheLetterButForWhatOnlyItKnew() throws Exception {
    try (Bench bench = new Bench(dir)) {
      Desired close = Bench.close("Close", "Reconcile");
      bench.applied(close);
      LedgerEntry before = bench.entry(KEY);
      Files.delete(file());
      List<Row> rows = rebuilt(bench, fresh(), close);
      assertEquals(Fate.RECORD, rows.get(0).fate(), rows.toString());
      LedgerEntry after = fresh().load("dev", KEY).orElseThrow();
      assertEquals(
          before.withSource("Close", "source", false, before.onRemoval(), after.sources()), after);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void thePlanIsEmptyAfterwardsInBothStores(boolean branch) throws Exception {
    Process git = new ProcessBuilder("git", "init", "--quiet", dir.toString()).inheritIO().start();
    assertEquals(0, git.waitFor());
    try (Bench bench = new Bench(dir)) {
      Desired close = Bench.close("Close", "Reconcile");
      bench.applied(close);
      Files.delete(file());
      LedgerStore store = branch ? new BranchStore(dir, Optional.empty()) : fresh();
      List<Row> rows = rebuilt(bench, store, close);
      assertEquals(List.of(), rows.get(0).differing());
      LedgerEntry entry = store.load("dev", KEY).orElseThrow();
      fresh().save(entry, "where the bench looks");
      Plan plan = bench.plan(close);
      assertFalse(plan.acts() || plan.refused(), () -> PlanFile.write(plan));
      assertEquals(List.of(), plan.processes().get(0).changes());
      assertEquals(Fate.SOUND, rebuilt(bench, store, close).get(0).fate());
    }
  }

  @Test
  void aDifferenceOfWhichNobodyKnowsWhoMadeItIsNeverUndoneSilently() throws Exception {
    try (Bench bench = new Bench(dir)) {
      bench.applied(Bench.close("Close", "Reconcile"));
      Files.delete(file());
      Desired now = Bench.close("Close", "Reconcile AR");
      List<Row> rows = rebuilt(bench, fresh(), now);
      assertEquals(List.of(KEY + "/recon:title"), rows.get(0).differing());
      Plan plan = bench.plan(now);
      ProcessPlan process = plan.processes().get(0);
      assertEquals("both", process.changes().get(0).origin());
      assertEquals("overwrite", process.refusals().get(0).rule());
      assertEquals(4, bench.apply().run(plan).exit());
    }
  }

  @Test
  void aTaskThatOnlyOneSideHasNeverCausesAReplacement() throws Exception {
    try (Bench bench = new Bench(dir)) {
      bench.applied(Bench.close("Close", "Reconcile"));
      Files.delete(file());
      Desired more = Bench.closeWithMore("Close");
      List<Row> rows = rebuilt(bench, fresh(), more);
      assertEquals(List.of(KEY + "/commentary:node"), rows.get(0).differing());
      Plan plan = bench.plan(more);
      assertFalse(plan.acts(), () -> PlanFile.write(plan));
      assertEquals("drift", plan.processes().get(0).changes().get(0).origin());
    }
  }

  @Test
  void aDamagedEntryIsWrittenAnew() throws Exception {
    try (Bench bench = new Bench(dir)) {
      Desired close = Bench.close("Close", "Reconcile");
      bench.applied(close);
      byte[] whole = Files.readAllBytes(file());
      Files.write(file(), java.util.Arrays.copyOf(whole, whole.length / 2));
      assertEquals(Fate.RECORD, rebuilt(bench, fresh(), close).get(0).fate());
      assertFalse(bench.plan(close).acts());
    }
  }

  @Test
  void anotherNameIsFoundByTheTree() throws Exception {
    try (Bench bench = new Bench(dir)) {
      bench.applied(Bench.close("Close", "Reconcile"));
      Files.delete(file());
      Desired renamed = Bench.close("Year end close", "Reconcile");
      List<Row> rows = rebuilt(bench, fresh(), renamed);
      assertEquals(bench.live(), List.of(String.valueOf(rows.get(0).id())));
      assertEquals(List.of(KEY + ":name"), rows.get(0).differing());
    }
  }

  @Test
  void ofTwoNoneIsGuessed() throws Exception {
    try (Bench bench = new Bench(dir)) {
      Desired close = Bench.close("Close", "Reconcile");
      bench.applied(close);
      Files.delete(file());
      bench.api.create(dev.procc.live.wire.Wire.create(close.process()).body());
      List<Row> rows = rebuilt(bench, fresh(), close);
      Row row = rows.get(0);
      assertEquals(Fate.REFUSED, row.fate());
      for (String id : bench.live()) {
        assertTrue(row.message().contains(id), row.message());
      }
      assertTrue(row.help().contains("procc adopt " + KEY), row.help());
      assertEquals(List.of(), fresh().list("dev"));
    }
  }

  @Test
  void oneProcessIsNotGivenToTwoDefinitions() throws Exception {
    try (Bench bench = new Bench(dir)) {
      Desired close = Bench.close("Close", "Reconcile");
      bench.applied(close);
      Files.delete(file());
      String json = dev.procc.live.wire.Wire.content(close.process()).write();
      Desired other = Bench.desired(json.replace(KEY, "other"));
      List<Row> rows = rebuilt(bench, fresh(), close, other);
      assertEquals(List.of(Fate.REFUSED, Fate.REFUSED), rows.stream().map(Row::fate).toList());
      assertTrue(rows.get(0).message().contains("other"), rows.toString());
    }
  }

  @Test
  void aNameAloneIsNotEnough() throws Exception {
    try (Bench bench = new Bench(dir)) {
      Desired close = Bench.close("Close", "Reconcile");
      bench.api.create(
          dev.procc.live.wire.Wire.create(
                  Bench.desired(
                          "{'id':'x','name':'Close','root':{'id':'root','name':'R','parallel':true,"
                              + "'readOnly':false,'children':[]}}")
                      .process())
              .body());
      Row row = rebuilt(bench, fresh(), close).get(0);
      assertEquals(Fate.REFUSED, row.fate(), row.message());
      assertTrue(row.message().contains("none of the"), row.message());
    }
  }

  @Test
  void anApplyThatWasNotEndedIsNotRebuiltOver() throws Exception {
    try (Bench bench = new Bench(dir)) {
      Desired close = Bench.close("Close", "Reconcile");
      bench.applied(close);
      LedgerEntry entry = bench.entry(KEY);
      bench.store.save(
          entry.withPending(
              new dev.procc.live.ledger.Pending(
                  "switched", "", "2024-10-01T00:00:00Z", null, null, null, null, List.of())),
          "died");
      Row row = rebuilt(bench, fresh(), close).get(0);
      assertEquals(Fate.REFUSED, row.fate());
      assertEquals("procc apply --resume", row.help());
    }
  }

  @Test
  void aDamagedEntryWithoutADefinitionIsTold() throws Exception {
    try (Bench bench = new Bench(dir)) {
      bench.applied(Bench.close("Close", "Reconcile"));
      Files.write(file(), "{".getBytes(StandardCharsets.UTF_8));
      Row row = rebuilt(bench, fresh()).get(0);
      assertEquals(Fate.REFUSED, row.fate());
      assertEquals("procc state forget " + KEY, row.help());
      assertNotNull(row.toJson());
    }
  }
}
