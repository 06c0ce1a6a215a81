package dev.procc.live.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.cli.frame.ExitCode;
import dev.procc.live.outcome.ApplyOptions;
import dev.procc.live.outcome.ApplyOptions.ApplyOption;
import dev.procc.live.outcome.ApplyResult;
import dev.procc.live.plan.RandomProcess;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.PlanOverrides;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.live.planfile.format.PlanFile;
import dev.procc.model.process.Process;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random pairs of definitions against the emulator, most of them similar, so that the second is
/// reached in place or by a replacement: the first is created, the second reached, and the next
/// plan is empty. Shifts that the server makes for `relativeDates` are predicted; otherwise the
/// apply itself would report a difference from its prediction.
class RandomPairsTest {
  private static final int FEW = 60;
  private static final int MANY = 10_000;
  private final Map<String, Integer> actions = new TreeMap<>();
  @TempDir Path dir;

  @Test
  void aFewPairsAreReached() throws Exception {
    reach(FEW, 1);
  }

  /// `-Dprocc.seed=N` starts with another pair, `-Dprocc.pairs=N` sets their number.
  @Tag("heavy")
  @Test
  void tenThousandPairsAreReached() throws Exception {
    reach(Integer.getInteger("procc.pairs", MANY), Long.getLong("procc.seed", 1_000));
  }

  /// A schedule with only one end is no schedule, for the planner and for the server alike: no date
  /// is moved. (No definition that passes the checks has one: PC217.)
  @ParameterizedTest
  @ValueSource(longs = {1573, 1869, 2170, 3804})
  void whereAWindowLosesAnEndNoDateIsForetoldToMove(long seed) throws Exception {
    pair(seed);
  }

  /// Tries every pair, so that one run reports all that fail.
  private void reach(int pairs, long first) throws Exception {
    List<String> failed = new ArrayList<>();
    for (long seed = first; seed < first + pairs; seed++) {
      try {
        pair(seed);
      } catch (AssertionError unreached) {
        failed.add(unreached.getMessage());
      }
    }
    System.out.println(pairs + " pairs from seed " + first + ": " + actions);
    assertEquals(List.of(), failed, () -> failed.size() + " of " + pairs + " pairs");
  }

  private void pair(long seed) throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir.resolve("s" + seed))) {
      bench.overrides = past();
      bench.settings =
          bench.settings.withOptions(ApplyOptions.NONE.with(ApplyOption.ALLOW_INVALID, true));
      Random random = new Random(seed);
      Process before = new RandomProcess(random).process();
      one(bench, before, seed);
      RandomProcess next = new RandomProcess(random);
      Process after = random.nextInt(4) == 0 ? next.process() : next.mutate(before);
      actions.merge(one(bench, after, seed), 1, Integer::sum);
      assertEquals(1, bench.live().size(), "seed " + seed);
    }
  }

  /// @return the operations that were needed, such as `[patch, rename]`
  private static String one(ApplyFixture bench, Process process, long seed) throws Exception {
    DesiredProcess desired = DesiredProcess.of(process.identity(), null, process);
    Plan plan = bench.plan(desired);
    assertFalse(plan.isRefused(), () -> "seed " + seed + "\n" + PlanFile.write(plan));
    ApplyResult result = bench.apply().run(plan);
    assertEquals(
        0, ExitCode.of(result.verdict()), () -> "seed " + seed + "\n" + result.toJson().pretty());
    Plan again = bench.plan(desired);
    assertTrue(
        !again.hasActions() && again.processes().get(0).changes().isEmpty(),
        () -> "seed " + seed + "\n" + PlanFile.write(again));
    return plan.processes().getFirst().actions().toString();
  }

  private static PlanOverrides past() {
    return PlanOverrides.NONE
        .withLifted(SafetyRule.LOSSES, Set.of("close@2024-Q4"))
        .withLifted(SafetyRule.PAST_DATE, Set.of());
  }
}
