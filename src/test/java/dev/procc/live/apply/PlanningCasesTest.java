package dev.procc.live.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.live.plan.Action;
import dev.procc.live.plan.Desired;
import dev.procc.live.plan.Plan;
import dev.procc.live.plan.ProcessPlan;
import dev.procc.live.wire.Wire;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The cases that plan and apply must be tested with, each with its test, and those of them that
/// have none elsewhere.
class PlanningCasesTest {
  private static final Path CASES = Path.of("src/test/resources/planning/cases.tsv");
  @TempDir Path dir;

  @Test
  void eachCaseHasItsTest() throws Exception {
    Set<String> names = new HashSet<>();
    List<String> gone = new ArrayList<>();
    for (String line : Files.readAllLines(CASES)) {
      String[] columns = line.split("\t", -1);
      assertEquals(2, columns.length, line);
      assertTrue(names.add(columns[0]), line);
      String[] test = columns[1].split("#", -1);
      boolean there =
          Arrays.stream(Class.forName(test[0]).getDeclaredMethods())
              .anyMatch(m -> m.getName().equals(test[1]) && m.getAnnotations().length > 0);
      if (!there) {
        gone.add(line);
      }
    }
    assertEquals(List.of(), gone);
    assertEquals(34, names.size());
  }

  @Test
  void aNewPeriodIsCreatedAndTheLastOneIsNotTouched() throws Exception {
    try (Bench bench = new Bench(dir)) {
      Desired last = Bench.close("Close Q4", "Reconcile");
      bench.applied(last);
      String before = bench.api.get(bench.live().get(0), true).write();
      String json = Wire.content(last.process()).write();
      Desired next =
          Bench.desired(json.replace("close@2024-Q4", "close@2025-Q1").replace("Q4\"", "Q1\""));
      Plan plan = bench.plan(closed(last, "Another title"), next);
      List<String> acting = new ArrayList<>();
      for (ProcessPlan one : plan.processes()) {
        if (one.acts()) {
          acting.add(one.identity());
          assertEquals(Action.CREATE, one.action());
        }
      }
      assertEquals(List.of("close@2025-Q1"), acting);
      assertEquals(0, bench.apply().run(plan).exit());
      assertEquals(2, bench.live().size());
      assertEquals(before, bench.api.get(bench.entry("close@2024-Q4").id(), true).write());
      assertFalse(bench.plan(closed(last, "Another title"), next).acts());
    }
  }

  private static Desired closed(Desired one, String title) throws Exception {
    return new Desired(
        one.key(),
        one.period(),
        Bench.close("Close Q4", title).process(),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        false,
        one.onRemoval(),
        false,
        /* closed= */ true,
        "other source");
  }
}
