package dev.procc.live.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.base.source.FieldRef;
import dev.procc.live.ledger.RemovalPolicy;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.LiveLookup;
import dev.procc.live.plan.input.Provenance;
import dev.procc.live.plan.input.WorkspaceListing;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.change.Lazy;
import dev.procc.live.planfile.format.PlanFile;
import dev.procc.model.process.Process;
import dev.procc.view.plan.PlanOptions;
import dev.procc.view.plan.PlanText;
import dev.procc.view.text.Style;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LazyTest {
  @Test
  void itIsMadeOnce() {
    AtomicInteger made = new AtomicInteger();
    Lazy<Integer> later = Lazy.from(made::incrementAndGet);
    assertEquals(0, made.get());
    assertEquals(1, later.get());
    assertEquals(1, later.get());
    assertEquals(Lazy.of(1), later);
    assertEquals(Lazy.of(1).hashCode(), later.hashCode());
    assertEquals("1", later.toString());
  }

  /// The derivations of dates and the notes for the ledger are only for the plan file: a plan that
  /// is only read on a terminal makes neither.
  @Test
  void aPlanThatIsShownAsTextMakesNothingForItsFile() {
    Process process =
        ProcessFixture.process(
            ProcessFixture.serial(
                "root",
                List.of(
                    ProcessFixture.task(
                        "a", "title", "A", "assignee", "u", "dueDate", "2024-10-15"))));
    DesiredProcess plain = ProcessFixture.desired(process);
    String address = process.identity() + "/a";
    DesiredProcess desired =
        new DesiredProcess(
            plain.key(),
            plain.period(),
            process,
            new Provenance(
                plain.provenance().fields(),
                plain.provenance().nodes(),
                Map.of(new FieldRef(address, "dueDate"), LazyTest.<Json>never()),
                LazyTest.<String>never()),
            plain.addressMoves(),
            new DesiredProcess.Handling(RemovalPolicy.KEEP, Set.of()));
    Plan plan =
        Planner.plan(
            ProcessFixture.context(),
            List.of(new PlanInput(desired, LiveLookup.NONE, null)),
            WorkspaceListing.NONE);
    String text =
        PlanText.render(
                plan, new PlanOptions(PlanOptions.GroupBy.CAUSE, true, 0, null), Style.PLAIN)
            .toString();
    assertTrue(text.contains("CREATE"), text);
    assertThrows(IllegalStateException.class, () -> PlanFile.write(plan));
  }

  private static <T> Lazy<T> never() {
    return Lazy.from(() -> {
      throw new IllegalStateException("nobody needs it");
    });
  }
}
