package dev.procc.live.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.live.outcome.Verdict;
import dev.procc.live.planfile.Plan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The plans that are kept for a resume, beside others: one that cannot be read, one that another
/// apply has stored.
final class PendingPlansTest {
  @TempDir Path dir;
  private ApplyFixture bench;

  @BeforeEach
  void start() throws Exception {
    bench = new ApplyFixture(dir);
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
  }

  @AfterEach
  void stop() {
    bench.afterCall = () -> {};
    bench.close();
  }

  @Test
  void onePlanThatCannotBeReadHidesNoOther() throws Exception {
    Plan plan = bench.plan(ApplyFixture.closeWithMore("Close"));
    new Meanwhile(bench).crash(plan, 3, true);
    Path folder = dir.resolve(".procc/apply/dev");
    Files.writeString(folder.resolve("0.plan.json"), "{}");
    Files.writeString(folder.resolve("z.plan.json"), "{\"formatVersion\": \"9.0\"}");
    assertEquals(Verdict.APPLIED, bench.apply().resume().verdict());
    assertEquals(List.of(), bench.plans.names("dev"));
  }

  @Test
  void thePlanThatAnotherApplyHasStoredStays() throws Exception {
    Plan theirs = bench.plan(ApplyFixture.closeWithMore("Other"));
    new Meanwhile(bench).after("PATCH", () -> bench.plans.save(theirs));
    assertEquals(
        Verdict.APPLIED, bench.applied(ApplyFixture.close("Close 2", "Reconcile")).verdict());
    assertEquals(1, bench.plans.names("dev").size());
    assertTrue(bench.plans.names("dev").getFirst().startsWith(theirs.planHash()));
    bench.apply().resume();
    assertEquals(1, bench.plans.names("dev").size());
  }
}
