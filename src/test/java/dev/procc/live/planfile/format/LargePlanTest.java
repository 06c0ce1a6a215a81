package dev.procc.live.planfile.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.live.plan.input.PlanOverrides;
import dev.procc.live.planfile.Plan;
import dev.procc.view.report.PlanFixture;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Plans that are too large to be a text, or a file that is read back.
class LargePlanTest {
  /// What no apply needs is left out of a file that would be too large to be read.
  @Test
  void aFileThatWouldBeTooLargeHasNoDerivations() throws Exception {
    Plan plan = PlanFixture.replace().plan(PlanOverrides.NONE);
    String whole = PlanFile.write(plan);
    int bytes = whole.getBytes(StandardCharsets.UTF_8).length;
    assertTrue(whole.contains("\"derivation\""), whole);
    assertEquals(whole, PlanFile.write(plan, bytes));
    String smaller = PlanFile.write(plan, bytes - 1);
    assertFalse(smaller.contains("\"derivation\""), smaller);
    Plan read = PlanFile.read("p.json", smaller);
    assertEquals(plan.planHash(), read.planHash());
    assertEquals(plan.processes().getFirst().hash(), read.processes().getFirst().hash());
  }

  /// A text in parts is the same, none of them is large, and an item is made where it is written.
  @Test
  void whatIsWrittenInPartsIsNeverThereAsAWhole() {
    AtomicInteger made = new AtomicInteger();
    Json.Arr items =
        Json.onDemand(
            500,
            i -> {
              made.incrementAndGet();
              return Json.object()
                  .put("n", i)
                  .put("text", "a text \"of\" some length é " + i)
                  .build();
            });
    Json.Obj document = Json.object().put("items", items).put("last", "x").build();
    String whole = document.pretty();
    made.set(0);
    StringBuilder joined = new StringBuilder();
    List<Integer> madeBefore = new ArrayList<>();
    document.pretty(part -> {
      assertTrue(part.length() < 10_000, part);
      joined.append(part);
      madeBefore.add(made.get());
    });
    assertEquals(whole, joined.toString());
    assertTrue(madeBefore.getFirst() < 150, madeBefore.toString());
    assertEquals(500, made.get());
  }
}
