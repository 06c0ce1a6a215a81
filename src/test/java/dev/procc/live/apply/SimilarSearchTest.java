package dev.procc.live.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.live.evidence.EvidenceFile;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.SimilarProcess;
import dev.procc.live.wire.ProcessJson;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nothing is created twice because a key, a period or a name has changed, or a ledger entry is
/// lost.
class SimilarSearchTest {
  private @TempDir Path dir;

  private static DesiredProcess as(String identity, DesiredProcess process) throws Exception {
    String json = ProcessJson.body(process.process()).write();
    return ApplyFixture.desired(json.replace(process.identity(), identity));
  }

  private static List<SimilarProcess> similar(ApplyFixture bench, DesiredProcess desired)
      throws Exception {
    LiveSnapshot.SnapshotScope scope =
        new LiveSnapshot.SnapshotScope(
            "dev", List.of(desired), Set.of(desired.identity()), Set.of(), Map.of(), false);
    return LiveSnapshot.read(bench.api, bench.store, scope).listing().similar(desired.identity());
  }

  @Test
  void theProcessOfAnOrphanedRecordIsFound() throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      DesiredProcess close = ApplyFixture.close("Close", "Reconcile");
      bench.applied(close);
      SimilarProcess found =
          new SimilarProcess(bench.entry("close@2024-Q4").id(), "Close", "close@2024-Q4", true);
      for (String identity : List.of("closing@2024-Q4", "close@FY24-Q4", "close")) {
        assertEquals(List.of(found), similar(bench, as(identity, close)), identity);
      }
      DesiredProcess renamed = ApplyFixture.close("Another", "Reconcile");
      assertEquals(List.of(found), similar(bench, as("closing", renamed)), "by its tree");
      DesiredProcess grown = ApplyFixture.closeWithMore("Another");
      assertEquals(List.of(found), similar(bench, as("closing", grown)), "by most of its tree");
      assertEquals(List.of(), similar(bench, close), "its own");
    }
  }

  @Test
  void theProcessOfALostRecordIsFoundByItsTree() throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      DesiredProcess close = ApplyFixture.close("Close", "Reconcile");
      bench.applied(close);
      String id = bench.entry("close@2024-Q4").id();
      bench.store.delete("dev", "close@2024-Q4", "lost");
      assertEquals(
          List.of(new SimilarProcess(id, "Close", null, true)),
          similar(bench, ApplyFixture.close("Close v2", "Reconcile")));
      assertEquals(List.of(), similar(bench, close), "a namesake: the list shows it");
    }
  }

  @Test
  void aProcessOfAnotherPeriodIsAnotherOne() throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      DesiredProcess close = ApplyFixture.close("Close", "Reconcile");
      bench.applied(close);
      bench.store.delete("dev", "close@2024-Q4", "lost");
      String json = ProcessJson.body(ApplyFixture.close("Next", "Reconcile").process()).write();
      DesiredProcess next = ApplyFixture.desired(json.replace("2025-01-15", "2025-04-15"));
      assertEquals(List.of(), similar(bench, next));
    }
  }

  /// Of a process that may not be read the list shows the name and the due date: in a workspace of
  /// others a process of another day is another one.
  @Test
  void whatMayNotBeReadIsToldByItsDay() throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      DesiredProcess close = ApplyFixture.close("Close", "Reconcile");
      bench.applied(close);
      String id = bench.entry("close@2024-Q4").id();
      bench.fault("{'on':'getProcess','do':'fail-before','status':403,'times':0}");
      String json = ProcessJson.body(close.process()).write();
      DesiredProcess next =
          as("next", ApplyFixture.desired(json.replace("2025-01-15", "2025-04-15")));
      DesiredProcess renamed = as("next", ApplyFixture.close("Close v2", "Reconcile"));
      assertEquals(
          List.of(new SimilarProcess(id, "Close", "close@2024-Q4", false)),
          similar(bench, next),
          "an entry without a definition, of that name");
      bench.store.delete("dev", "close@2024-Q4", "lost");
      assertEquals(List.of(), similar(bench, next));
      assertEquals(List.of(new SimilarProcess(id, "Close", null, false)), similar(bench, renamed));
    }
  }

  @Test
  void aMovedRecordTakesItsEvidenceAlong() throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      bench
          .apply()
          .withEvidence(bench.evidenceWriter())
          .run(bench.plan(ApplyFixture.close("Close", "Reconcile")));
      List<EvidenceFile> records = bench.evidence.readAll("dev", "close@2024-Q4");
      bench.store.save(bench.entry("close@2024-Q4").withIdentity("b"), "moved");
      bench.evidence.move("dev", "close@2024-Q4", "b");
      assertEquals(1, records.size());
      assertEquals(records, bench.evidence.readAll("dev", "b"));
      assertEquals(List.of(), bench.log("b").chainErrors());
      assertTrue(bench.evidence.readAll("dev", "close@2024-Q4").isEmpty());
    }
  }
}
