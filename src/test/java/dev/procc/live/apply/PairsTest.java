package dev.procc.live.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.live.plan.Desired;
import dev.procc.live.plan.Overrides;
import dev.procc.live.plan.Plan;
import dev.procc.live.plan.PlanFile;
import dev.procc.live.plan.RandomProcess;
import dev.procc.model.process.Process;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Random pairs of definitions against the emulator: the first is created, the second reached, and
/// the plan after that is empty. What the server shifts under `relativeDates` is foretold, or the
/// apply itself would say that it does not see what was foretold.
class PairsTest {
  private static final int FEW = 60;
  private static final int MANY = 10_000;
  @TempDir Path dir;

  @Test
  void aFewPairsAreReached() throws Exception {
    reach(FEW, 1);
  }

  /// `-Dprocc.seed=N` begins with another pair.
  @Tag("heavy")
  @Test
  void tenThousandPairsAreReached() throws Exception {
    reach(MANY, Long.getLong("procc.seed", 1_000));
  }

  private void reach(int pairs, long first) throws Exception {
    for (long seed = first; seed < first + pairs; seed++) {
      try (Bench bench = new Bench(dir.resolve("s" + seed))) {
        bench.overrides = past();
        bench.settings = bench.settings.withAllowInvalid(true);
        Random random = new Random(seed);
        one(bench, new RandomProcess(random).process(), seed);
        one(bench, new RandomProcess(random).process(), seed);
        assertEquals(1, bench.live().size(), "seed " + seed);
      }
    }
  }

  private static void one(Bench bench, Process process, long seed) throws Exception {
    Desired desired = Desired.of(process.identity(), null, process);
    Plan plan = bench.plan(desired);
    assertFalse(plan.refused(), () -> "seed " + seed + "\n" + PlanFile.write(plan));
    ApplyResult result = bench.apply().run(plan);
    assertEquals(0, result.exit(), () -> "seed " + seed + "\n" + result.toJson().pretty());
    Plan again = bench.plan(desired);
    assertTrue(
        !again.acts() && again.processes().get(0).changes().isEmpty(),
        () -> "seed " + seed + "\n" + PlanFile.write(again));
  }

  private static Overrides past() {
    Overrides none = Overrides.NONE;
    return new Overrides(
        none.replace(),
        none.createNew(),
        none.recreate(),
        none.overwriteLive(),
        none.destroyEvidence(),
        Set.of("close@2024-Q4"),
        none.unprotect(),
        true,
        false,
        false,
        none.allow());
  }
}
