package dev.procc.live.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.base.source.FieldRef;
import dev.procc.live.ledger.OnRemoval;
import dev.procc.live.planfile.Later;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanFile;
import dev.procc.model.process.Process;
import dev.procc.view.report.PlanOptions;
import dev.procc.view.report.PlanText;
import dev.procc.view.report.Style;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LaterTest {
  @Test
  void itIsMadeOnce() {
    AtomicInteger made = new AtomicInteger();
    Later<Integer> later = Later.by(made::incrementAndGet);
    assertEquals(0, made.get());
    assertEquals(1, later.get());
    assertEquals(1, later.get());
    assertEquals(Later.of(1), later);
    assertEquals(Later.of(1).hashCode(), later.hashCode());
    assertEquals("1", later.toString());
  }

  /// How dates came about and what the ledger notes are for the file: a plan that is only read on a
  /// terminal makes neither.
  @Test
  void aPlanThatIsShownAsTextMakesNothingForItsFile() {
    Process process =
        Sketch.process(
            Sketch.serial(
                "root",
                List.of(Sketch.task("a", "title", "A", "assignee", "u", "dueDate", "2024-10-15"))));
    Desired plain = Sketch.desired(process);
    String address = process.identity() + "/a";
    Desired desired =
        new Desired(
            plain.key(),
            plain.period(),
            process,
            plain.origins(),
            plain.nodes(),
            Map.of(new FieldRef(address, "dueDate"), LaterTest.<Json>never()),
            plain.moved(),
            false,
            OnRemoval.KEEP,
            false,
            false,
            LaterTest.<String>never());
    Plan plan =
        Planner.plan(
            Sketch.context(), List.of(new Subject(desired, Found.NONE, null)), Listing.NONE);
    String text =
        PlanText.render(
            plan, new PlanOptions(PlanOptions.GroupBy.CAUSE, true, 0, null), Style.PLAIN);
    assertTrue(text.contains("CREATE"), text);
    assertThrows(IllegalStateException.class, () -> PlanFile.write(plan));
  }

  private static <T> Later<T> never() {
    return Later.by(() -> {
      throw new IllegalStateException("nobody needs it");
    });
  }
}
