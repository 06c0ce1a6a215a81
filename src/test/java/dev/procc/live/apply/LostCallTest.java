package dev.procc.live.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.live.outcome.ApplyResult;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.planfile.Plan;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The answer of a call is lost, and the network with it: a resume later finds out what the call
/// has done.
final class LostCallTest {
  private static final String KEY = "close@2024-Q4";
  @TempDir Path dir;
  private ApplyFixture bench;

  @BeforeEach
  void start() throws Exception {
    bench = new ApplyFixture(dir);
    bench.overrides = ApplyFixture.allowEmpty();
  }

  @AfterEach
  void stop() {
    bench.afterCall = () -> {};
    bench.close();
  }

  /// Makes all reads fail after this call.
  private void networkFailsAfter(String call) {
    new Meanwhile(bench)
        .after(
            call,
            () -> {
              for (String reading : List.of("getProcess", "listProcesses")) {
                bench.fault("{'on':'" + reading + "','do':'fail-before','status':500,'times':0}");
              }
            });
  }

  @Test
  void aCreateStaysOnRecord() throws Exception {
    Plan plan = bench.plan(ApplyFixture.close("Close", "Reconcile"));
    bench.fault("{'on':'createProcess','do':'drop-after'}");
    networkFailsAfter("CREATE");
    ApplyResult result = bench.apply().run(plan);
    assertEquals(Verdict.PARTIAL, result.verdict());
    assertTrue(result.toJson().write().contains("procc apply --resume"), "no way out is named");
    bench.control("PUT", "/faults", "{'faults':[]}");
    assertEquals(Verdict.APPLIED, bench.apply().resume().verdict());
    assertEquals(List.of(bench.entry(KEY).id()), bench.live());
  }

  @Test
  void aTrashStaysOnRecord() throws Exception {
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    Plan plan = bench.plan();
    bench.fault("{'on':'trashProcess','do':'drop-after'}");
    networkFailsAfter("TRASH");
    ApplyResult result = bench.apply().run(plan);
    assertEquals(Verdict.PARTIAL, result.verdict());
    assertNotNull(bench.entry(KEY).pending());
    bench.control("PUT", "/faults", "{'faults':[]}");
    assertEquals(Verdict.APPLIED, bench.apply().resume().verdict());
    assertEquals(List.of(), bench.live());
  }

  @Test
  void aTrashThatWasAnsweredStaysOnRecord() throws Exception {
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    Plan plan = bench.plan();
    networkFailsAfter("TRASH");
    assertEquals(Verdict.PARTIAL, bench.apply().run(plan).verdict());
    assertNotNull(bench.entry(KEY).pending());
  }

  @Test
  void aCallThatIsRefusedLeavesNothingPending() throws Exception {
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    bench.fault("{'on':'trashProcess','do':'fail-before','status':403}");
    assertEquals(Verdict.FAILED, bench.apply().run(bench.plan()).verdict());
    assertEquals(null, bench.entry(KEY).pending());
  }
}
