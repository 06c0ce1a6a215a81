package dev.procc.live.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.procc.base.json.Json;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.Wire;
import dev.procc.model.catalog.Field;
import dev.procc.model.catalog.Fields;
import dev.procc.model.process.Process;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Whatever changes, the calls of the plan reach what the definition says, the hash the plan
/// promised is what comes back, and the plan after it is empty.
class ReachesTest {
  @Property(tries = 400)
  void aPlanIsCarriedOutAndTheNextIsEmpty(@ForAll long seed) {
    Random random = new Random(seed);
    Process before = flat(new RandomProcess(random).process());
    Process after =
        random.nextInt(4) == 0 ? flat(new RandomProcess(random).process()) : near(before, random);
    Json.Obj stored = Sketch.stored(Wire.create(before).body(), "p1");
    LiveProcess live = Sketch.read(stored);
    LedgerEntry entry = Sketch.entry(before, live);
    ProcessPlan plan = Sketch.plan(Sketch.desired(after), live, entry, Overrides.NONE);
    LiveProcess reached;
    if (plan.replaces()) {
      assertFalse(plan.replacePaths().isEmpty());
      Json.Obj body = (Json.Obj) plan.operations().getFirst().body();
      assertEquals(Wire.sha256(body), plan.noted().expected());
      reached = Sketch.read(Sketch.stored(body, "p2"));
    } else if (plan.acts()) {
      reached = Sketch.read(Server.after(stored, plan));
      assertEquals(plan.noted().expected(), reached.contentHash());
    } else {
      assertEquals(List.of(), plan.changes());
      reached = live;
    }
    LedgerEntry recorded = plan.acts() ? Recorder.record(plan, entry, reached) : entry;
    ProcessPlan next = Sketch.plan(Sketch.desired(after), reached, recorded, Overrides.NONE);
    assertEquals(List.of(), next.operations());
    assertEquals(List.of(), next.changes());
  }

  /// Without `relativeDates`: here nobody shifts.
  private static Process flat(Process process) {
    Map<Field, Json> fields = new LinkedHashMap<>(process.fields());
    fields.put(Fields.PROCESS_RELATIVE_DATES, Json.of(false));
    return new Process(process.identity(), fields, process.root());
  }

  private static Process near(Process process, Random random) {
    Process other = flat(new RandomProcess(random).process());
    return new RandomProcess(random).near(process, other);
  }
}
