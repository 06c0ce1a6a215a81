package dev.procc.live.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.cli.frame.ExitCode;
import dev.procc.live.evidence.FolderEvidenceStore;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.outcome.ApplyResult;
import dev.procc.live.outcome.ProcessResult;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.wire.ProcessJson;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A bug of procc in the work on one process hides nothing of what was done to the others.
final class InternalErrorTest {
  private static final String FAULTY = "p1@2024-Q4";
  @TempDir Path dir;

  private static DesiredProcess[] processes(int count) throws Exception {
    DesiredProcess[] all = new DesiredProcess[count];
    for (int i = 0; i < count; i++) {
      String body =
          ProcessJson.body(ApplyFixture.close("Close " + i, "Reconcile").process()).write();
      all[i] = ApplyFixture.desired(body.replace("close@", "p" + i + "@"));
    }
    return all;
  }

  private static LedgerStore faulty(LedgerStore store) {
    return new ForwardingStore(store) {
      @Override
      public void save(LedgerEntry entry, String note) throws LedgerException {
        super.save(entry, note);
        if (entry.identity().equals(FAULTY) && note.contains("created")) {
          throw new IllegalStateException("a bug");
        }
      }
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 10})
  void theOthersAreToldAndOnRecord(int count) throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      LedgerStore store = faulty(bench.store);
      ApplyResult result =
          new Apply(bench.context(store).withPendingPlans(bench.plans))
              .withEvidence(
                  bench.evidenceWriter(new FolderEvidenceStore(dir.resolve("procc.state"), store)))
              .run(bench.plan(processes(count)));
      assertEquals(Verdict.PARTIAL, result.verdict());
      assertEquals(count, result.processes().size());
      for (ProcessResult one : result.processes()) {
        boolean isFaulty = one.identity().equals(FAULTY);
        assertEquals(isFaulty ? Verdict.PARTIAL : Verdict.APPLIED, one.verdict());
        assertEquals(1, bench.log(one.identity()).records().size());
        if (isFaulty) {
          assertTrue(
              one.message().startsWith("internal error: IllegalStateException: a bug"),
              one::message);
        }
      }
      ApplyResult resumed = bench.apply().withEvidence(bench.evidenceWriter()).resume();
      assertEquals(0, ExitCode.of(resumed.verdict()), () -> resumed.toJson().pretty());
      assertEquals(count, bench.live().size());
      assertEquals(2, bench.log(FAULTY).records().size());
      assertEquals(List.of(), bench.log(FAULTY).chainErrors());
    }
  }
}
