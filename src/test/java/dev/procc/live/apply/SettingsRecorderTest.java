package dev.procc.live.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.ledger.RecordedDefinition;
import dev.procc.live.outcome.ApplyResult;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.wire.ProcessJson;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tests what an apply records of processes that it does not change.
final class SettingsRecorderTest {
  private static final String KEY = "close@2024-Q4";
  @TempDir Path dir;
  private ApplyFixture bench;

  @BeforeEach
  void start() throws Exception {
    bench = new ApplyFixture(dir);
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    bench.store.save(withProtection(bench.entry(KEY)), "protected");
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  /// The same entry of a process that is protected.
  static LedgerEntry withProtection(LedgerEntry entry) {
    RecordedDefinition definition = entry.definition();
    return entry.withDefinition(
        entry.name(),
        new RecordedDefinition(
            definition.sourceHash(), true, definition.onRemoval(), definition.sources()));
  }

  private static DesiredProcess close() throws Exception {
    return ApplyFixture.close("Close", "Reconcile");
  }

  private static DesiredProcess other() throws Exception {
    return ApplyFixture.desired(
        ProcessJson.body(ApplyFixture.close("Other", "Reconcile").process())
            .write()
            .replace(KEY, "other@2024-Q4"));
  }

  private ApplyResult run(LedgerStore store, DesiredProcess... desired) throws Exception {
    return new Apply(bench.context(store).withPendingPlans(bench.plans))
        .withEvidence(bench.evidenceWriter())
        .run(bench.plan(desired));
  }

  @Test
  void aProtectionThatEndsBesideChangesIsOnRecord() throws Exception {
    assertEquals(Verdict.APPLIED, run(bench.store, close(), other()).verdict());
    assertFalse(bench.entry(KEY).definition().protect());
    assertEquals(1, bench.log(KEY).bodies().size());
    String record = bench.log(KEY).bodies().getFirst().write();
    assertTrue(record.contains("It is no longer protected"), record);
  }

  @Test
  void aLedgerThatDoesNotTakeItMakesTheApplyPartial() throws Exception {
    LedgerStore full =
        new ForwardingStore(bench.store) {
          @Override
          public void save(LedgerEntry entry, String note) throws LedgerException {
            if (note.startsWith("note of")) {
              throw new LedgerException("the disk is full");
            }
            super.save(entry, note);
          }
        };
    ApplyResult result = run(full, close(), other());
    assertEquals(Verdict.PARTIAL, result.verdict());
    assertTrue(
        result.toJson().write().contains("the disk is full"), () -> result.toJson().pretty());
    assertEquals(Verdict.FAILED, run(full, close(), other()).verdict());
  }

  @Test
  void whatCannotBePutOnRecordIsNotDone() throws Exception {
    Path folder = dir.resolve("procc.state/dev/evidence");
    Files.createDirectories(folder.getParent());
    Files.writeString(folder, "in the way");
    assertEquals(Verdict.FAILED, run(bench.store, close()).verdict());
    assertTrue(bench.entry(KEY).definition().protect());
  }
}
